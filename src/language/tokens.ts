import type { Span } from "./span.js";

/** A word, number, amount or acronym as it stands in the text. */
export interface Token extends Span {
  readonly text: string;
}

/**
 * Tried from left to right at each place: acronyms with their stops ("U.S."), amounts with their sign and separators
 * ("$1.5", "35,000", "40%"), words with inner apostrophes and hyphens ("don't", "post-mortem").
 * Each repetition begins with a character that the one before it cannot take, and no acronym is tried for inside another
 * one, so matching takes linear time.
 */
const TOKEN =
  /(?<!(?<!\p{L})\p{L}\.)(?:\p{L}\.){2,}(?!\p{L})|[$€£¥]?\p{N}+(?:[.,:]\p{N}+)*(?:%|\p{L}+)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ‐‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** The tokens of a text, left to right, with their places in it. */
export function tokens(text: string): readonly Token[] {
  if (text === last.text) return last.tokens;
  const made: Token[] = [];
  // Not matchAll, which copies the expression each time.
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    made.push({ text: match[0], start: match.index, end: TOKEN.lastIndex });
  }
  last = { text, tokens: made };
  return made;
}

/** The text that was read last: several rooms read the same question or sentence one after the other. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: "", tokens: [] };
