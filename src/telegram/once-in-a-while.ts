/** How many keys are remembered; the oldest is forgotten first, which costs one repeated hint. */
const REMEMBERED = 10_000;

/**
 * Says yes to each key at most once in a period, in bounded memory.
 * @param periodMs in milliseconds
 * @param now the clock, in milliseconds
 */
export function onceInAWhile(periodMs: number, now: () => number = Date.now): (key: number) => boolean {
  const last = new Map<number, number>();
  return (key) => {
    const time = now();
    if (time - (last.get(key) ?? Number.NEGATIVE_INFINITY) < periodMs) return false;
    last.delete(key);
    last.set(key, time);
    const oldest = last.keys().next().value;
    if (last.size > REMEMBERED && oldest !== undefined) last.delete(oldest);
    return true;
  };
}
