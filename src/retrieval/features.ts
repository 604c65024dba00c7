import type { ExpressionKind } from "../language/expressions.js";
import { matchedPlaces, nearestDistance, order, pairs, together } from "./arrangement.js";
import { coverageOf, isFound } from "./coverage.js";
import type { Index } from "./index.js";
import type { Match, Matcher } from "./matching.js";
import { type Passage, TRAITS } from "./passage.js";
import type { Question, QuestionKind } from "./question.js";

/** What is asked of each sentence by itself. */
const OWN_FEATURES = [
  "exact",
  "spelled",
  "meaning",
  "squared meaning",
  "general exact",
  "names",
  "rarest",
  "all found",
  "search",
  "search, absolute",
  "meaning of all",
  "before",
  "after",
  "before, leaning back",
  "after leaning back",
  "paragraph",
  "window meaning",
  "pairs",
  "order",
  "close together",
  "dense",
  "length",
  "short",
  "wanted",
  "wanted, near",
  "wanted in next",
  "new names",
  "has expressions",
  "same expression",
  "expression missing",
  "speaker",
  "first word",
  "last word",
  "least found",
  "other words",
  "new meaning",
] as const;

/** Of these it is also asked how the sentence stands beside the best one. */
const COMPARED = ["exact", "meaning", "window meaning", "meaning of all"] as const;

export const FEATURES: readonly string[] = [
  ...OWN_FEATURES,
  ...COMPARED.map((name) => `${name}, of the best`),
  "rank of meaning",
];

const MEANING = OWN_FEATURES.indexOf("meaning");
const NEW_NAMES = OWN_FEATURES.indexOf("new names");

/** The kinds of expression that answer a kind of question. */
export const EXPRESSIONS_FOR: Partial<Record<QuestionKind, readonly ExpressionKind[]>> = {
  when: ["date"],
  "how many": ["number", "money", "percent"],
  "how much": ["money", "percent", "number"],
  "how long": ["duration", "date", "number"],
  "how old": ["age"],
};

const EXPRESSION_KINDS = ["date", "number", "money", "percent", "duration", "age"] as const;

/** What a sentence has, whatever is asked. */
export const PROPERTIES: readonly string[] = [...TRAITS, "name", ...EXPRESSION_KINDS, "long"];

/** Where the sentence stands. Apart from the others: how much it counts depends on who asks (see `Network`). */
export const PLACES: readonly string[] = ["opening", "early", "position"];

/** Everything that the order of sentences is learned from. */
export const RANKING_INPUTS: readonly string[] = [...FEATURES, ...PROPERTIES, ...PLACES];

export interface Candidate {
  readonly passage: Passage;
  /** MiniSearch's score, 0 where it did not find the sentence. */
  readonly score: number;
}

/** What all candidates of a search share. */
export interface Shared {
  readonly index: Index;
  readonly question: Question;
  readonly matcher: Matcher;
  /** The highest score that MiniSearch gave. */
  readonly bestScore: number;
}

/** Stories longer than this, in sentences, are no news stories: where a sentence stands tells nothing there. */
const NEWS_STORY = 80;

/** What is less than this in the best sentence is compared with this: 0 by 0 is no share. */
const LEAST = 0.05;

/** A sentence of more tokens than this is long, one of fewer than that short. */
const LENGTHS = { long: 25, short: 6 };

/** The inputs of the ranking for all candidates, in the order of `RANKING_INPUTS`. */
export function inputsOf(candidates: readonly Candidate[], shared: Shared): number[][] {
  const rows = candidates.map((candidate) => ownFeatures(candidate, shared));
  const compared = COMPARED.map((name) => {
    const at = OWN_FEATURES.indexOf(name);
    return { at, most: rows.reduce((most, row) => Math.max(most, row[at] ?? 0), LEAST) };
  });
  const meanings = rows.map((row) => row[MEANING] ?? 0).sort((a, b) => b - a);
  rows.forEach((row, i) => {
    for (const { at, most } of compared) row.push(Math.max(0, row[at] ?? 0) / most);
    row.push(1 / (1 + meanings.indexOf(row[MEANING] ?? 0)));
    const passage = candidates[i]?.passage;
    if (!passage) return;
    const { traits, others } = fixedInputsOf(passage);
    row.push(...traits, (row[NEW_NAMES] ?? 0) > 0 ? 1 : 0, ...others);
  });
  return rows;
}

/** In the order of `OWN_FEATURES`. */
function ownFeatures({ passage, score }: Candidate, shared: Shared): number[] {
  const { index, matcher, question, bestScore } = shared;
  const { units } = matcher;
  const { previous, next } = neighboursOf(index, passage);
  const here = matcher.match(passage);
  const held = coverageOf(matcher, here, previous && matcher.match(previous), next && matcher.match(next));
  const kinds = EXPRESSIONS_FOR[question.kind] ?? [];
  const wanted = wantedPlaces(passage, kinds, shared);
  const places = matchedPlaces(here);
  const nearest = nearestDistance(wanted, places);
  const named = passage.names.filter(({ first, last }) => isNew(passage, first, last, shared)).length;
  const same = sameExpressions(here, shared);
  return [
    held.exact,
    held.spelled,
    held.meaning,
    held.squared,
    held.general,
    held.names,
    held.rarest,
    units.length > 0 && held.found === units.length ? 1 : 0,
    bestScore > 0 ? score / bestScore : 0,
    Math.log1p(score) / 4,
    cosine(passage.sum, matcher.mean),
    held.before,
    held.after,
    passage.traits.has("leans back") ? held.before : 0,
    next?.traits.has("leans back") ? held.after : 0,
    paragraphCoverage(index, passage, matcher),
    held.window,
    pairs(here),
    order(here),
    together(places),
    units.length > 0 ? held.found / Math.sqrt(passage.tokens.length + 4) : 0,
    Math.log(passage.tokens.length + 1) / 4,
    passage.tokens.length < LENGTHS.short ? 1 : 0,
    wanted.length > 0 ? 1 : 0,
    nearest === undefined ? 0 : 1 / (1 + nearest / 3),
    next && wantedPlaces(next, kinds, shared).length > 0 ? 1 : 0,
    Math.min(named, 3) / 3,
    passage.expressions.length > 0 ? 1 : 0,
    same.found,
    same.missing,
    passage.traits.has("speech") && units.some((unit, u) => unit.isName && isFound(here, u)) ? 1 : 0,
    here.meaning[0] ?? 0,
    here.meaning.at(-1) ?? 0,
    units.length > 0 ? Math.min(...here.meaning) : 0,
    held.others,
    newMeaning(passage, here, shared),
  ];
}

function neighboursOf({ passages }: Index, { id, story }: Passage) {
  const [previous, next] = [passages.get(id - 1), passages.get(id + 1)];
  return {
    previous: previous?.story === story ? previous : undefined,
    next: next?.story === story ? next : undefined,
  };
}

/** First tokens of the expressions of a wanted kind that the question does not name itself. */
export function wantedPlaces(passage: Passage, kinds: readonly ExpressionKind[], shared: Shared): number[] {
  if (kinds.length === 0) return [];
  return passage.expressions.flatMap(({ kind, start, end }) => {
    if (!kinds.includes(kind)) return [];
    const first = passage.tokens.findIndex((token) => token.start >= start);
    const after = passage.tokens.findIndex((token) => token.start >= end);
    const last = (after < 0 ? passage.tokens.length : after) - 1;
    return isNew(passage, first, last, shared) ? [first] : [];
  });
}

/** True where one of these tokens holds a term that the question lacks. */
export function isNew(
  passage: Passage,
  first: number,
  last: number,
  { matcher }: Pick<Shared, "matcher">,
): boolean {
  for (let i = first; i <= last; i++) {
    if (passage.tokens[i]?.terms.some((term) => !matcher.asked.has(term))) return true;
  }
  return false;
}

/** So many sentences of the paragraph on either side are looked at. */
const PARAGRAPH_REACH = 3;

/** Coverage of the question by the sentences of the paragraph around. */
function paragraphCoverage({ passages }: Index, passage: Passage, matcher: Matcher): number {
  const inside = [matcher.match(passage)];
  for (const step of [-1, 1]) {
    for (let away = 1; away <= PARAGRAPH_REACH; away++) {
      const one = passages.get(passage.id + step * away);
      if (one?.story !== passage.story || one.sentence.paragraph !== passage.sentence.paragraph) break;
      inside.push(matcher.match(one));
    }
  }
  let [sum, all] = [0, 0];
  for (let u = 0; u < matcher.units.length; u++) {
    const weight = matcher.units[u]?.weight ?? 0;
    let best = 0;
    for (const { spelled } of inside) best = Math.max(best, spelled[u] ?? 0);
    all += weight;
    sum += weight * best;
  }
  return all > 0 ? sum / all : 0;
}

/** How near the question as a whole lies to the words of the passage that are not its own. */
function newMeaning(passage: Passage, { places }: Match, { matcher, index }: Shared): number {
  const rest = Float32Array.from(passage.sum);
  for (let u = 0; u < places.length; u++) {
    const place = places[u] ?? -1;
    if (places.indexOf(place) === u) index.vectors.addTo(rest, passage.rows[place] ?? -1, -1);
  }
  return cosine(rest, matcher.mean);
}

/** @param direction of length 1 */
function cosine(sum: Float32Array, direction: Float32Array): number {
  let [product, square] = [0, 0];
  for (let i = 0; i < sum.length; i++) {
    const value = sum[i] ?? 0;
    product += value * (direction[i] ?? 0);
    square += value * value;
  }
  return square > 0 ? product / Math.sqrt(square) : 0;
}

/** Dates and numbers that the question names: found here, or missing here. */
function sameExpressions(match: Match, { question, matcher }: Shared): { found: number; missing: number } {
  let [found, missing] = [0, 0];
  for (const { start, end } of question.expressions) {
    matcher.units.forEach(({ token }, u) => {
      if (token.start < start || token.end > end) return;
      if ((match.exact[u] ?? 0) > 0) found = 1;
      else missing = 1;
    });
  }
  return { found, missing };
}

/** Kept as long as the passage itself: they do not depend on the question. */
const known = new WeakMap<Passage, FixedInputs>();

interface FixedInputs {
  readonly traits: readonly number[];
  /** Of the `PROPERTIES` those after "name", and the `PLACES`. */
  readonly others: readonly number[];
}

function fixedInputsOf(passage: Passage): FixedInputs {
  const kept = known.get(passage);
  if (kept) return kept;
  const { traits, expressions, tokens, position, story } = passage;
  const { length } = story.sentences;
  const made = {
    traits: TRAITS.map((trait) => (traits.has(trait) ? 1 : 0)),
    others: [
      ...EXPRESSION_KINDS.map((kind) => (expressions.some((one) => one.kind === kind) ? 1 : 0)),
      tokens.length > LENGTHS.long ? 1 : 0,
      ...(length > NEWS_STORY ? [0, 0, 0] : [position === 0 ? 1 : 0, 1 / (1 + position), position / length]),
    ],
  };
  known.set(passage, made);
  return made;
}
