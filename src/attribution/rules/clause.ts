import type { Span } from "../../language/span.js";
import type { TaggedToken } from "../../language/tagged-tokens.js";
import { JUDGING_VERBS, REPORTING_VERBS } from "../cues.js";
import type { Passage, Place } from "../passage.js";

/** Parts of a sentence that the rules are made of, in tokens of the passage. */

const NOMINAL = new Set("DET ADJ NOUN PROPN NUM SYM".split(" "));
const LONGEST_SUBJECT = 12;

/**
 * The noun phrase that begins at a token: a pronoun, or nouns with what belongs to them ("the prosecutor's office in
 * Oslo", "accounts and testimonies"), up to what cannot be part of it.
 */
export function phraseFrom({ places }: Passage, start: number, limit: number): Span | undefined {
  const first = places[start];
  if (!first || start >= limit) return undefined;
  if (first.token.pos === "PRON") return { start, end: start + 1 };
  let end = start;
  let noun = false;
  while (end < Math.min(limit, start + LONGEST_SUBJECT)) {
    const { pos, text } = places[end]?.token ?? { pos: "", text: "" };
    const next = places[end + 1]?.token.pos ?? "";
    const goesOn =
      NOMINAL.has(pos) ||
      /^['’]s?$/.test(text) ||
      (text === "-" && NOMINAL.has(next)) ||
      (noun &&
        (text === "and" || (pos === "ADP" && text !== "as")) &&
        NOMINAL.has(next) &&
        !isTime(places[end + 1]));
    if (!goesOn) break;
    noun ||= pos === "NOUN" || pos === "PROPN";
    end++;
  }
  return noun ? { start, end } : undefined;
}

const TIMES =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|\d{1,4})$/i;

/** True for a day, a month, a year. */
export function isTime(place: Place | undefined): boolean {
  return place !== undefined && TIMES.test(place.token.text);
}

/** One past "on July 1", "on Monday", "later", "meanwhile", where they stand; commas around them are passed as well. */
export function afterAsides({ places }: Passage, start: number, limit: number): number {
  let at = start;
  for (;;) {
    const [here, next] = [places[at], places[at + 1]];
    if (!here || at >= limit) return at;
    if (here.token.text === "on" && isTime(next)) at += isTime(places[at + 2]) ? 3 : 2;
    else if (isTime(here) || /^(?:meanwhile|however|later|also|then|too|earlier)$/i.test(here.token.text))
      at++;
    else if (
      here.token.text === "," &&
      at + 1 < limit &&
      at === start &&
      /^(?:meanwhile|however|too)$/i.test(next?.token.text ?? "")
    )
      at++;
    else if (here.token.text === "," && at > start && places[start]?.token.text === ",") return at + 1;
    else return at;
  }
}

/** The verb that begins at a token with its auxiliaries and adverbs: "said", "has also denied"; not negated, not passive. */
export function verbFrom(
  { places }: Passage,
  start: number,
  limit: number,
): { span: Span; lemma: string } | undefined {
  let at = start;
  while (at < limit && /^(?:AUX|ADV)$/.test(places[at]?.token.pos ?? "")) {
    const { lemma } = places[at]?.token ?? { lemma: "" };
    if (/^(?:be|never|not|hardly)$/.test(lemma)) return undefined;
    at++;
  }
  const lemma = at < limit ? verbBase(places[at]?.token) : undefined;
  return lemma === undefined ? undefined : { span: { start, end: at + 1 }, lemma };
}

/** The base form of a verb; also of "accused" and its like where the tagger takes them for something else. */
function verbBase(token: TaggedToken | undefined): string | undefined {
  if (!token || token.pos === "VERB") return token?.lemma;
  const [stem] = /^\p{Ll}+(?=ed$)/u.exec(token.text) ?? [];
  if (stem === undefined) return undefined;
  return [stem, `${stem}e`, stem.replace(/i$/, "y")].find(
    (base) => JUDGING_VERBS.has(base) || REPORTING_VERBS.has(base),
  );
}

/** The last token of a sentence that belongs to what is said: without the full stop, with quotation marks. */
export function endOfContent({ places }: Passage, { start, end }: Span): number {
  let last = end;
  if (/^[.;:]$/.test(places[last - 1]?.token.text ?? "")) last--;
  return Math.max(start, last);
}

/** From a token to where the clause ends: before a comma that a new subject with its verb or a participle follows. */
export function clauseFrom({ places }: Passage, start: number, end: number): Span {
  for (let i = start + 1; i < end; i++) {
    if (places[i]?.token.text !== "," || places[i]?.quoted) continue;
    const [next, after] = [places[i + 1]?.token, places[i + 2]?.token];
    if (!next) break;
    const newSubject = next.pos === "PRON" && /^(?:VERB|AUX)$/.test(after?.pos ?? "");
    const participle = next.pos === "VERB" && next.text.endsWith("ing");
    if (newSubject || participle || /^(?:but|while|although|though|whereas|who|which)$/i.test(next.text))
      return { start, end: i };
  }
  return { start, end };
}
