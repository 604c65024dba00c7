import { clausesOf } from "./clauses.js";
import { mixed } from "./hash.js";
import type { Passage } from "./passage.js";
import { runsOf } from "./runs.js";

/** The tags of the first model: outside, and beginning and inside of source, cue and content. */
export const TAGS = { outside: 0, source: 1, cue: 3, content: 5, count: 7 } as const;

/** The full stop of a paragraph stands in its last few characters; a headline has none. */
const LAST_MARKS = 6;

/** What stands before the first and behind the last token. */
const EDGE = { word: 1, lemma: 1, pos: 1, shape: 0, ending: 1, cueRate: 0, quoted: 0 };

/** What is known of a token by itself. */
const FIELDS = ["word", "lemma", "pos", "shape", "ending", "cueRate", "quoted"] as const;

/** Tokens that a feature may look at, by how they lie to its own one; "<" and ">" are the tokens beside them. */
const SITES = (
  "-3 -2 -1 0 1 2 3 run< run> run.first run.last " +
  "left left> right right< before before< before> after after> after< first last last< strongest"
).split(" ");

/** Numbers that belong to the place of a token, not to any one token. */
const MEASURES = (
  "none headline run.kind run.ends run.starts run.from run.to " +
  "left.near right.near left.marks right.marks before.near after.near strongest.side first.near last.near sentence.quoted"
).split(" ");

/** All that a feature may be made of, in the order in which it is laid out. */
const VALUES = [...SITES.flatMap((site) => FIELDS.map((field) => `${site}/${field}`)), ...MEASURES];

/** Features of the words around a token and of the phrase that it stands in; each is some of the above together. */
const NEARBY = templates(`
  none
  -2/word, -1/word, 0/word, 1/word, 2/word
  -1/lemma, 0/lemma, 1/lemma
  -3/pos, -2/pos, -1/pos, 0/pos, 1/pos, 2/pos, 3/pos
  -1/shape, 0/shape, 1/shape
  -2/cueRate, -1/cueRate, 0/cueRate, 1/cueRate, 2/cueRate
  0/ending 0/pos
  -1/word 0/word, 0/word 1/word
  -1/pos 0/pos, 0/pos 1/pos, -1/pos 0/pos 1/pos, -2/pos -1/pos 0/pos, 0/pos 1/pos 2/pos
  0/lemma 1/pos, -1/pos 0/lemma
  0/cueRate 0/pos, 0/cueRate -1/pos 1/word, 0/cueRate -1/word 1/pos
  0/quoted 0/pos, 0/shape 0/quoted -1/shape
  run>/lemma 0/pos run.kind, run>/cueRate run>/pos run.kind 0/pos, run</lemma 0/pos run.kind
  run</pos run>/pos run.kind 0/pos, run</word run>/lemma run.kind, run.last/lemma run.kind run.ends
  run.first/word run.last/lemma run.kind run.starts, run.from run.to run.kind 0/pos
  run.last/cueRate run</pos run>/word run.kind
  headline 0/pos 0/cueRate, headline -1/word 0/pos
  -1/word 0/word 1/word, -1/lemma 0/lemma, 0/lemma 1/lemma, -1/lemma 0/pos 1/pos, -2/lemma -1/pos 0/pos
  -1/cueRate 0/cueRate 1/cueRate 0/pos, -1/cueRate 0/word
`);

/** Features of its place among the likely cues and the marks of its sentence. */
const IN_CLAUSE = templates(`
  left/lemma left.near left/pos, right/lemma right.near right/pos, left/cueRate right/cueRate 0/pos
  left/cueRate left.marks 0/pos, right/cueRate right.marks 0/pos
  left/lemma left>/word left.marks, right/lemma right</pos right.marks
  before/word before</lemma, before/word before>/lemma before.near
  after/word after>/lemma after.near, after/word after</pos after>/pos, before/word after/word 0/pos
  first/word 0/pos, last/word last</lemma, last/word last</cueRate 0/quoted
  strongest/lemma strongest.side, strongest/cueRate strongest.side 0/pos
  first.near last.near 0/pos, sentence.quoted 0/quoted strongest/cueRate
`);

/** For each template where its values stand. */
function templates(list: string): readonly Int32Array[] {
  return list
    .trim()
    .split(/\s*[,\n]\s*/)
    .map((template) => Int32Array.from(template.split(" "), placeOf));
}

function placeOf(name: string): number {
  const place = VALUES.indexOf(name);
  if (place < 0) throw new Error(`no feature can be made of ${name}`);
  return place;
}

/**
 * Calls `emit` with each feature of each token. All values that a token's features are made of are laid out first and
 * then put together by table: a call for each feature would be a function so large that making it fast takes longer than
 * reading a story.
 */
export function tagFeatures(passage: Passage, emit: (token: number, feature: number) => void): void {
  const { length } = passage.places;
  const fields = Int32Array.from(
    [...passage.places, EDGE].flatMap((place) => FIELDS.map((field) => place[field])),
  );
  const clauses = clausesOf(passage);
  const runs = runsOf(passage);
  const headline = /[.?!][^\p{L}\p{N}]*$/u.test(passage.text.slice(-LAST_MARKS)) ? 0 : 1;
  const values = new Int32Array(VALUES.length);
  for (let i = 0; i < length; i++) {
    const run = runs[i] ?? { start: i, end: i + 1, kind: 0 };
    const clause = clauses[i];
    const sites = [i - 3, i - 2, i - 1, i, i + 1, i + 2, i + 3];
    sites.push(run.start - 1, run.end, run.start, run.end - 1);
    const measures = [0, headline, run.kind, run.end - 1 === i ? 1 : 0, run.start === i ? 1 : 0];
    measures.push(near(i - run.start), near(run.end - i));
    if (clause) {
      const { left, right, before, after, whole } = clause;
      const { first, last, strongest } = whole;
      sites.push(left, left + 1, right, right - 1, before, before - 1, before + 1);
      sites.push(after, after + 1, after - 1, first, last, last - 1, strongest);
      measures.push(near(i - left), near(right - i), clause.marksLeft, clause.marksRight);
      measures.push(near(i - before), near(after - i), strongest < i ? 0 : strongest > i ? 1 : 2);
      measures.push(near(i - first), near(last - i), whole.quotedInSentence);
    }
    let at = 0;
    for (const site of sites) {
      const from = (site < 0 || site > length ? length : site) * FIELDS.length;
      for (let f = 0; f < FIELDS.length; f++) values[at++] = fields[from + f] ?? 0;
    }
    values.set(measures, SITES.length * FIELDS.length);
    emitAll(NEARBY, 1, values, i, emit);
    if (clause) emitAll(IN_CLAUSE, 1 + NEARBY.length, values, i, emit);
  }
}

/** @param first number of the first template, which is a part of each feature */
function emitAll(
  templates: readonly Int32Array[],
  first: number,
  values: Int32Array,
  token: number,
  emit: (token: number, feature: number) => void,
): void {
  for (let t = 0; t < templates.length; t++) {
    const parts = templates[t];
    let feature = first + t;
    for (let k = 0; parts && k < parts.length; k++) feature = mixed(feature, values[parts[k] ?? 0] ?? 0);
    emit(token, feature);
  }
}

/** A distance in few steps. */
function near(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 15 ? 5 : 6;
}
