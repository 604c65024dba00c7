import { type Statement, statementsOf } from "../attribution/statements.js";
import { voiceAt } from "../attribution/voice.js";
import { overlaps } from "../language/span.js";
import { terms } from "../language/terms.js";
import type { Passage } from "../retrieval/passage.js";
import type { Hit, SearchResult } from "../retrieval/search.js";
import { type Story, wordsAt } from "../story/story.js";
import { isSomebody, type Statements, statementsOfSpeaker, tellsOf } from "./asked-speaker.js";
import { type AskedWords, askedWords } from "./asked-words.js";
import type { Library } from "./library.js";

/** The confidence where the one who is asked for says nothing, or nothing of the kind: below that of any answer. */
const UNSAID = 0.1;

/** And where all is asked for that somebody says who says something: nothing else could be meant. */
const ALL_SAID = 0.9;

/** A sentence of a named speaker goes before the best one where it is at least so likely as this share of it. */
const RIVAL = 0.3;

/** One whose cue is the verb that is asked for does already where it is so likely. */
const FITTING = 0.05;

/**
 * The sentences that were found, in the order for a question about somebody's words: those of the one who is asked for
 * before any other ("What did Roe say?"), or those that tell who says it ("Who denies it?"); any other question's as
 * they were.
 */
export function bySpeaker(
  library: Library,
  question: string,
  result: SearchResult,
  storyId?: string,
): SearchResult {
  const asked = askedWords(question);
  if (!asked) return result;
  const found = new Set(result.hits.map(({ passage }) => passage.story));
  const stories = library.stories.filter(({ id }) => storyId === undefined || id === storyId);
  const passagesOf = (some: ReadonlySet<Story>) =>
    stories.flatMap((story) => (some.has(story) ? library.index.passagesOf(story) : []));
  if (asked.kind === "who") return withSayersFirst(result, passagesOf(found), asked);
  const own = statementsOfSpeaker(library, stories, asked.speaker, found);
  const passages = passagesOf(new Set(own.keys()));
  if (own.size > 0) return withOwnFirst(result, passages, own, asked.about);
  const told = result.hits.find(({ passage }) => tellsOf(passage, asked.speaker));
  if (told) return { ...result, hits: inOrder([told, ...result.hits.filter((hit) => hit !== told)]) };
  const confidence = isSomebody(library, stories, asked.speaker)
    ? Math.min(result.confidence, UNSAID)
    : result.confidence;
  return { ...result, confidence };
}

function isIn({ content, cue }: Statement, sentence: { start: number; end: number }): boolean {
  return [...content, ...(cue ? [cue] : [])].some((span) => overlaps(span, sentence));
}

/**
 * The one's sentences first: by how well they fit, or, where all are asked for, none but them, in the order of the text.
 * Those in which another one speaks, too, come behind those of one voice. Where the story has what is asked about only in
 * others' words, this one does not say it.
 */
function withOwnFirst(
  result: SearchResult,
  passages: readonly Passage[],
  own: Statements,
  about: readonly string[],
): SearchResult {
  const scores = new Map(result.hits.map(({ passage, score }) => [passage, score]));
  const first = passages
    .filter(({ story, sentence }) => own.get(story)?.some((one) => isIn(one, sentence)))
    .map((passage) => ({ passage, score: scores.get(passage) ?? 0 }));
  const isClear = ({ passage: { story, sentence } }: Hit) =>
    voiceAt(story, sentence).voice !== "unattributed";
  const clearFirst = (hits: readonly Hit[]) => [
    ...hits.filter(isClear),
    ...hits.filter((hit) => !isClear(hit)),
  ];
  if (about.length === 0) {
    return { ...result, confidence: Math.max(result.confidence, ALL_SAID), hits: inOrder(clearFirst(first)) };
  }
  const ordered = clearFirst(first.toSorted((a, b) => b.score - a.score));
  const isOwn = new Set(first.map(({ passage }) => passage));
  const others = result.hits.filter(({ passage }) => !isOwn.has(passage));
  const isUnsaid = isSaidByOthersOnly(result, passages, own, about);
  const confidence = isUnsaid ? Math.min(result.confidence, UNSAID) : result.confidence;
  return { ...result, confidence, hits: inOrder([...ordered, ...others]) };
}

/** From this nearness in meaning on a sentence speaks of what is asked for. */
const NEAR = 0.5;

/** True where the story has all words for what is asked about, but none of them, nor any like it, where its speaker speaks. */
function isSaidByOthersOnly(
  { shared }: SearchResult,
  passages: readonly Passage[],
  own: Statements,
  about: readonly string[],
): boolean {
  const { matcher, index } = shared;
  const stories = [...own.keys()];
  if (!about.every((term) => stories.some((story) => index.vocabularyOf(story).has(term)))) return false;
  const asked = new Set(about);
  const isAbout = matcher.units.map(({ token }) => token.terms.some((term) => asked.has(term)));
  const speaks = ({ story, sentence: { start, end } }: Passage) =>
    own.get(story)?.some((one) => isIn(one, { start, end })) === true;
  return passages.every((passage, i) => {
    const isNear = [passages[i - 1], passage, passages[i + 1]].some((one) => one && speaks(one));
    return !isNear || matcher.match(passage).meaning.every((near, u) => !isAbout[u] || near < NEAR);
  });
}

/** The sentences that tell who says something: first those whose cue is what is asked for, then other speakers' likely ones. */
function withSayersFirst(
  result: SearchResult,
  passages: readonly Passage[],
  { verbs, all }: Extract<AskedWords, { kind: "who" }>,
): SearchResult {
  const scores = new Map(result.hits.map(({ passage, score }) => [passage, score]));
  const best = result.hits[0]?.score ?? 0;
  const fits = ({ story, sentence }: Passage) =>
    verbs !== undefined &&
    voiceAt(story, sentence).voice === "source" &&
    statementsOf(story).some(
      ({ cue, source }) =>
        cue !== null &&
        overlaps(cue, sentence) &&
        terms(wordsAt(story, cue)).some((term) => verbs.has(term)) &&
        !(source !== null && isAskedAbout(wordsAt(story, source), result)),
    );
  const fitting = passages
    .map((passage) => ({ passage, score: scores.get(passage) ?? 0 }))
    .filter(({ passage, score }) => (all || score >= FITTING * best) && fits(passage));
  const first = all ? fitting : fitting.toSorted((a, b) => b.score - a.score);
  const isFirst = new Set(first.map(({ passage }) => passage));
  const others = result.hits.filter(({ passage }) => !isFirst.has(passage));
  const isRival = ({ passage: { story, sentence }, score }: Hit) =>
    score >= RIVAL * best && voiceAt(story, sentence).voice === "source";
  const hits = [...first, ...others.filter(isRival), ...others.filter((hit) => !isRival(hit))];
  const confidence = all && first.length > 0 ? Math.max(result.confidence, ALL_SAID) : result.confidence;
  return { ...result, confidence, hits: inOrder(hits) };
}

/** True where the question names the source: "Who accused Roe?" asks for somebody else than Roe. */
function isAskedAbout(source: string, { shared }: SearchResult): boolean {
  const asked = new Set(shared.question.tokens.flatMap((token) => token.terms));
  const own = terms(source);
  return own.length > 0 && own.every((term) => asked.has(term));
}

/** Hits in a new order; the scores go down as before. */
function inOrder(hits: readonly Hit[]): Hit[] {
  const scores = hits.map(({ score }) => score).sort((a, b) => b - a);
  return hits.map(({ passage }, i) => ({ passage, score: scores[i] ?? 0 }));
}
