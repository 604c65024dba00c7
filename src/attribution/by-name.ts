import { folded } from "../language/terms.js";
import { tokens } from "../language/tokens.js";
import type { Statement } from "./statements.js";

/**
 * The statements of the speaker whom a name means: those whose speaker holds all its words ("roe" for "Jane
 * Roe"), else those whose speaker holds words spelt nearly so. Titles and articles do not matter.
 */
export function statementsBy(statements: readonly Statement[], name: string): Statement[] {
  const asked = wordsOf(name);
  if (asked.length === 0) return [];
  const by = (same: (a: string, b: string) => boolean) =>
    statements.filter(({ speaker }) => {
      const words = speaker ? wordsOf(speaker.name) : [];
      return asked.every((word) => words.some((other) => same(word, other)));
    });
  const exact = by((a, b) => a === b);
  return exact.length > 0 ? exact : by(nearly);
}

const LEFT_OUT = new Set("the a an mr mrs ms dr of in".split(" "));

function wordsOf(name: string): string[] {
  return tokens(name)
    .map(({ text }) => folded(text).replace(/['’]s?$/, ""))
    .filter((word) => word !== "" && !LEFT_OUT.has(word));
}

/** Shorter words are told apart by a single letter; in longer ones as many letters may be wrong as they have fours. */
const SHORTEST = 4;

function nearly(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST) return false;
  return distance(a, b, Math.floor(Math.min(a.length, b.length, 12) / 4)) !== undefined;
}

/** Edit distance with swaps of neighbours, or undefined where it is more than `most`. */
function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  const found = last[b.length] ?? 0;
  return found <= most ? found : undefined;
}
