import type { Match } from "./matching.js";

/** Meanings weaker than this say nothing of where in a sentence the question's words stand. */
const PLACED_FROM = 0.3;

/** The tokens at which words of the question stand. */
export function matchedPlaces(match: Match): number[] {
  const found: number[] = [];
  for (let u = 0; u < match.places.length; u++) {
    const place = match.places[u] ?? -1;
    if (place >= 0 && (match.meaning[u] ?? 0) > PLACED_FROM) found.push(place);
  }
  return found;
}

/** Of neighbouring words of the question the share that stand side by side here too. */
export function pairs({ places }: Match): number {
  let count = 0;
  for (let u = 1; u < places.length; u++) {
    const [a, b] = [places[u - 1] ?? -1, places[u] ?? -1];
    if (a >= 0 && b > a && b - a <= 2) count++;
  }
  return places.length < 2 ? 0 : count / (places.length - 1);
}

/** Of neighbouring words of the question that both stand here the share in the question's order. */
export function order({ places }: Match): number {
  let [count, all] = [0, 0];
  for (let u = 1; u < places.length; u++) {
    const [a, b] = [places[u - 1] ?? -1, places[u] ?? -1];
    if (a < 0 || b < 0) continue;
    all++;
    if (b > a) count++;
  }
  return all === 0 ? 0 : count / all;
}

/** How many of the tokens from the first to the last place are places. */
export function together(places: readonly number[]): number {
  if (places.length < 2) return 0;
  return places.length / (Math.max(...places) - Math.min(...places) + 1);
}

/** How near places lie to each other, 0…1: 1 where they are the same, 0 where there are none. */
export function nearness(from: readonly number[], to: readonly number[]): number {
  const distance = nearestDistance(from, to);
  return distance === undefined ? 0 : 1 / (1 + distance / 3);
}

/** The least distance in tokens between two places; undefined where there are none. */
function nearestDistance(from: readonly number[], to: readonly number[]): number | undefined {
  let least: number | undefined;
  for (const a of from) {
    for (const b of to) {
      const distance = Math.abs(a - b);
      if (least === undefined || distance < least) least = distance;
    }
  }
  return least;
}
