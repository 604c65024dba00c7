import { BoundedMap } from "./bounded-map.js";

/** How many keys are remembered; forgetting one costs a repeated hint. */
const REMEMBERED = 10_000;

/**
 * Says yes to each key at most once in a period, in bounded memory.
 * @param periodMs in milliseconds
 * @param now the clock, in milliseconds
 */
export function onceInAWhile(periodMs: number, now: () => number = Date.now): (key: number) => boolean {
  const last = new BoundedMap<number, number>(REMEMBERED);
  return (key) => {
    const time = now();
    if (time - (last.get(key) ?? Number.NEGATIVE_INFINITY) < periodMs) return false;
    last.set(key, time);
    return true;
  };
}
