import {
  INNER_ABBREVIATIONS,
  LEADING_ABBREVIATIONS,
  NUMBERED_ABBREVIATIONS,
  SENTENCE_OPENERS,
} from "./abbreviations.js";
import { type Quotation, quotations } from "./quotations.js";
import { type Span, trimmed } from "./span.js";

/**
 * The longest a sentence may be, in UTF-16 code units; a longer one counts as several. It is the most that one
 * quotation shows, so a sentence always fits into an excerpt.
 */
export const SENTENCE_LIMIT = 700;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentences of one paragraph, left to right, without the white space around them.
 * `Intl.Segmenter` proposes; what it cut after an abbreviation or an initial, before a small letter or inside a
 * closed quotation is put together again.
 */
export function sentences(paragraph: string): Span[] {
  const closed = quotations(paragraph).filter((quotation) => quotation.closed);
  const pieces = proposed(paragraph);
  const whole: Span[][] = [];
  for (const piece of pieces) {
    const current = whole.at(-1);
    const previous = current?.at(-1);
    if (current && previous && goesOn(paragraph, previous, piece, closed)) current.push(piece);
    else whole.push([piece]);
  }
  return whole.flatMap((parts) => fitted(paragraph, parts));
}

function proposed(paragraph: string): Span[] {
  const pieces: Span[] = [];
  for (const { index, segment } of segmenter.segment(paragraph)) {
    const span = trimmed(paragraph, { start: index, end: index + segment.length });
    if (span.end > span.start) pieces.push(span);
  }
  return pieces;
}

function goesOn(text: string, before: Span, after: Span, closed: readonly Quotation[]): boolean {
  const next = text.slice(after.start, after.end);
  if (!/[\p{L}\p{N}]/u.test(next) || /^[”»)\]]/u.test(next)) return true;
  if (/^["“„«([]?\p{Ll}/u.test(next)) return true;
  if (closed.some((quotation) => quotation.start < after.start && after.start < quotation.end)) return true;
  return endsInAbbreviation(text.slice(before.start, before.end), next);
}

function endsInAbbreviation(before: string, next: string): boolean {
  const word = /(?:^|[\s("“'‘—–-])([\p{L}.]+)\.$/u.exec(before)?.[1];
  if (word === undefined) return false;
  if (isIn(NUMBERED_ABBREVIATIONS, word)) return /^\p{N}/u.test(next);
  if (isIn(LEADING_ABBREVIATIONS, word)) return true;
  // "A" in "J. A. Roe" is an initial and opens nothing.
  const opening = /^["“]?([\p{L}'’]+)(?!\p{L}|\.)/u.exec(next)?.[1]?.toLowerCase() ?? "";
  if (SENTENCE_OPENERS.has(opening)) return false;
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) || isIn(INNER_ABBREVIATIONS, word);
}

/** As it is written or, for the entries without a capital, in any case. */
function isIn(abbreviations: ReadonlySet<string>, word: string): boolean {
  return abbreviations.has(word) || abbreviations.has(word.toLowerCase());
}

/** The sentence as one span, or, where that is longer than `SENTENCE_LIMIT`, as several that each fit. */
function fitted(text: string, parts: readonly Span[]): Span[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  if (last.end - first.start <= SENTENCE_LIMIT) return [{ start: first.start, end: last.end }];
  const fits: Span[] = [];
  for (const part of parts) {
    const open = fits.at(-1);
    if (open && part.end - open.start <= SENTENCE_LIMIT)
      fits.splice(-1, 1, { start: open.start, end: part.end });
    else fits.push(...divided(text, part));
  }
  return fits;
}

/** Cuts at white space, or between code points where a single word is longer than the limit. */
function divided(text: string, span: Span): Span[] {
  const cuts: Span[] = [];
  let start = span.start;
  while (span.end - start > SENTENCE_LIMIT) {
    let end = start + SENTENCE_LIMIT;
    while (end > start && !/\s/u.test(text.charAt(end))) end--;
    if (end === start) {
      end = start + SENTENCE_LIMIT;
      if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(end))) end--;
    }
    cuts.push(trimmed(text, { start, end }));
    start = trimmed(text, { start: end, end: span.end }).start;
  }
  if (span.end > start) cuts.push({ start, end: span.end });
  return cuts;
}
