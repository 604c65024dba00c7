import type { SpelledWord } from "../language/spelling.js";

/** A stretch of words, by index and half-open, and how many words must change to make it the one sought. */
export interface Fit {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/**
 * The stretch of a text's words that becomes the sought ones with the fewest words changed, dropped or added, in any
 * letter case (the algorithm of Sellers, 1980). Of equal ones the shorter, then the earlier.
 * Takes time in proportion to the product of both lengths.
 */
export function nearestStretch(sought: readonly SpelledWord[], among: readonly SpelledWord[]): Fit {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly SpelledWord[]) =>
    Int32Array.from(words, ({ key }) => {
      const lower = key.toLowerCase();
      const number = numbers.get(lower) ?? numbers.size;
      numbers.set(lower, number);
      return number;
    });
  return sellers(numbered(sought), numbered(among));
}

function sellers(sought: Int32Array, among: Int32Array): Fit {
  const length = sought.length;
  // For the first `i` sought words, ending at the present word: the cost, and where the stretch begins.
  const costs = Int32Array.from({ length: length + 1 }, (_, i) => i);
  const starts = new Int32Array(length + 1);
  let best: Fit = { start: 0, end: 0, cost: length };
  for (let at = 0; at < among.length; at++) {
    let [cornerCost, cornerStart] = [0, at];
    costs[0] = 0;
    starts[0] = at + 1;
    for (let i = 1; i <= length; i++) {
      const [aboveCost, aboveStart] = [costs[i] ?? 0, starts[i] ?? 0];
      const [leftCost, leftStart] = [costs[i - 1] ?? 0, starts[i - 1] ?? 0];
      let cost = cornerCost + (sought[i - 1] === among[at] ? 0 : 1);
      let start = cornerStart;
      if (leftCost + 1 < cost || (leftCost + 1 === cost && leftStart > start)) {
        cost = leftCost + 1;
        start = leftStart;
      }
      if (aboveCost + 1 < cost || (aboveCost + 1 === cost && aboveStart > start)) {
        cost = aboveCost + 1;
        start = aboveStart;
      }
      [cornerCost, cornerStart] = [aboveCost, aboveStart];
      costs[i] = cost;
      starts[i] = start;
    }
    const [cost, start] = [costs[length] ?? length, starts[length] ?? 0];
    const isShorter = at + 1 - start < best.end - best.start;
    if (cost < best.cost || (cost === best.cost && cost < length && isShorter)) {
      best = { start, end: at + 1, cost };
    }
  }
  return best;
}
