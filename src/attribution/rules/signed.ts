import type { Candidate } from "../candidates.js";
import type { Passage, Place } from "../passage.js";

const SURE = { confidence: 0.95, sourceConfidence: 0.95 };

/** The longest name after a dash, in tokens. */
const LONGEST_NAME = 8;

/** "“The quay is closed.” — Jane Roe": a quotation with its author's name behind a dash, and nothing else. */
export function signedQuotation({ places, quotations }: Passage): Candidate[] {
  const quotation = quotations[0];
  const dash = places[quotation?.end ?? 0];
  if (quotation?.start !== 0 || !dash || !/^(?:[―—–]|--|-)$/.test(dash.token.text)) return [];
  const start = quotation.end + 1;
  const comma = places.findIndex(({ token }, i) => i > start && token.text === ",");
  let end = comma < 0 ? places.length : comma;
  if (places[end - 1]?.token.text === ".") end--;
  const name = places.slice(start, end);
  if (name.length === 0 || name.length > LONGEST_NAME || !name.every(isOfName)) return [];
  const cue = { start: quotation.end, end: start };
  return [{ source: { start, end }, cue, content: [quotation], ...SURE, rule: "signed quotation" }];
}

function isOfName({ token }: Place, i: number, all: readonly Place[]): boolean {
  const { text } = token;
  if (/^\p{Lu}/u.test(text)) return true;
  return i > 0 && i < all.length - 1 && (text === "." || text === "-" || /^\p{Ll}{1,3}$/u.test(text));
}

/** "ROE: The quay is closed." A line of a transcript, with the speaker's name in capitals before the colon. */
export function transcriptLine({ places }: Passage): Candidate[] {
  const start = /^["“]$/.test(places[0]?.token.text ?? "") ? 1 : 0;
  const colon = places.findIndex(({ token }) => token.text === ":");
  const name = places.slice(start, colon);
  if (
    colon <= start ||
    name.length > 3 ||
    !name.every(({ token }) => /^\p{Lu}[\p{Lu}.'’-]+$/u.test(token.text))
  )
    return [];
  const last = /^[.]$/.test(places.at(-1)?.token.text ?? "") ? places.length - 1 : places.length;
  if (last <= colon + 1) return [];
  return [
    {
      source: { start, end: colon },
      cue: { start: colon, end: colon + 1 },
      content: [{ start: colon + 1, end: last }],
      ...SURE,
      rule: "transcript line",
    },
  ];
}
