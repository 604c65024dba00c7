import type { SpelledWord } from "../language/spelling.js";

/** A stretch of words, by index and half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How many words must at least be changed, dropped, added or swapped with their neighbours to make a stretch of a text
 * the sought words, in any letter case (the algorithm of Sellers, 1980, with Damerau's swaps). Takes time in proportion
 * to the product of both lengths.
 */
export function fewestChanges(sought: readonly SpelledWord[], among: readonly SpelledWord[]): number {
  const [words, text] = numbered(sought, among);
  const length = words.length;
  let before = new Int32Array(length + 1);
  let last = Int32Array.from({ length: length + 1 }, (_, i) => i);
  let now = new Int32Array(length + 1);
  let fewest = length;
  for (let end = 1; end <= text.length; end++) {
    const word = text[end - 1] ?? -1;
    const wordBefore = text[end - 2] ?? -1;
    now[0] = 0;
    for (let i = 1; i <= length; i++) {
      const isSame = words[i - 1] === word;
      let cost = (last[i - 1] ?? 0) + (isSame ? 0 : 1);
      cost = Math.min(cost, (now[i - 1] ?? 0) + 1, (last[i] ?? 0) + 1);
      if (!isSame && i > 1 && words[i - 2] === word && words[i - 1] === wordBefore)
        cost = Math.min(cost, (before[i - 2] ?? 0) + 1);
      now[i] = cost;
    }
    fewest = Math.min(fewest, now[length] ?? length);
    [before, last, now] = [last, now, before];
  }
  return fewest;
}

/**
 * What a sought word costs that the text has not, against 1 for a word of the text that is passed over: for each word more
 * that both have, a stretch may reach over three others. With 1 the beginning of "On Monday dockers shut the old quay" is lost
 * beside "On Monday dockers took the unusual step of shutting the old quay"; with more, single small words far off are reached.
 */
const MISSING = 3;

/**
 * The stretch of a text to show beside the sought words: the one that has most of them, with few other words between. Of
 * equal ones the longest, which has more of them, then the first.
 */
export function nearestStretch(sought: readonly SpelledWord[], among: readonly SpelledWord[]): Stretch {
  const [words, text] = numbered(sought, among);
  const length = words.length;
  // For the first 0, 1, 2 … sought words, fitted to a stretch that ends at one place: its cost, and where it begins.
  let [lastCosts, lastStarts] = [
    Int32Array.from({ length: length + 1 }, (_, i) => i * MISSING),
    new Int32Array(length + 1),
  ];
  let [costs, starts] = [new Int32Array(length + 1), new Int32Array(length + 1)];
  let best = { start: 0, end: 0, cost: length * MISSING };
  for (let end = 1; end <= text.length; end++) {
    const word = text[end - 1] ?? -1;
    costs[0] = 0;
    starts[0] = end;
    for (let i = 1; i <= length; i++) {
      let [cost, start] = [(costs[i - 1] ?? 0) + MISSING, starts[i - 1] ?? 0];
      const [without, begun] = [(lastCosts[i] ?? 0) + 1, lastStarts[i] ?? 0];
      if (without < cost || (without === cost && begun < start)) [cost, start] = [without, begun];
      const [same, from] = [lastCosts[i - 1] ?? 0, lastStarts[i - 1] ?? 0];
      const isSame = words[i - 1] === word;
      if (isSame && (same < cost || (same === cost && from < start))) [cost, start] = [same, from];
      costs[i] = cost;
      starts[i] = start;
    }
    const [cost, start] = [costs[length] ?? length, starts[length] ?? 0];
    const isLonger = end - start > best.end - best.start;
    if (cost < best.cost || (cost === best.cost && isLonger)) best = { start, end, cost };
    [lastCosts, costs] = [costs, lastCosts];
    [lastStarts, starts] = [starts, lastStarts];
  }
  return { start: best.start, end: best.end };
}

/** Two texts as numbers, the same for the same word in any letter case. */
function numbered(one: readonly SpelledWord[], other: readonly SpelledWord[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const inNumbers = (words: readonly SpelledWord[]) =>
    Int32Array.from(words, ({ key }) => {
      const lower = key.toLowerCase();
      const number = numbers.get(lower) ?? numbers.size;
      numbers.set(lower, number);
      return number;
    });
  return [inNumbers(one), inNumbers(other)];
}
