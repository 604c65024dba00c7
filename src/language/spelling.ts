import type { Span } from "./span.js";

/** A word as it counts when two wordings are compared: its place, and its letters without what may differ. */
export interface SpelledWord extends Span {
  /** In the case of the text, with one form for each apostrophe and accent, without punctuation at its ends. */
  readonly key: string;
}

/**
 * What stands between white space, dashes, hyphens, quotation marks and punctuation; separators inside a number and
 * single stops inside a word belong to it. Each alternative begins with a character that takes only one of them further,
 * so matching takes linear time.
 */
const WORD = /(?:[^\s\p{Pd}"“”„‟«»‹›…,;:!?()[\]{}/\\.\p{N}]+|\p{N}(?:[.,:](?=\p{N}))?|\.(?!\.))+/gu;

/** Left out by typesetters and copied with a text: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

const APOSTROPHES = /[’‘ʼ`´]/g;

/**
 * The words of a text for a comparison word for word. Two texts have the same keys where they differ in quotation marks,
 * dashes, punctuation and white space only.
 */
export function spelledWords(text: string): SpelledWord[] {
  const words: SpelledWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = withoutEdges(text, match.index, match.index + match[0].length);
    const key = keyOf(text.slice(word.start, word.end));
    if (key !== "") words.push({ ...word, key });
  }
  return words;
}

/** Most words: nothing in them has a second form. */
const PLAIN = /^[A-Za-z0-9']+$/;

/** The last stop of "U.S." belongs to it, and is not compared. */
function withoutEdges(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isEdge(text.charAt(start))) start++;
  while (start < end && isEdge(text.charAt(end - 1))) end--;
  const isAcronym = end < to && text.charAt(end) === "." && text.slice(start, end).includes(".");
  return { start, end: isAcronym ? end + 1 : end };
}

/** Punctuation, but not the signs that are read as words. */
function isEdge(mark: string): boolean {
  return /\p{P}/u.test(mark) && !"%‰&@#".includes(mark);
}

function keyOf(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.replace(INVISIBLE, "").normalize("NFC").replace(APOSTROPHES, "'").replace(/\.$/, "");
}

/** How many words a person would count: those with a letter, digit or "&", a compound with hyphens as one. */
export function wordCount(text: string, words: readonly SpelledWord[]): number {
  return words.filter(({ start, key }, i) => {
    const gap = text.slice(words[i - 1]?.end ?? start, start);
    return /[\p{L}\p{N}&]/u.test(key) && !/^[-‐‑]$/.test(gap);
  }).length;
}
