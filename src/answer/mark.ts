import type { Span } from "../language/span.js";
import { shifted } from "../language/span.js";
import { isNew, type Shared } from "../retrieval/features.js";
import type { Model } from "../retrieval/model.js";
import type { Passage } from "../retrieval/passage.js";
import { KINDS } from "../retrieval/question.js";
import { type AnsweringWords, answeringWords, WORDS_KINDS } from "./answering-words.js";

export const MARK_INPUTS = [
  ...WORDS_KINDS.map((kind) => `is a ${kind}`),
  "new",
  "asked",
  "distance",
  "distance to the rarest",
  "before",
  "nearest of its kind",
  "only one of its kind",
  "place in sentence",
  "length",
  "at the start",
  "after by",
  "placed",
  "two words",
  "focus",
  "coverage",
  "from the first word",
  "from the last word",
  "asked with an auxiliary",
  "like a place",
  "like a person",
  "like a group",
] as const;

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
  for (const { words, inputs } of markInputs(passage, shared)) {
    const chance = 1 / (1 + Math.exp(-model.marking.score(inputs, kind)));
    if (chance >= MARKED_FROM && (!best || chance > best.chance)) best = { words, chance };
  }
  return best ? shifted({ start: best.words.start, end: best.words.end }, passage.sentence.start) : null;
}

/** Every stretch that may answer, with the inputs of the network that judges it, in the order of `MARK_INPUTS`. */
export function markInputs(passage: Passage, shared: Shared): { words: AnsweringWords; inputs: number[] }[] {
  const { matcher, index } = shared;
  const match = matcher.match(passage);
  const all = answeringWords(passage);
  const matched = Array.from(match.places, (place, u) => ({
    place,
    meaning: match.meaning[u] ?? 0,
    weight: matcher.units[u]?.weight ?? 0,
  })).filter(({ place, meaning }) => place >= 0 && meaning > 0.3);
  const rarest = matched.reduce((a, b) => (b.weight > a.weight ? b : a), {
    place: -1,
    weight: -1,
    meaning: 0,
  }).place;
  const total = matcher.units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const coverage = matched.reduce((sum, { weight, meaning }) => sum + weight * meaning, 0) / total;
  const focus = matcher.units[0]?.row ?? -1;
  const count = passage.tokens.length || 1;
  const likenesses = LIKENESSES.map((words) => words.map((word) => index.vectors.rowOf(word)));
  const [opening, ending] = [match.places[0] ?? -1, match.places.at(-1) ?? -1];
  const auxiliary = /^(?:did|do|does|is|are|was|were|has|have|had|will)$/i.test(
    shared.question.tokens[1]?.text ?? "",
  );
  const distances = all.map((words) =>
    Math.min(
      30,
      ...matched
        .filter(({ place }) => place < words.first || place > words.last)
        .map(({ place }) => gap(words, place)),
    ),
  );
  return all.map((words, i) => {
    const same = all.filter((other) => other.kind === words.kind);
    const inside = matched.filter(({ place }) => words.first <= place && place <= words.last);
    const size = words.last - words.first + 1;
    const distance = distances[i] ?? 30;
    const before = passage.tokens[words.first - 1]?.text.toLowerCase() ?? "";
    let near = 0;
    for (let t = words.first; t <= words.last; t++)
      near = Math.max(near, index.vectors.similarity(focus, passage.rows[t] ?? -1));
    return {
      words,
      inputs: [
        ...WORDS_KINDS.map((kind) => (words.kind === kind ? 1 : 0)),
        isNew(passage, words.first, words.last, shared) ? 1 : 0,
        inside.length / size,
        1 / (1 + distance / 3),
        rarest < 0 ? 0 : 1 / (1 + gap(words, rarest) / 3),
        words.last < (matched[0]?.place ?? 0) ? 1 : 0,
        same.every((other) => (distances[all.indexOf(other)] ?? 30) >= distance) ? 1 : 0,
        same.length === 1 ? 1 : 0,
        words.first / count,
        Math.log(size + 1) / 3,
        words.first === 0 ? 1 : 0,
        before === "by" ? 1 : 0,
        /^(?:in|at|near|from|to|of|on)$/.test(before) ? 1 : 0,
        size > 1 ? 1 : 0,
        near,
        coverage,
        opening < 0 ? 0 : signed(words, opening),
        ending < 0 ? 0 : signed(words, ending),
        auxiliary ? 1 : 0,
        ...likenesses.map((rows) => {
          let most = 0;
          for (let t = words.first; t <= words.last; t++) {
            for (const row of rows)
              most = Math.max(most, index.vectors.similarity(row, passage.rows[t] ?? -1));
          }
          return most;
        }),
      ],
    };
  });
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
