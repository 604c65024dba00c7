import type { Span } from "../language/span.js";
import type { SpelledWord } from "../language/spelling.js";
import { termsOfToken } from "../language/terms.js";
import { fewestChanges, nearestStretch } from "../retrieval/alignment.js";
import { rarity } from "../retrieval/asked-word.js";
import type { Passage } from "../retrieval/passage.js";
import { type QuotedWord, wordsAway, wordsBetween } from "../retrieval/wordings.js";
import type { Story } from "../story/story.js";
import type { Library } from "./library.js";

/**
 * Share of a quotation's words, or of one of its parts, that a place must have in common with it to be the one that was
 * altered; less for a long one, which agrees with nothing by chance. On quotations made by machine (`npm run evaluate`,
 * "check:") 0.55 to 0.65 and 0.5 to 0.6 find all but 0–2% of the altered ones; 0.5 takes a quarter of those of four
 * or five words from elsewhere for altered ones, 0.6 a tenth.
 */
const ALTERED_FROM = { short: 0.6, long: 0.55 };

/** From how many words on a quotation is long. */
const LONG_FROM = 9;

/** True where so many changes in so many words leave enough of them. */
function isAlteration(cost: number, length: number): boolean {
  return 1 - cost / length >= ALTERED_FROM[length < LONG_FROM ? "short" : "long"];
}

/** How many sentences are compared word by word. */
const CANDIDATES = 8;

/** How many of the quotation's rarest terms are looked up. */
const TERMS_LOOKED_UP = 40;

/**
 * A quotation of more words is compared word for word only: a Telegram message holds some 700. So many take up to 35 ms of
 * processor time, 1,000 up to 45.
 */
const COMPARED_UP_TO = 700;

/** A quotation of more parts than this is compared word for word only. */
const PARTS_COMPARED = 12;

/** How far from its other parts a part is looked for, in words. */
const PARTS_WITHIN = 3_000;

type Part = readonly QuotedWord[];

export interface Nearest {
  readonly story: Story;
  readonly parts: readonly Part[];
  /** Null for a part that is not there. */
  readonly places: readonly (Span | null)[];
  /** Whether the quotation may have been made of them. */
  readonly isAlteration: boolean;
}

/** The place whose words come nearest to those of a quotation; undefined where none is near. */
export function nearestWording(library: Library, parts: readonly Part[]): Nearest | undefined {
  const length = parts.flat().length;
  if (length > COMPARED_UP_TO || parts.length > PARTS_COMPARED) return undefined;
  const anchor = indexOfLongest(parts);
  const part = parts[anchor] ?? [];
  const nearest = leastCostly(
    sentencesLike(library, parts, CANDIDATES).map(({ story, sentence }) => {
      const words = wordsBetween(story, around(story, sentence, part.length));
      return { story, words, cost: fewestChanges(part, words) };
    }),
  );
  if (!nearest) return undefined;
  const { story } = nearest;
  const placed = aroundAnchor(story, parts, anchor, placeAmong(story, part, nearest.words, nearest.cost));
  const cost = placed.reduce((sum, one) => sum + one.cost, 0);
  return { story, parts, places: placed.map(({ place }) => place), isAlteration: isAlteration(cost, length) };
}

/** The sentence that shares most with a quotation; null where none shares anything. */
export function nearestSentence(library: Library, parts: readonly Part[]) {
  const [like] = sentencesLike(library, parts, 1);
  return like ? { story: like.story, start: like.sentence.start, end: like.sentence.end } : null;
}

/** Sentences with words of the quotation, most alike first, at most so many. */
function sentencesLike({ index }: Library, parts: readonly Part[], most: number): Passage[] {
  const all = new Set(parts.flat().flatMap(({ key }) => termsOfToken(key)));
  const rarest = [...all]
    .filter((term) => index.documentFrequency.has(term))
    .sort((a, b) => rarity(index, b) - rarity(index, a))
    .slice(0, TERMS_LOOKED_UP);
  return index.find(rarest, most).map(({ passage }) => passage);
}

interface Place {
  readonly place: Span | null;
  readonly cost: number;
}

function around(story: Story, { start, end }: Span, words: number): Span {
  return { start: wordsAway(story, start, -words), end: wordsAway(story, end, words) };
}

function placeWithin(story: Story, part: Part, within: Span): Place {
  const words = wordsBetween(story, within);
  return placeAmong(story, part, words, fewestChanges(part, words));
}

function placeAmong(story: Story, part: Part, words: readonly SpelledWord[], cost: number): Place {
  if (!isAlteration(cost, part.length)) return { place: null, cost: part.length };
  const stretch = nearestStretch(part, words);
  const [first, last] = [words[stretch.start], words[stretch.end - 1]];
  if (!first || !last) return { place: null, cost: part.length };
  // A stretch begins and ends with words of the part: where others of it were replaced, the story's words are shown.
  const before = part.findIndex((word) => isSameInSmall(word, first));
  const after = part.length - 1 - part.findLastIndex((word) => isSameInSmall(word, last));
  const place = {
    start: joinedBefore(story, words.slice(0, stretch.start + 1), before)?.start ?? first.start,
    end: joinedAfter(story, words.slice(stretch.end - 1), after)?.end ?? last.end,
  };
  return { place, cost };
}

function isSameInSmall(one: SpelledWord, other: SpelledWord): boolean {
  return one.key.toLowerCase() === other.key.toLowerCase();
}

/** Of words that end with a known one, the word up to `most` before it from which only spaces stand between. */
function joinedBefore(story: Story, words: readonly SpelledWord[], most: number): SpelledWord | undefined {
  let at = words.length - 1;
  while (at > 0 && words.length - 1 - at < most && isJoined(story, words[at - 1], words[at])) at--;
  return words[at];
}

function joinedAfter(story: Story, words: readonly SpelledWord[], most: number): SpelledWord | undefined {
  let at = 0;
  while (at < words.length - 1 && at < most && isJoined(story, words[at], words[at + 1])) at++;
  return words[at];
}

function isJoined(story: Story, before: Span | undefined, after: Span | undefined): boolean {
  const gap = before && after ? story.body.slice(before.end, after.start) : "";
  return /^[ \u00A0]+$/.test(gap);
}

function leastCostly<T extends { readonly cost: number }>(all: readonly T[]): T | undefined {
  const [first, ...others] = all;
  return first && others.reduce((least, one) => (one.cost < least.cost ? one : least), first);
}

/** The other parts, each where it fits best between its neighbours. */
function aroundAnchor(story: Story, parts: readonly Part[], anchor: number, at: Place): Place[] {
  const placed = [at];
  let edge = at.place?.start ?? 0;
  for (const part of parts.slice(0, anchor).toReversed()) {
    const one = placeWithin(story, part, { start: wordsAway(story, edge, -PARTS_WITHIN), end: edge });
    edge = one.place?.start ?? edge;
    placed.unshift(one);
  }
  edge = at.place?.end ?? 0;
  for (const part of parts.slice(anchor + 1)) {
    const one = placeWithin(story, part, { start: edge, end: wordsAway(story, edge, PARTS_WITHIN) });
    edge = one.place?.end ?? edge;
    placed.push(one);
  }
  return placed;
}

function indexOfLongest(parts: readonly Part[]): number {
  const lengths = parts.map((part) => part.length);
  return lengths.indexOf(Math.max(...lengths));
}
