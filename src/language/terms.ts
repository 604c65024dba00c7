import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";
import anyAscii from "any-ascii";
import { type Token, tokens } from "./tokens.js";
import { writtenForm } from "./written-forms.js";

/** Words that carry no meaning of their own in a search; the list of the package lacks the shortest ones. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...stopwords,
  "a",
  "us",
  "s",
  "t",
  "did",
  "also",
  "im",
  "whats",
  "whos",
  "didnt",
  "dont",
]);

/** Lower case, without accents, in Latin letters: "Əliyev" becomes "eliyev". */
export function folded(word: string): string {
  return PLAIN.test(word) ? word.toLowerCase() : anyAscii(word.normalize("NFC")).toLowerCase();
}

const PLAIN = /^[\x20-\x7e]*$/;

/** True for words that are dropped from index and question alike ("the", "don't"), not for "U.S." or "US". */
export function isStopWord(token: string): boolean {
  const word = folded(token);
  if (word === "us" && token === "US") return false;
  return STOP_WORDS.has(word);
}

/**
 * The terms under which a token is indexed: none for a stop word, one for most words, and for a compound the whole
 * and its parts, so that "post-mortem", "postmortem" and "post mortem" find each other.
 */
export function termsOfToken(token: string): readonly string[] {
  if (token.length > REMEMBERED.longest) return readTerms(token);
  const kept = remembered.get(token);
  if (kept) return kept;
  const read = readTerms(token);
  if (remembered.size >= REMEMBERED.most) remembered.clear();
  remembered.set(token, read);
  return read;
}

/**
 * Words whose terms are remembered, 4 MB of them: a text uses the same ones again and again. No longer ones, because
 * the engine keeps a whole text in memory for a part of it from thirteen letters on.
 */
const REMEMBERED = { most: 20_000, longest: 12 };
const remembered = new Map<string, readonly string[]>();

function readTerms(token: string): string[] {
  if (isStopWord(token)) return [];
  const word = writtenForm(folded(token).replace(/'s?$/, ""));
  if (/^(?:[a-z]\.)+$/.test(word)) return [word.replaceAll(".", "")];
  if (/^[^a-z]*[0-9]/.test(word)) return termsOfNumber(word);
  const parts = word.split("-").filter((part) => part !== "");
  if (parts.length < 2) return parts.map(stemmer);
  return [stemmer(parts.join("")), ...parts.filter((part) => !STOP_WORDS.has(part)).map(stemmer)];
}

/** "35,000" → "35000"; "$1.5" → "$1.5" and "1.5"; "1,000th" → "1000th". */
function termsOfNumber(word: string): string[] {
  const plain = word.replaceAll(",", "");
  const bare = plain.replace(/^[^0-9]+/, "").replace(/%$/, "");
  return bare === plain ? [plain] : [plain, bare];
}

/** A token together with the terms that stand for it; stop words have none. */
export interface TermedToken extends Token {
  readonly terms: readonly string[];
}

export function termedTokens(text: string): TermedToken[] {
  return tokens(text).map(({ text, start, end }) => ({ text, start, end, terms: termsOfToken(text) }));
}

/** All terms of a text in its order, with repetitions. */
export function terms(text: string): string[] {
  return tokens(text).flatMap((token) => termsOfToken(token.text));
}
