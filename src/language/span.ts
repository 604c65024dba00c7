/** A stretch of a text: UTF-16 code units, half-open (`start` is in it, `end` is not). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The span without the white space at its two ends; empty spans collapse to their start. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, span.start + words.trimEnd().length) };
}

/** The same span, counted from a text that begins `by` code units earlier. */
export function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
