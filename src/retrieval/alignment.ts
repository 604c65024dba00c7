import type { SpelledWord } from "../language/spelling.js";

/** A stretch of words, by index and half-open, and how many words must change to make it the one sought. */
export interface Fit {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/**
 * The stretch of a text's words that becomes the sought ones with the fewest words changed, dropped, added or swapped
 * with their neighbours, in any letter case (the algorithm of Sellers, 1980, with Damerau's swaps). Of equal ones the
 * shorter, then the earlier. Takes time in proportion to the product of both lengths.
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

/** For the first 0, 1, 2 … sought words, fitted to a stretch that ends at one place: its cost, and where it begins. */
interface Column {
  readonly costs: Int32Array;
  readonly starts: Int32Array;
}

function sellers(sought: Int32Array, among: Int32Array): Fit {
  const length = sought.length;
  const column = (): Column => ({
    costs: Int32Array.from({ length: length + 1 }, (_, i) => i),
    starts: new Int32Array(length + 1),
  });
  let [before, last, now] = [column(), column(), column()];
  let best: Fit = { start: 0, end: 0, cost: length };
  for (let end = 1; end <= among.length; end++) {
    [before, last, now] = [last, now, before];
    now.costs[0] = 0;
    now.starts[0] = end;
    for (let i = 1; i <= length; i++) {
      const isSame = sought[i - 1] === among[end - 1];
      now.costs[i] = length + 1;
      improve(now, i, last, i - 1, isSame ? 0 : 1);
      improve(now, i, now, i - 1, 1);
      improve(now, i, last, i, 1);
      const isSwapped = sought[i - 1] === among[end - 2] && sought[i - 2] === among[end - 1];
      if (i > 1 && end > 1 && isSwapped) improve(now, i, before, i - 2, 1);
    }
    const [cost, start] = [now.costs[length] ?? length, now.starts[length] ?? 0];
    const isShorter = end - start < best.end - best.start;
    if (cost < best.cost || (cost === best.cost && cost < length && isShorter)) best = { start, end, cost };
  }
  return best;
}

/** Takes the way over another cell where it costs less, or as much and begins later. */
function improve(column: Column, at: number, over: Column, from: number, step: number): void {
  const [cost, start] = [(over.costs[from] ?? 0) + step, over.starts[from] ?? 0];
  const [known, begun] = [column.costs[at] ?? 0, column.starts[at] ?? 0];
  if (cost > known || (cost === known && start <= begun)) return;
  column.costs[at] = cost;
  column.starts[at] = start;
}
