import { statementsBy } from "../attribution/by-name.js";
import { isNameOf } from "../attribution/same-name.js";
import { type Statement, statementsOf } from "../attribution/statements.js";
import { voiceAt } from "../attribution/voice.js";
import { isPlaceName } from "../language/places.js";
import { overlaps } from "../language/span.js";
import { folded, isStopWord } from "../language/terms.js";
import { tokens } from "../language/tokens.js";
import { isNamedIn } from "../retrieval/named.js";
import type { Passage } from "../retrieval/passage.js";
import type { Hit, SearchResult } from "../retrieval/search.js";
import type { Story } from "../story/story.js";
import type { Library } from "./ask.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Forms of verbs with which one asks for somebody's words. */
const SAYING = words(
  "say says said saying think thinks thought believe believes believed claim claims claimed deny denies denied tell tells " +
    "told add added argue argues argued warn warns warned announce announced insist insists insisted admit admits admitted " +
    "state stated declare declared call calls called describe describes described demand demands demanded alleged allege",
);
const HELPING = words("did does do has have had was were is are");
const POINTING = words("he she it they you i we that this");

/** So many words may name the one who is asked for, or stand before the question word. */
const LONGEST_NAME = 9;
const LEAD_IN = 6;

/** The confidence where the one who is asked for says nothing: well below that of any answer. */
const UNSAID = 0.2;

/** And where all is asked for that somebody says who says something: nothing else could be meant. */
const ALL_SAID = 0.9;

/** A sentence of a named speaker goes before the best one where it is at least so likely as this share of it. */
const RIVAL = 0.3;

interface Asked {
  readonly speaker: string;
  /** True where only the name tells what is asked for ("What did Roe say?"). */
  readonly all: boolean;
}

/**
 * The sentences that were found, in the order for a question about somebody's words: those of the one who is asked for
 * first ("What did Roe say?"), or those that tell who says it ("Who denies it?"); any other question as it was.
 */
export function bySpeaker(
  library: Library,
  question: string,
  result: SearchResult,
  storyId?: string,
): SearchResult {
  const asked = askedSpeaker(question);
  const stories = library.stories.filter(({ id }) => storyId === undefined || id === storyId);
  if (!asked) return asksWhoSays(question) ? withSpeakersFirst(result) : result;
  const own = passagesBy(library, stories, asked.speaker);
  if (own.size > 0) return withFirst(result, own, asked.all);
  const isUnsaid = isPersonal(asked.speaker) && !isTold(stories, asked.speaker, result);
  return isUnsaid ? { ...result, confidence: Math.min(result.confidence, UNSAID) } : result;
}

/** Who is asked for in "what did NAME say (about …)?", "what does NAME think …?", "what does NAME have to say …?" */
export function askedSpeaker(question: string): Asked | undefined {
  const all = tokens(question);
  const plain = all.map(({ text }) => folded(text));
  const what = plain.findIndex((word) => /^(?:what|wat|whats)$/.test(word));
  const from = what + (/^(?:else|exactly)$/.test(plain[what + 1] ?? "") ? 3 : 2);
  if (what < 0 || what > LEAD_IN || !HELPING.has(plain[from - 1] ?? "")) return undefined;
  const verb = plain.findIndex((word, i) => i > from && SAYING.has(word));
  const to = /^(?:have|has) to$/.test(plain.slice(verb - 2, verb).join(" ")) ? verb - 2 : verb;
  const [first, last] = [all[from], all[to - 1]];
  if (verb < 0 || to - from > LONGEST_NAME || !first || !last || to <= from) return undefined;
  if (to - from === 1 && POINTING.has(plain[from] ?? "")) return undefined;
  const rest = all.slice(verb + 1).filter(({ text }) => !isStopWord(text));
  return { speaker: question.slice(first.start, last.end), all: rest.length === 0 };
}

/** "who said …?", "who has denied …?" */
function asksWhoSays(question: string): boolean {
  const plain = tokens(question).map(({ text }) => folded(text));
  const who = plain.indexOf("who");
  const verb = plain[who + (HELPING.has(plain[who + 1] ?? "") ? 2 : 1)] ?? "";
  return who >= 0 && who <= LEAD_IN && SAYING.has(verb);
}

/** The sentences in which somebody of that name says something, in the order of the text. */
function passagesBy({ index }: Library, stories: readonly Story[], name: string): ReadonlySet<Passage> {
  const own = new Map<Story, readonly Statement[]>();
  for (const story of stories) {
    const all = statementsOf(story);
    const exact = all.filter(({ speaker }) => speaker !== null && isNameOf(name, speaker.name));
    const found = exact.length > 0 ? exact : nearlyBy(all, name);
    if (found.length > 0) own.set(story, found);
  }
  if (own.size === 0) return new Set();
  const says = ({ story, sentence }: Passage) => own.get(story)?.some((one) => isIn(one, sentence));
  return new Set(index.passages.filter(says));
}

/** Of speakers whose name is spelt nearly so; a place spelt nearly like another is another place. */
function nearlyBy(all: readonly Statement[], name: string): Statement[] {
  const isPlace = isPlaceName(name);
  const word = folded(name);
  return statementsBy(all, name).filter(({ speaker }) => {
    const own = tokens(speaker?.name ?? "").map(({ text }) => folded(text));
    return isPlace ? own.some((one) => one !== word && one.startsWith(word)) : !own.includes(word);
  });
}

function isIn({ content, cue }: Statement, sentence: { start: number; end: number }): boolean {
  return [...content, ...(cue ? [cue] : [])].some((span) => overlaps(span, sentence));
}

/** The one's sentences first, by how well they fit, or in the order of the text where all are asked for. */
function withFirst(result: SearchResult, own: ReadonlySet<Passage>, all: boolean): SearchResult {
  const scores = new Map(result.hits.map(({ passage, score }) => [passage, score]));
  const first = [...own].map((passage) => ({ passage, score: scores.get(passage) ?? 0 }));
  const ordered = all ? first : first.toSorted((a, b) => b.score - a.score);
  const others = result.hits.filter(({ passage }) => !own.has(passage));
  const confidence = all ? Math.max(result.confidence, ALL_SAID) : result.confidence;
  return { ...result, confidence, hits: inOrder([...ordered, ...others]) };
}

function withSpeakersFirst(result: SearchResult): SearchResult {
  const best = result.hits[0]?.score ?? 0;
  const names = ({ passage: { story, sentence }, score }: Hit) =>
    score >= RIVAL * best && voiceAt(story, sentence).voice === "source";
  const first = result.hits.filter(names);
  const others = result.hits.filter((hit) => !first.includes(hit));
  return { ...result, hits: inOrder([...first, ...others]) };
}

/** Hits in a new order; the scores go down as before. */
function inOrder(hits: readonly Hit[]): Hit[] {
  const scores = hits.map(({ score }) => score).sort((a, b) => b - a);
  return hits.map(({ passage }, i) => ({ passage, score: scores[i] ?? 0 }));
}

/** True for words that end in a name which is no place: places speak for governments that go by other names. */
function isPersonal(name: string): boolean {
  const last = tokens(name).at(-1)?.text ?? "";
  return /^\p{Lu}/u.test(last) && !isPlaceName(last);
}

/** True where a story names that one, and what was found is the publisher's own telling. */
function isTold(stories: readonly Story[], name: string, { hits }: SearchResult): boolean {
  const [best] = hits;
  if (!best || !stories.some((story) => isNamedIn(story, name))) return false;
  const { story, sentence } = best.passage;
  return voiceAt(story, sentence).voice === "publisher";
}
