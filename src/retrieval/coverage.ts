import type { Match, Matcher } from "./matching.js";

/** How much of a question's weight a sentence and those beside it hold; all 0…1. */
export interface Coverage {
  readonly exact: number;
  readonly spelled: number;
  readonly meaning: number;
  readonly squared: number;
  /** By rarity in English alone. */
  readonly general: number;
  /** Of the names; ½ where the question has none. */
  readonly names: number;
  /** Of the words that are no names; ½ where there are none. */
  readonly others: number;
  /** Of the word that tells most. */
  readonly rarest: number;
  /** What the sentence before, or after, adds. */
  readonly before: number;
  readonly after: number;
  /** Of the three sentences together. */
  readonly window: number;
  /** How many words are found, in some spelling. */
  readonly found: number;
}

/** From this likelihood on a word counts as found. */
const FOUND_FROM = 0.5;

export function isFound(match: Match, u: number): boolean {
  return (match.spelled[u] ?? 0) > FOUND_FROM;
}

export function coverageOf(
  { units }: Matcher,
  here: Match,
  before: Match | undefined,
  after: Match | undefined,
): Coverage {
  const sums = { all: 0, exact: 0, spelled: 0, meaning: 0, squared: 0, before: 0, after: 0, window: 0 };
  const part = { general: 0, names: 0, others: 0 };
  const whole = { general: 0, names: 0, others: 0 };
  let [rarest, most, found] = [0, -1, 0];
  for (let u = 0; u < units.length; u++) {
    const unit = units[u];
    if (!unit) continue;
    const { weight, general } = unit;
    const [spelled, meaning] = [here.spelled[u] ?? 0, here.meaning[u] ?? 0];
    sums.all += weight;
    sums.exact += weight * (here.exact[u] ?? 0);
    sums.spelled += weight * spelled;
    sums.meaning += weight * meaning;
    sums.squared += weight * meaning * meaning;
    sums.before += weight * Math.max(0, (before?.spelled[u] ?? 0) - meaning);
    sums.after += weight * Math.max(0, (after?.spelled[u] ?? 0) - meaning);
    sums.window += weight * Math.max(meaning, before?.meaning[u] ?? 0, after?.meaning[u] ?? 0);
    whole.general += general;
    part.general += general * spelled;
    const group = unit.isName ? "names" : "others";
    whole[group] += weight;
    part[group] += weight * (unit.isName ? spelled : meaning);
    if (weight > most) [rarest, most] = [meaning, weight];
    if (isFound(here, u)) found++;
  }
  const all = sums.all || 1;
  return {
    exact: sums.exact / all,
    spelled: sums.spelled / all,
    meaning: sums.meaning / all,
    squared: sums.squared / all,
    general: part.general / (whole.general || 1),
    names: whole.names > 0 ? part.names / whole.names : 0.5,
    others: whole.others > 0 ? part.others / whole.others : 0.5,
    rarest,
    before: sums.before / all,
    after: sums.after / all,
    window: sums.window / all,
    found,
  };
}
