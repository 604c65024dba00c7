import { cosineTo } from "../language/vectors.js";
import { matchedPlaces, nearness, order, pairs, together } from "./arrangement.js";
import type { Candidate } from "./candidates.js";
import { coverageOf, isFound } from "./coverage.js";
import { type Index, neighboursOf } from "./index.js";
import type { Match, Matcher, Unit } from "./matching.js";
import { isOfNewsStory, type Passage, TRAITS } from "./passage.js";
import type { Question } from "./question.js";
import { counted, hasWanted, isNew, wantedKinds, wantedPlaces } from "./wanted.js";

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
  "new name at a place",
  "new name at a place, near",
  "other new name",
  "other new name, near",
  "counted",
  "missing",
  "missing name",
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
const COMPARED_AT = COMPARED.map((name) => OWN_FEATURES.indexOf(name));

const EXPRESSION_KINDS = ["date", "number", "money", "percent", "duration", "age"] as const;

/** What a sentence has, whatever is asked. */
export const PROPERTIES: readonly string[] = [...TRAITS, "name", ...EXPRESSION_KINDS, "long"];

/** Where the sentence stands. Apart from the others: how much it counts depends on who asks (see `Network`). */
export const PLACES: readonly string[] = ["opening", "early", "position"];

/** Everything that the order of sentences is learned from. */
export const RANKING_INPUTS: readonly string[] = [...FEATURES, ...PROPERTIES, ...PLACES];

const NAME = RANKING_INPUTS.indexOf("name");

/** What all candidates of a search share. */
export interface Shared {
  readonly index: Index;
  readonly question: Question;
  readonly matcher: Matcher;
  /** The highest score that MiniSearch gave. */
  readonly bestScore: number;
}

/** What is less than this in the best sentence is compared with this: 0 by 0 is no share. */
const LEAST = 0.05;

/** A sentence of more tokens than this is long, one of fewer than that short. */
const LENGTHS = { long: 25, short: 6 };

/** The inputs of the ranking for all candidates, each in the order of `RANKING_INPUTS`. */
export function inputsOf(candidates: readonly Candidate[], shared: Shared): Float64Array[] {
  const rows = candidates.map((candidate) => {
    const row = new Float64Array(RANKING_INPUTS.length);
    row.set(ownFeatures(candidate, shared));
    row.set(fixedInputsOf(candidate.passage), FEATURES.length);
    row[NAME] = (row[NEW_NAMES] ?? 0) > 0 ? 1 : 0;
    return row;
  });
  COMPARED_AT.forEach((from, c) => {
    const most = rows.reduce((best, row) => Math.max(best, row[from] ?? 0), LEAST);
    for (const row of rows) row[OWN_FEATURES.length + c] = Math.max(0, row[from] ?? 0) / most;
  });
  for (const row of rows) {
    const better = rows.filter((other) => (other[MEANING] ?? 0) > (row[MEANING] ?? 0)).length;
    row[FEATURES.length - 1] = 1 / (1 + better);
  }
  return rows;
}

/** In the order of `OWN_FEATURES`. */
function ownFeatures({ passage, score }: Candidate, shared: Shared): number[] {
  const { index, matcher, question, bestScore } = shared;
  const { units } = matcher;
  const { previous, next } = neighboursOf(index, passage);
  const here = matcher.match(passage);
  const held = coverageOf(matcher, here, previous && matcher.match(previous), next && matcher.match(next));
  const kinds = wantedKinds(question.kind);
  const wanted = wantedPlaces(passage, kinds, matcher);
  const places = matchedPlaces(here);
  const atPlace = newNames(passage, true, matcher);
  const elsewhere = newNames(passage, false, matcher);
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
    cosineTo(matcher.mean, passage.sum),
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
    nearness(wanted, places),
    next && hasWanted(next, kinds, matcher) ? 1 : 0,
    Math.min((atPlace.length + elsewhere.length) / 2, 3) / 3,
    passage.expressions.length > 0 ? 1 : 0,
    same.found,
    same.missing,
    passage.traits.has("speech") && units.some((unit, u) => unit.isName && isFound(here, u)) ? 1 : 0,
    here.meaning[0] ?? 0,
    here.meaning.at(-1) ?? 0,
    units.length > 0 ? Math.min(...here.meaning) : 0,
    held.others,
    newMeaning(passage, here, shared),
    atPlace.length > 0 ? 1 : 0,
    nearness(atPlace, places),
    elsewhere.length > 0 ? 1 : 0,
    nearness(elsewhere, places),
    question.kind === "how many" ? counted(passage, matcher, index.vectors) : 0,
    mostMissing(units, here, false),
    mostMissing(units, here, true),
  ];
}

/** First and last tokens of the names that the question lacks, of those at a place or of the others. */
function newNames(passage: Passage, atPlace: boolean, matcher: Matcher): number[] {
  const places: number[] = [];
  for (const { first, last, isPlaced } of passage.names) {
    if (isPlaced === atPlace && isNew(passage, first, last, matcher)) places.push(first, last);
  }
  return places;
}

/** How rare in English the rarest word of the question is that the sentence lacks, of the names or of the others. */
function mostMissing(units: readonly Unit[], { meaning }: Match, names: boolean): number {
  let most = 0;
  for (let u = 0; u < units.length; u++) {
    const unit = units[u];
    if (unit?.isName === names) most = Math.max(most, unit.general * (1 - (meaning[u] ?? 0)));
  }
  return most;
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
  return cosineTo(matcher.mean, rest);
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
const known = new WeakMap<Passage, readonly number[]>();

/** The `PROPERTIES`, "name" left open, and the `PLACES`. */
function fixedInputsOf(passage: Passage): readonly number[] {
  const kept = known.get(passage);
  if (kept) return kept;
  const { traits, expressions, tokens, position, story } = passage;
  const made = [
    ...TRAITS.map((trait) => (traits.has(trait) ? 1 : 0)),
    0,
    ...EXPRESSION_KINDS.map((kind) => (expressions.some((one) => one.kind === kind) ? 1 : 0)),
    tokens.length > LENGTHS.long ? 1 : 0,
    ...(isOfNewsStory(passage)
      ? [position === 0 ? 1 : 0, 1 / (1 + position), position / story.sentences.length]
      : [0, 0, 0]),
  ];
  known.set(passage, made);
  return made;
}
