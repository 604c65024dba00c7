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
  previous: Match | undefined,
  next: Match | undefined,
): Coverage {
  let [all, exact, spelled, meaning, squared, before, after, window] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [general, allGeneral, names, allNames, others, allOthers] = [0, 0, 0, 0, 0, 0];
  let [rarest, most, found] = [0, -1, 0];
  for (let u = 0; u < units.length; u++) {
    const unit = units[u];
    if (!unit) continue;
    const { weight } = unit;
    const [spelt, meant] = [here.spelled[u] ?? 0, here.meaning[u] ?? 0];
    all += weight;
    exact += weight * (here.exact[u] ?? 0);
    spelled += weight * spelt;
    meaning += weight * meant;
    squared += weight * meant * meant;
    before += weight * Math.max(0, (previous?.spelled[u] ?? 0) - meant);
    after += weight * Math.max(0, (next?.spelled[u] ?? 0) - meant);
    window += weight * Math.max(meant, previous?.meaning[u] ?? 0, next?.meaning[u] ?? 0);
    allGeneral += unit.general;
    general += unit.general * spelt;
    if (unit.isName) {
      allNames += weight;
      names += weight * spelt;
    } else {
      allOthers += weight;
      others += weight * meant;
    }
    if (weight > most) [rarest, most] = [meant, weight];
    if (isFound(here, u)) found++;
  }
  const whole = all || 1;
  return {
    exact: exact / whole,
    spelled: spelled / whole,
    meaning: meaning / whole,
    squared: squared / whole,
    general: general / (allGeneral || 1),
    names: allNames > 0 ? names / allNames : 0.5,
    others: allOthers > 0 ? others / allOthers : 0.5,
    rarest,
    before: before / whole,
    after: after / whole,
    window: window / whole,
    found,
  };
}
