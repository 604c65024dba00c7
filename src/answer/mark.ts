import type { Span } from "../language/span.js";
import { shifted } from "../language/span.js";
import type { WordVectors } from "../language/vectors.js";
import type { Shared } from "../retrieval/features.js";
import type { Match, Matcher } from "../retrieval/matching.js";
import type { Model } from "../retrieval/model.js";
import type { Passage } from "../retrieval/passage.js";
import { KINDS, type QuestionKind } from "../retrieval/question.js";
import { isNew, wantedKinds } from "../retrieval/wanted.js";
import { type AnsweringWords, answeringWords, WORDS_KINDS, type WordsKind } from "./answering-words.js";

/** What is asked of a stretch of words by itself, and of how it stands to the question. */
const OWN_INPUTS = [
  ...WORDS_KINDS.map((kind) => `is a ${kind}`),
  "only one of its kind",
  "place in sentence",
  "length",
  "at the start",
  "after by",
  "placed",
  "two words",
  "like a place",
  "like a person",
  "like a group",
] as const;
const ASKED_INPUTS = [
  "new",
  "asked",
  "distance",
  "distance to the rarest",
  "before",
  "nearest of its kind",
  "focus",
  "coverage",
  "from the first word",
  "from the last word",
  "asked with an auxiliary",
] as const;

export const MARK_INPUTS = [...OWN_INPUTS, ...ASKED_INPUTS] as const;

/** Common words beside which the vectors of names of places, persons and groups lie. */
const LIKENESSES = [
  ["city", "country", "town", "province"],
  ["president", "man", "john", "minister"],
  ["company", "agency", "party", "team"],
] as const;

/** A place farther off than this is as good as any other, in tokens. */
const FARTHEST = 10;

/** From this chance on that the words answer they are marked. */
const MARKED_FROM = 0.4;

/** The words of a sentence that answer, as a span of the story; null where none is sure. */
export function markedWords(passage: Passage, shared: Shared, model: Model): Span | null {
  let best: { words: AnsweringWords; chance: number } | undefined;
  const kind = KINDS.indexOf(shared.question.kind);
  const only = markedFor(shared.question.kind);
  for (const { words, inputs } of markInputs(passage, shared)) {
    if (only.length > 0 && !only.some((one) => one === words.kind)) continue;
    const chance = 1 / (1 + Math.exp(-model.marking.score(inputs, kind)));
    if (chance >= MARKED_FROM && (!best || chance > best.chance)) best = { words, chance };
  }
  return best ? shifted({ start: best.words.start, end: best.words.end }, passage.sentence.start) : null;
}

/** Whoever asks how old somebody was gets an age or nothing, not a count; whoever asks why, a reason. Empty: anything. */
function markedFor(kind: QuestionKind): readonly WordsKind[] {
  return kind === "why" ? ["reason"] : wantedKinds(kind);
}

/** Every stretch that may answer, with the inputs of the network that judges it, in the order of `MARK_INPUTS`. */
export function markInputs(
  passage: Passage,
  shared: Shared,
): { words: AnsweringWords; inputs: Float64Array }[] {
  const { matcher, index, question } = shared;
  const match = matcher.match(passage);
  const all = answeringWords(passage);
  const matched = matchedUnits(match, matcher);
  const rarest = matched.reduce((best, one) => (one.weight > best.weight ? one : best), NOWHERE).place;
  const total = matcher.units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const coverage = matched.reduce((sum, { weight, meaning }) => sum + weight * meaning, 0) / total;
  const focus = [matcher.units[0]?.row ?? -1];
  const [opening, ending] = [match.places[0] ?? -1, match.places.at(-1) ?? -1];
  const auxiliary = AUXILIARY.test(question.tokens[1]?.text ?? "") ? 1 : 0;
  const fixed = fixedInputsOf(passage, all, index.vectors);
  const distances = all.map((words) => {
    let least = NO_DISTANCE;
    for (const { place } of matched) {
      if (place < words.first || place > words.last) least = Math.min(least, gap(words, place));
    }
    return least;
  });
  return all.map((words, i) => {
    const distance = distances[i] ?? NO_DISTANCE;
    const isNearest = all.every(
      ({ kind }, j) => kind !== words.kind || (distances[j] ?? NO_DISTANCE) >= distance,
    );
    const inside = matched.filter(({ place }) => words.first <= place && place <= words.last);
    const inputs = new Float64Array(MARK_INPUTS.length);
    inputs.set(fixed[i] ?? []);
    inputs.set(
      [
        isNew(passage, words.first, words.last, matcher) ? 1 : 0,
        inside.length / (words.last - words.first + 1),
        1 / (1 + distance / 3),
        rarest < 0 ? 0 : 1 / (1 + gap(words, rarest) / 3),
        words.last < (matched[0]?.place ?? 0) ? 1 : 0,
        isNearest ? 1 : 0,
        likeness(passage, words, focus, index.vectors),
        coverage,
        opening < 0 ? 0 : signed(words, opening),
        ending < 0 ? 0 : signed(words, ending),
        auxiliary,
      ],
      OWN_INPUTS.length,
    );
    return { words, inputs };
  });
}

const AUXILIARY = /^(?:did|do|does|is|are|was|were|has|have|had|will)$/i;

/** The distance to the words of the question where none of them stands in the sentence, in tokens. */
const NO_DISTANCE = 30;

const NOWHERE = { place: -1, weight: -1, meaning: 0 };

/** A word of another meaning does not say where in the sentence the question's word stands. */
const PLACED_FROM = 0.3;

function matchedUnits({ places, meaning }: Match, { units }: Matcher): (typeof NOWHERE)[] {
  return units.flatMap(({ weight }, u) => {
    const one = { place: places[u] ?? -1, weight, meaning: meaning[u] ?? 0 };
    return one.place >= 0 && one.meaning > PLACED_FROM ? [one] : [];
  });
}

/** Kept as long as the passage itself: they do not depend on the question. */
const known = new WeakMap<Passage, readonly (readonly number[])[]>();

/** For all stretches of a passage their `OWN_INPUTS`. */
function fixedInputsOf(passage: Passage, all: readonly AnsweringWords[], vectors: WordVectors) {
  const kept = known.get(passage);
  if (kept) return kept;
  const rows = LIKENESSES.map((words) => words.map((word) => vectors.rowOf(word)));
  const made = all.map((words) => {
    const size = words.last - words.first + 1;
    const before = passage.tokens[words.first - 1]?.text.toLowerCase() ?? "";
    return [
      ...WORDS_KINDS.map((kind) => (words.kind === kind ? 1 : 0)),
      all.filter(({ kind }) => kind === words.kind).length === 1 ? 1 : 0,
      words.first / (passage.tokens.length || 1),
      Math.log(size + 1) / 3,
      words.first === 0 ? 1 : 0,
      before === "by" ? 1 : 0,
      /^(?:in|at|near|from|to|of|on)$/.test(before) ? 1 : 0,
      size > 1 ? 1 : 0,
      ...rows.map((some) => likeness(passage, words, some, vectors)),
    ];
  });
  known.set(passage, made);
  return made;
}

/** Cosine of the two words of a stretch and of some rows that are nearest to each other; not below 0. */
function likeness({ rows }: Passage, words: AnsweringWords, some: readonly number[], vectors: WordVectors) {
  let most = 0;
  for (let t = words.first; t <= words.last; t++) {
    for (const row of some) most = Math.max(most, vectors.similarity(row, rows[t] ?? -1));
  }
  return most;
}

function gap({ first, last }: AnsweringWords, place: number): number {
  if (place < first) return first - place;
  return place > last ? place - last : 0;
}

/** How far before (less than 0) or behind the place the words stand, -1…1; 0 where they hold it. */
function signed(words: AnsweringWords, place: number): number {
  const distance = Math.min(FARTHEST, gap(words, place)) / FARTHEST;
  return words.last < place ? -distance : distance;
}
