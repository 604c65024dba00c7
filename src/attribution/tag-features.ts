import { mixed } from "./hash.js";
import { LIKELY_CUE, type Passage, type Place } from "./passage.js";
import { runsOf } from "./runs.js";

/** The tags of the first model: outside, and beginning and inside of source, cue and content. */
export const TAGS = { outside: 0, source: 1, cue: 3, content: 5, count: 7 } as const;

/** The full stop of a paragraph stands in its last few characters; a headline has none. */
const LAST_MARKS = 6;

/** What stands before the first and behind the last token. */
const EDGE: Omit<Place, "token"> = {
  word: 1,
  lemma: 1,
  pos: 1,
  shape: 0,
  ending: 1,
  step: 0,
  cueRate: 0,
  quoted: 0,
  mark: true,
  sentence: -1,
};

/** Calls `emit` with each feature of each token: words around it, the clause it stands in, the cues nearby. */
export function tagFeatures(passage: Passage, emit: (token: number, feature: number) => void): void {
  const { places } = passage;
  const clauses = clausesOf(passage);
  const runs = runsOf(passage);
  const headline = /[.?!][^\p{L}\p{N}]*$/u.test(passage.text.slice(-LAST_MARKS)) ? 0 : 1;
  const at = (i: number) => (i < 0 ? EDGE : (places[i] ?? EDGE));
  let token = 0;
  let template = 0;
  const add = (first: number, second?: number, third?: number, fourth?: number) => {
    let feature = mixed(++template, first);
    if (second !== undefined) feature = mixed(feature, second);
    if (third !== undefined) feature = mixed(feature, third);
    if (fourth !== undefined) feature = mixed(feature, fourth);
    emit(token, feature);
  };
  for (let i = 0; i < places.length; i++) {
    token = i;
    template = 0;
    const [p3, p2, p1, here] = [at(i - 3), at(i - 2), at(i - 1), at(i)];
    const [n1, n2, n3] = [at(i + 1), at(i + 2), at(i + 3)];
    add(0);
    for (const near of [p2, p1, here, n1, n2]) add(near.word);
    for (const near of [p1, here, n1]) add(near.lemma);
    for (const near of [p3, p2, p1, here, n1, n2, n3]) add(near.pos);
    for (const near of [p1, here, n1]) add(near.shape);
    for (const near of [p2, p1, here, n1, n2]) add(near.cueRate);
    add(here.ending, here.pos);
    add(p1.word, here.word);
    add(here.word, n1.word);
    add(p1.pos, here.pos);
    add(here.pos, n1.pos);
    add(p1.pos, here.pos, n1.pos);
    add(p2.pos, p1.pos, here.pos);
    add(here.pos, n1.pos, n2.pos);
    add(here.lemma, n1.pos);
    add(p1.pos, here.lemma);
    add(here.cueRate, here.pos);
    add(here.cueRate, p1.pos, n1.word);
    add(here.cueRate, p1.word, n1.pos);
    add(here.quoted, here.pos);
    add(here.shape, here.quoted, p1.shape);
    const run = runs[i];
    if (run) {
      const [b, a, f, l] = [at(run.start - 1), at(run.end), at(run.start), at(run.end - 1)];
      add(a.lemma, here.pos, run.kind);
      add(a.cueRate, a.pos, run.kind, here.pos);
      add(b.lemma, here.pos, run.kind);
      add(b.pos, a.pos, run.kind, here.pos);
      add(b.word, a.lemma, run.kind);
      add(l.lemma, run.kind, run.end - 1 === i ? 1 : 0);
      add(f.word, l.lemma, run.kind, run.start === i ? 1 : 0);
      add(near(i - run.start), near(run.end - i), run.kind, here.pos);
      add(l.cueRate, b.pos, a.word, run.kind);
    }
    add(headline, here.pos, here.cueRate);
    add(headline, p1.word, here.pos);
    add(p1.word, here.word, n1.word);
    add(p1.lemma, here.lemma);
    add(here.lemma, n1.lemma);
    add(p1.lemma, here.pos, n1.pos);
    add(p2.lemma, p1.pos, here.pos);
    add(p1.cueRate, here.cueRate, n1.cueRate, here.pos);
    add(p1.cueRate, here.word);
    const clause = clauses[i];
    if (!clause) continue;
    const { left, right, before, after, whole } = clause;
    const { first, last, strongest } = whole;
    const [l, r, b, a] = [at(left), at(right), at(before), at(after)];
    add(l.lemma, near(i - left), l.pos);
    add(r.lemma, near(right - i), r.pos);
    add(l.cueRate, r.cueRate, here.pos);
    add(l.cueRate, clause.marksLeft, here.pos);
    add(r.cueRate, clause.marksRight, here.pos);
    add(l.lemma, at(left + 1).word, clause.marksLeft);
    add(r.lemma, at(right - 1).pos, clause.marksRight);
    add(b.word, at(before - 1).lemma);
    add(b.word, at(before + 1).lemma, near(i - before));
    add(a.word, at(after + 1).lemma, near(after - i));
    add(a.word, at(after - 1).pos, at(after + 1).pos);
    add(b.word, a.word, here.pos);
    add(at(first).word, here.pos);
    add(at(last).word, at(last - 1).lemma);
    add(at(last).word, at(last - 1).cueRate, here.quoted);
    add(at(strongest).lemma, strongest < i ? 0 : strongest > i ? 1 : 2);
    add(at(strongest).cueRate, strongest < i ? 0 : strongest > i ? 1 : 2, here.pos);
    add(near(i - first), near(last - i), here.pos);
    add(whole.quotedInSentence, here.quoted, at(strongest).cueRate);
  }
}

/** A distance in few steps. */
function near(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 15 ? 5 : 6;
}

/** Where a token stands in its sentence; indices of tokens. */
interface Clause {
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

function clausesOf({ places, sentences }: Passage): Clause[] {
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
