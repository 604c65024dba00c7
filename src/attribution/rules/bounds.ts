import { overlaps, type Span } from "../../language/span.js";
import type { Passage, Place } from "../passage.js";
import { isTime } from "./clause.js";

/** A source without what only tells when, or what else was done: "Roe" of "Monday Roe", "Roe while in Paris", "Roe and left". */
export function sourceBounds({ places }: Passage, { start, end }: Span): Span {
  const first = start + 1 < end && isTime(places[start]) ? start + 1 : start;
  const source = { start: first, end };
  for (let i = source.start + 1; i < source.end; i++) {
    const [before, here, next] = [places[i - 1], places[i], places[i + 1]];
    if (!here) break;
    const when =
      (isTime(here) && !/^the$/i.test(before?.token.text ?? "")) ||
      (here.token.text === "on" && isTime(next));
    const clause =
      /^(?:while|when|after|before|as|during|because)$/.test(here.token.text) ||
      (here.token.text === "and" && i + 1 < source.end && next?.token.pos === "VERB");
    if (when || clause) return { start: source.start, end: withoutComma(places, source.start, i) };
  }
  return source;
}

function withoutComma(places: readonly Place[], start: number, end: number): number {
  return end - 1 > start && places[end - 1]?.token.text === "," ? end - 1 : end;
}

/**
 * Content that begins a quotation runs to the end of it: a quotation of several sentences is one. Not over any of
 * `others`, the statement's source and cue.
 */
export function contentBounds(
  { quotations }: Passage,
  content: readonly Span[],
  others: readonly (Span | null)[],
): Span[] {
  return content.map((span, i) => {
    const whole = quotations.find(({ start }) => start === span.start);
    if (!whole || whole.end <= span.end) return span;
    const added = { start: span.end, end: whole.end };
    const taken = [...others, ...content.slice(i + 1)].some((other) => other && overlaps(other, added));
    return taken ? span : whole;
  });
}
