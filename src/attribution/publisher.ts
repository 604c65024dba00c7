import { folded } from "../language/terms.js";

/** An abbreviation of fewer letters may be anybody's. */
const SHORTEST = 2;

/**
 * True for the whole name of a publisher, in any letter case, and for the first letters of its words or of those with a
 * capital ("ND/RP" or "NDRP" for "Norland Daily/Radio Port").
 */
export function isPublisher(claimed: string, publisher: string): boolean {
  const [name, whole] = [bare(claimed), bare(publisher)];
  if (folded(name) === folded(whole)) return true;
  const letters = name.replace(/[.\s/&-]/g, "");
  if (letters.length < SHORTEST || /\p{Ll}/u.test(letters)) return false;
  const words = publisher.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return [words, capitals, words.filter((word) => !/^the$/i.test(word))].some(
    (some) => folded(some.map((word) => word.charAt(0)).join("")) === folded(letters),
  );
}

function bare(name: string): string {
  return name.trim().replace(/^the\s+|[.,;:!?]+$/gi, "");
}
