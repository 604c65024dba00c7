import { slips, slipsForgiven, soundOf } from "../language/spelling-variants.js";
import { folded, type TermedToken } from "../language/terms.js";
import type { Index } from "./index.js";
import { rowOf } from "./passage.js";

/** What a word of a question is to a corpus, whatever else is asked. */
export interface AskedWord {
  /** In the table of word vectors; -1 where it has none. */
  readonly row: number;
  /** How much the word tells: rare in the corpus and rare in English. */
  readonly weight: number;
  /** 0…1: how rare the word is in English. */
  readonly general: number;
  /** True where the corpus writes it with a capital. */
  readonly isNameHere: boolean;
  /** True where the corpus has the word itself. */
  readonly isKnown: boolean;
  /** True for "wher" and "abot": a word that neither corpus nor English commonly has, one slip from a small word. */
  readonly isSlip: boolean;
  /** Terms of the corpus that are likely this word in another spelling, with how likely, 0…1. */
  readonly spellings: ReadonlyMap<string, number>;
  /** For each word of the corpus how near its meaning is, NaN where nobody has asked yet: whoever finds it out writes it there. */
  readonly nearness: Float32Array;
}

/** Kept until sentences go in or out of the index: readers use the same words again. */
const known = new WeakMap<object, Map<string, AskedWord>>();

/**
 * So many numbers are remembered in all, but for at least so many words. No long ones, because the engine keeps a whole
 * text in memory for a part of it from thirteen letters on.
 */
const REMEMBERED = { numbers: 2_000_000, least: 16, longest: 12 };

/** @param term the first of the token's terms */
export function askedWord(index: Index, token: TermedToken, term: string): AskedWord {
  const words = known.get(index.state) ?? new Map<string, AskedWord>();
  known.set(index.state, words);
  const kept = words.get(token.text);
  if (kept) return kept;
  const made = readWord(index, token, term);
  if (token.text.length > REMEMBERED.longest) return made;
  if (words.size >= Math.max(REMEMBERED.least, REMEMBERED.numbers / Math.max(1, index.rows.length))) {
    for (const oldest of words.keys()) {
      words.delete(oldest);
      break;
    }
  }
  words.set(token.text, made);
  return made;
}

function readWord(index: Index, token: TermedToken, term: string): AskedWord {
  const row = rowOf(index.vectors, token.text);
  const general = row < 0 ? 1 : Math.log(row + 2) / Math.log(index.vectors.size + 2);
  const isKnown = token.terms.some((one) => index.documentFrequency.has(one));
  return {
    row,
    weight: rarity(index, term) * (0.5 + 0.5 * general),
    general,
    isNameHere: index.names.has(term),
    isKnown,
    isSlip: isSmallWordMisspelt(token.text, index),
    spellings: spellingsOf(index, term, token, isKnown),
    nearness: new Float32Array(row < 0 ? 0 : index.rows.length).fill(Number.NaN),
  };
}

/** Small words that most questions hold, as people mistype them. */
const SMALL_WORDS = [
  "what",
  "which",
  "where",
  "when",
  "about",
  "because",
  "there",
  "their",
  "would",
  "could",
  "should",
  "does",
  "were",
  "many",
];

/** Words further down in the list of frequent words than this are likelier a slip than themselves ("wat"). */
const UNCOMMON = 10_000;

function isSmallWordMisspelt(text: string, index: Index): boolean {
  const word = folded(text);
  const row = index.vectors.rowOf(word);
  if (word.length < 3 || word !== text || index.documentFrequency.has(word) || (row >= 0 && row < UNCOMMON))
    return false;
  return SMALL_WORDS.some((small) => slips(word, small, 1) === 1);
}

/** How much a term tells: the rarer in the corpus, the more. The form is that of BM25 (Robertson and Zaragoza, 2009). */
export function rarity(index: Index, term: string): number {
  const found = index.documentFrequency.get(term) ?? 0;
  return Math.log(1 + (index.passages.size - found + 0.5) / (found + 0.5));
}

function spellingsOf(index: Index, term: string, token: TermedToken, known: boolean): Map<string, number> {
  const found = new Map<string, number>();
  if (/\d/.test(term)) return found;
  for (const [other, share] of index.related(term)) found.set(other, share * 0.9);
  if (known) return found;
  const most = slipsForgiven(term.length);
  if (most > 0) {
    for (const [other, count] of index.near(term, most)) {
      found.set(other, 1 - count / Math.max(4, Math.min(term.length, other.length)));
    }
  }
  for (const other of index.names.soundingLike(soundOf(folded(token.text)))) {
    found.set(other, Math.max(found.get(other) ?? 0, 0.85));
  }
  for (const other of index.names.abbreviated(token.text)) found.set(other, 0.9);
  return found;
}
