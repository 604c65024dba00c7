import { LIKELY_CUE, type Passage, type Place } from "./passage.js";

/** Where a token stands in its sentence; indices of tokens. */
export interface Clause {
  /** The nearest likely cue on either side, or one beyond the sentence. */
  readonly left: number;
  readonly right: number;
  /** How many marks stand between, up to 3. */
  readonly marksLeft: number;
  readonly marksRight: number;
  /** The nearest mark on either side. */
  readonly before: number;
  readonly after: number;
  readonly whole: Whole;
}

/** What the tokens of one sentence share. */
interface Whole {
  readonly first: number;
  readonly last: number;
  /** The likeliest cue of the sentence. */
  readonly strongest: number;
  /** 1 where the sentence holds quoted words. */
  readonly quotedInSentence: number;
}

/** For each token its clause; none where the passage has no sentence. */
export function clausesOf({ places, sentences }: Passage): Clause[] {
  const clauses: Clause[] = [];
  for (const { start, end } of sentences) {
    const inside = places.slice(start, end);
    const rates = inside.map(({ cueRate }) => cueRate);
    const top = Math.max(...rates);
    const whole: Whole = {
      first: start,
      last: end - 1,
      strongest: top === 0 ? -1 : start + rates.indexOf(top),
      quotedInSentence: inside.some(({ quoted }) => quoted === 1) ? 1 : 0,
    };
    const lefts = sided(inside);
    const rights = sided(inside.toReversed());
    inside.forEach((_, k) => {
      const [l, r] = [lefts[k], rights[end - start - 1 - k]];
      if (!l || !r) return;
      clauses[start + k] = {
        whole,
        left: start + l.cue,
        marksLeft: l.marks,
        before: start + l.mark,
        right: end - 1 - r.cue,
        marksRight: r.marks,
        after: end - 1 - r.mark,
      };
    });
  }
  return clauses;
}

/** For each token, in reading order, the last likely cue and mark before it. */
function sided(inside: readonly Place[]): { cue: number; marks: number; mark: number }[] {
  let cue = -1;
  let mark = -1;
  let marks = 0;
  return inside.map((place, i) => {
    const seen = { cue, marks: Math.min(marks, 3), mark };
    if (place.mark) {
      mark = i;
      marks++;
    }
    if (place.cueRate >= LIKELY_CUE) {
      cue = i;
      marks = 0;
    }
    return seen;
  });
}
