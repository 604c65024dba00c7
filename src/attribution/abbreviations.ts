import type { Span } from "../language/span.js";
import { isPersonNoun, textAt } from "./name-sites.js";
import type { Reading } from "./reading.js";

/** Capitals that are no organization's. */
const NOT_BODIES: ReadonlySet<string> = new Set(
  "hiv/aids us usa uk uae ussr tv ceo cfo coo pm am gdp dna id hiv covid aids ok faq diy gmt utc est pst phd vip suv mp als".split(
    " ",
  ),
);

/** A name in capitals; its span counts in the body. */
export interface Abbreviation {
  readonly name: string;
  readonly span: Span;
}

/** Names in capitals that somebody works for ("an RNB reporter") or that hold a slash between two. */
export function abbreviationsIn(reading: Reading): Abbreviation[] {
  const { text, places } = reading.passage;
  return [...text.matchAll(/(?<![\p{L}\p{N}/])[A-Z]{2,8}(?:\/[A-Z]{2,8})*(?![\p{L}\p{N}/])/gu)].flatMap(
    ({ 0: name, index }) => {
      const after = places.findIndex(({ token }) => token.start >= index + name.length);
      const isEmployer = after >= 0 && isPersonNoun(textAt(reading, after));
      if (name.length < 3 && !/^(?:UN|EU)$/.test(name)) return [];
      if (!(name.includes("/") || isEmployer) || NOT_BODIES.has(name.toLowerCase())) return [];
      const start = reading.from + index;
      return [{ name, span: { start, end: start + name.length } }];
    },
  );
}

/** The abbreviation in brackets at a token: "(NHB)". */
export function bracketed(reading: Reading, at: number): string | undefined {
  const [open, short, close] = [0, 1, 2].map((step) => textAt(reading, at + step));
  return open === "(" &&
    close === ")" &&
    /^[A-Z][A-Za-z]{1,7}$/.test(short ?? "") &&
    /[A-Z].*[A-Z]/.test(short ?? "")
    ? short
    : undefined;
}

/** "NHB" for "Norland Harbour Board"; undefined for names of two words, whose letters mean too much else. */
export function initialsOf(name: string): string | undefined {
  const capitals = name.split(" ").filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length < 3 ? undefined : capitals.map((word) => word.charAt(0)).join("");
}
