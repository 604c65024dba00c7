import type { Span } from "./span.js";

/** A quotation with its marks; `closed` is false where the text ends before the closing mark. */
export interface Quotation extends Span {
  readonly closed: boolean;
}

/** Closing mark for each opening mark that is written differently from its closing one. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
]);

const OPENS_AFTER = /[\s([{—–\-/‘']/u;

/**
 * Quotations in double marks (straight, curly, low, angle), left to right, never overlapping.
 * Single marks are left alone: they cannot be told from apostrophes.
 *
 * A straight mark opens where a space, dash or bracket stands before it and a word after it.
 * A quotation that is not closed runs to the end of the text: newspapers leave the mark away
 * when the quotation goes on in the next paragraph.
 */
export function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { start: number; closing: string } | undefined;
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    if (open) {
      if (!open.closing.includes(mark)) continue;
      found.push({ start: open.start, end: i + 1, closed: true });
      open = undefined;
    } else if (mark === '"') {
      if (opensHere(text, i)) open = { start: i, closing: '"' };
    } else {
      const closing = CLOSING.get(mark);
      if (closing) open = { start: i, closing };
    }
  }
  if (open) found.push({ start: open.start, end: text.length, closed: false });
  return found;
}

function opensHere(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (before === "" || OPENS_AFTER.test(before)) && after !== "" && !/\s/u.test(after);
}
