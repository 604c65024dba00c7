/** Parts of the world whose time zones are named after cities; those of the poles are named after stations. */
const CONTINENTS = /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/([^/]+)$/;

/** Countries by the region names of the runtime's own locale data (CLDR), cities by the names of its time zones. */
function readPlaces(): ReadonlySet<string> {
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const countries = letters.flatMap((a) => letters.flatMap((b) => regions.of(a + b) ?? []));
  const cities = Intl.supportedValuesOf("timeZone").flatMap(
    (zone) => CONTINENTS.exec(zone)?.[1]?.replaceAll("_", " ") ?? [],
  );
  return new Set([...countries, ...cities]);
}

let places: ReadonlySet<string> | undefined;

/** True for the name of a country or of one of the world's larger cities, as English writes it. */
export function isPlaceName(name: string): boolean {
  places ??= readPlaces();
  return places.has(name);
}
