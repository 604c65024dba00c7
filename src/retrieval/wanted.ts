import type { ExpressionKind } from "../language/expressions.js";
import type { WordVectors } from "../language/vectors.js";
import type { Matcher } from "./matching.js";
import type { Passage } from "./passage.js";
import type { QuestionKind } from "./question.js";

/** The kinds of expression that answer a kind of question. */
const EXPRESSIONS: Partial<Record<QuestionKind, readonly ExpressionKind[]>> = {
  when: ["date"],
  "how many": ["number", "money", "percent"],
  "how much": ["money", "percent", "number"],
  "how long": ["duration", "date", "number"],
  "how old": ["age"],
};

const NONE: readonly ExpressionKind[] = [];

/** The kinds of expression of which one is wanted; none for a question that wants other words. */
export function wantedKinds(kind: QuestionKind): readonly ExpressionKind[] {
  return EXPRESSIONS[kind] ?? NONE;
}

/** First tokens of the expressions of a wanted kind that the question does not name itself. */
export function wantedPlaces(passage: Passage, kinds: readonly ExpressionKind[], matcher: Matcher): number[] {
  const places: number[] = [];
  for (const { kind, first, last } of kinds.length === 0 ? [] : passage.expressions) {
    if (kinds.includes(kind) && isNew(passage, first, last, matcher)) places.push(first);
  }
  return places;
}

export function hasWanted(passage: Passage, kinds: readonly ExpressionKind[], matcher: Matcher): boolean {
  return wantedPlaces(passage, kinds, matcher).length > 0;
}

/** True where one of these tokens holds a term that the question lacks. */
export function isNew({ tokens }: Passage, first: number, last: number, { asked }: Matcher): boolean {
  for (let i = first; i <= last; i++) {
    if (tokens[i]?.terms.some((term) => !asked.has(term))) return true;
  }
  return false;
}

/** A number counts a word that follows it within so many tokens. */
const COUNTED_WITHIN = 3;

/** How near what a number of the sentence counts is to what the question wants counted: its first word. */
export function counted(passage: Passage, matcher: Matcher, vectors: WordVectors): number {
  const [wanted] = matcher.units;
  let most = 0;
  for (const { kind, first, last } of wanted ? passage.expressions : []) {
    if (kind !== "number" || !isNew(passage, first, last, matcher)) continue;
    for (let i = last + 1; i <= last + COUNTED_WITHIN && i < passage.tokens.length; i++) {
      const isSame = passage.tokens[i]?.terms.some((term) => wanted?.token.terms.includes(term));
      most = Math.max(most, isSame ? 1 : vectors.similarity(wanted?.row ?? -1, passage.rows[i] ?? -1));
    }
  }
  return most;
}
