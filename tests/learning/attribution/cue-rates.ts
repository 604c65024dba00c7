import type { CueRate } from "../../../src/attribution/passage.js";
import { taggedTokens } from "../../../src/language/tagged-tokens.js";
import type { Article } from "./articles.js";

/** How often each word with its part of speech stands in a cue, and at all. */
export type Counts = Map<string, { cue: number; all: number }>;

/** Steps of the share of a word's uses that are cues. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7];

/** Uses added to the denominator, so that a word seen once is no sure cue. */
const PRIOR = 3;

export function countCues(articles: readonly Article[]): { total: Counts; each: Map<string, Counts> } {
  const total: Counts = new Map();
  const each = new Map<string, Counts>();
  for (const { id, text, attributions } of articles) {
    const counts: Counts = new Map();
    const inCue = new Uint8Array(text.length + 1);
    for (const { cue } of attributions) for (const { start, end } of cue) inCue.fill(1, start, end);
    let from = 0;
    for (const line of text.split("\n")) {
      for (const token of taggedTokens(line)) {
        const key = keyOf(token.text.toLowerCase(), token.pos);
        const cue = inCue[from + token.start] ?? 0;
        for (const counted of [counts, total]) {
          const before = counted.get(key) ?? { cue: 0, all: 0 };
          counted.set(key, { cue: before.cue + cue, all: before.all + 1 });
        }
      }
      from += line.length + 1;
    }
    each.set(id, counts);
  }
  return { total, each };
}

export function keyOf(word: string, pos: string): string {
  return `${word} ${pos}`;
}

/** The rates as counted on all articles but one, so that no article is told its own cues. */
export function ratesWithout(total: Counts, own: Counts | undefined): CueRate {
  return (word, pos) => {
    const key = keyOf(word, pos);
    const all = total.get(key);
    if (!all) return 0;
    const left = own?.get(key);
    return stepOf(all.cue - (left?.cue ?? 0), all.all - (left?.all ?? 0));
  };
}

export function stepOf(cue: number, all: number): number {
  if (cue < 2) return 0;
  const rate = cue / (all + PRIOR);
  const step = STEPS.findIndex((limit) => rate < limit);
  return step < 0 ? STEPS.length : step;
}

/** The words of each step of the cue rate but the lowest, 0. */
export function packedRates(total: Counts): string[] {
  const steps = [...total].map(([key, { cue, all }]) => ({ key, step: stepOf(cue, all) }));
  const top = Math.max(...steps.map(({ step }) => step));
  return Array.from({ length: top }, (_, k) =>
    steps
      .filter(({ step }) => step === k + 1)
      .map(({ key }) => key)
      .sort()
      .join(","),
  );
}
