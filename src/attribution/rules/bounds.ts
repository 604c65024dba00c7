import { overlaps, type Span } from "../../language/span.js";
import { JUDGING_VERBS } from "../cues.js";
import type { Passage, Place } from "../passage.js";
import { phraseFrom, verbFrom } from "./clause.js";

/**
 * A source without what only tells when, or what else was done: "Roe" of "Monday Roe", "Roe while in Paris", "Roe and
 * left". What stands behind its first comma describes it, and stays.
 */
export function sourceBounds({ places }: Passage, { start: from, end }: Span): Span {
  let start = from;
  while (start + 1 < end && places[start]?.mark) start++;
  const first = start + 1 < end && isDay(places[start]) ? start + 1 : start;
  for (let i = first + 1; i < end && places[i]?.token.text !== ","; i++) {
    const [before, here, next] = [places[i - 1], places[i], places[i + 1]];
    const when =
      (isDay(here) && !/^the$/i.test(before?.token.text ?? "")) ||
      (here?.token.text === "on" && isDay(next)) ||
      (/^(?:this|last)$/.test(here?.token.text ?? "") &&
        /^(?:week|month|year)$/.test(next?.token.text ?? ""));
    const clause =
      /^(?:while|when|after|before|because)$/.test(here?.token.text ?? "") ||
      (here?.token.text === "and" && i + 1 < end && next?.token.pos === "VERB");
    if (when || clause) return { start: first, end: i };
  }
  return { start: first, end };
}

/** Days as newspapers write them; "USA Today" is a name. */
function isDay(place: Place | undefined): boolean {
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)$/.test(place?.token.text ?? "");
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

/** Content without the answer of another one: "it was over" of "it was over, but John Doe denied it". */
export function withoutAnswer(passage: Passage, { start, end }: Span): Span {
  const { places } = passage;
  for (let i = start + 1; i < end - 2; i++) {
    if (places[i]?.token.text !== "," || places[i]?.quoted) continue;
    if (!/^(?:but|while|although|though)$/.test(places[i + 1]?.token.text ?? "")) continue;
    const subject = phraseFrom(passage, i + 2, end);
    const verb = subject && verbFrom(passage, subject.end, end);
    if (verb && JUDGING_VERBS.has(verb.lemma)) return { start, end: i };
  }
  return { start, end };
}
