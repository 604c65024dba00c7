import type { Span } from "../language/span.js";
import type { TaggedToken } from "../language/tagged-tokens.js";
import type { Cast, Mention } from "./cast.js";
import { PERSON_NOUNS } from "./noun-phrase.js";
import { inTokens } from "./passage.js";
import type { Reading } from "./reading.js";

/** A mention with what stands around it. */
export interface Site {
  readonly mention: Mention;
  readonly reading: Reading;
  /** First and one past the last token in the reading. */
  readonly tokens: Span;
}

export function sitesOf(readings: readonly Reading[], { mentions }: Cast): Site[] {
  return readings.flatMap((reading) => {
    const own = mentions.filter(({ paragraph }) => paragraph === reading.paragraph);
    const tokens = reading.passage.places.map(({ token }) => token);
    return own.map((mention) => ({
      mention,
      reading,
      tokens: inTokens(tokens, { start: mention.start - reading.from, end: mention.end - reading.from }),
    }));
  });
}

/** A token of the reading, or undefined past its ends. */
export function tokenAt({ passage }: Reading, at: number): TaggedToken | undefined {
  return passage.places[at]?.token;
}

export function textAt(reading: Reading, at: number): string {
  return tokenAt(reading, at)?.text ?? "";
}

/** True for a noun that means a person, one or several. */
export function isPersonNoun(noun: string): boolean {
  const word = noun.toLowerCase();
  return (
    [word, word.replace(/s$/, "")].some(
      (one) => PERSON_NOUNS.has(one) || /(?:man|woman|men|women|person|ist|ian|d'affaires)$/.test(one),
    ) || /^(?:people|children|teenagers?|kids|agents?|singers?|actors?|actress|lawmakers?|mp|mps)$/.test(word)
  );
}

/** True for a mark that sets a name off from the words that it explains: a comma, a dash, a colon. */
export function setsOff(text: string): boolean {
  return /^(?:,|:|--|—|–)$/.test(text);
}
