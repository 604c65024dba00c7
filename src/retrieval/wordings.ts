import type { Span } from "../language/span.js";
import { type SpelledWord, spelledWords } from "../language/spelling.js";
import type { Story } from "../story/story.js";

/** The words of a story, laid out so that a run of them is found by one search in a string. */
export interface Wording {
  /** All keys in small letters, a space before and after each. */
  readonly text: string;
  /** For each word where its key begins in `text`, and where the word begins and ends in the body. */
  readonly offsets: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A word of a quotation. */
export interface QuotedWord extends SpelledWord {
  /** True at the ends of a part, where letter case does not matter. */
  readonly loose: boolean;
}

/** Kept as long as the story itself; made when it is first looked through. */
const known = new WeakMap<Story, Wording>();

export function wordingOf(story: Story): Wording {
  const kept = known.get(story);
  if (kept) return kept;
  const words = spelledWords(story.body);
  const keys = words.map(({ key }) => key.toLowerCase());
  const offsets = new Uint32Array(words.length);
  let offset = 1;
  for (const [i, key] of keys.entries()) {
    offsets[i] = offset;
    offset += key.length + 1;
  }
  const made = {
    text: ` ${keys.join(" ")} `,
    offsets,
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
  };
  known.set(story, made);
  return made;
}

/** The words of a story that lie between two places of its body. */
export function wordsBetween(story: Story, { start, end }: Span): SpelledWord[] {
  const { starts, ends } = wordingOf(story);
  const first = firstAtLeast(starts, start);
  const from = starts[first] ?? end;
  const to = ends[firstAtLeast(starts, end) - 1] ?? from;
  return spelledWords(story.body.slice(from, to)).map((word) => ({
    key: word.key,
    start: word.start + from,
    end: word.end + from,
  }));
}

/** The beginning of the word that comes `by` words after a place in the body (before it, where negative). */
export function wordsAway(story: Story, place: number, by: number): number {
  const { starts } = wordingOf(story);
  const at = firstAtLeast(starts, place) + by;
  return at < 0 ? 0 : (starts[at] ?? story.body.length);
}

/**
 * Where in a story's body a run of words stands, word for word, from a place on.
 * @returns undefined where it stands nowhere
 */
export function findRun(story: Story, run: readonly QuotedWord[], from = 0): Span | undefined {
  const { text, offsets, starts, ends } = wordingOf(story);
  const sought = soughtText(run);
  const first = firstAtLeast(starts, from);
  let at = text.indexOf(sought, (offsets[first] ?? text.length) - 1);
  for (; at >= 0; at = text.indexOf(sought, at + 1)) {
    const place = placeAt(offsets, starts, ends, at + 1, run.length);
    if (place && hasCaseOf(run, wordsBetween(story, place))) return place;
  }
  return undefined;
}

/** The same, backwards: the last such place that ends at `before` or earlier. */
export function findRunBefore(story: Story, run: readonly QuotedWord[], before: number): Span | undefined {
  const { text, offsets, starts, ends } = wordingOf(story);
  const sought = soughtText(run);
  const last = firstAtLeast(starts, before) - run.length;
  let at = last < 0 ? -1 : text.lastIndexOf(sought, (offsets[last] ?? 0) - 1);
  for (; at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sought, at - 1)) {
    const place = placeAt(offsets, starts, ends, at + 1, run.length);
    if (place && hasCaseOf(run, wordsBetween(story, place))) return place;
  }
  return undefined;
}

function soughtText(run: readonly QuotedWord[]): string {
  return ` ${run.map(({ key }) => key.toLowerCase()).join(" ")} `;
}

function placeAt(
  offsets: Uint32Array,
  starts: Uint32Array,
  ends: Uint32Array,
  offset: number,
  length: number,
): Span | undefined {
  const first = firstAtLeast(offsets, offset);
  const [start, end] = [starts[first], ends[first + length - 1]];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function hasCaseOf(run: readonly QuotedWord[], words: readonly SpelledWord[]): boolean {
  return run.length === words.length && run.every((word, i) => isSameWord(words[i], word));
}

/** True where a word of the story is the quotation's; at the ends of a part in any case. */
export function isSameWord(word: SpelledWord | undefined, { key, loose }: QuotedWord): boolean {
  if (word === undefined) return false;
  return word.key === key || (loose && word.key.toLowerCase() === key.toLowerCase());
}

/** Index of the first number that is not less than `least`; the numbers rise. */
function firstAtLeast(numbers: Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
