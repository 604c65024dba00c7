import { slips, slipsForgiven, soundOf } from "../language/spelling-variants.js";
import { folded, type TermedToken } from "../language/terms.js";
import type { Index } from "./index.js";
import { type Passage, rowOf } from "./passage.js";
import type { Question } from "./question.js";

/** A word of the question that is looked for, with all that a passage may have in its place. */
export interface Unit {
  readonly token: TermedToken;
  readonly row: number;
  /** How much the word tells: rare in the corpus and rare in English. */
  readonly weight: number;
  /** 0…1: how rare the word is in English. */
  readonly general: number;
  /** True where question or corpus write it with a capital: it stands for one person, place or thing. */
  readonly isName: boolean;
  /** True where the corpus has the word itself. */
  readonly isKnown: boolean;
  /** Terms of the corpus that are likely this word in another spelling, with how likely, 0…1. */
  readonly spellings: ReadonlyMap<string, number>;
}

/** How well a passage holds each unit, 0…1, and where; -1 where nowhere. */
export interface Match {
  readonly exact: Float64Array;
  /** The better of exact and another spelling. */
  readonly spelled: Float64Array;
  /** The best of all, other words of near meaning included. */
  readonly meaning: Float64Array;
  readonly places: Int32Array;
}

/**
 * Cosine under which two words have nothing to do with each other, and from which they are taken for the same; the most
 * that another word counts. From ±.1 top-1 moves by less than the noise of fitting.
 */
const MEANING = { from: 0.4, to: 0.9, most: 0.95 };

/** A question of more words is no question; those that tell most are looked for, so that time and memory are bounded. */
const MOST_UNITS = 40;

/** And no more tokens than this are read. */
const MOST_TOKENS = 300;

function unitsOf(question: Question, index: Index): Unit[] {
  const seen = new Set<string>();
  const units = question.tokens.slice(0, MOST_TOKENS).flatMap((token, i) => {
    const [term] = token.terms;
    if (term === undefined || seen.has(term)) return [];
    seen.add(term);
    if (isSmallWordMisspelt(token.text, index)) return [];
    const general = generalRarity(index, token.text);
    const known = token.terms.some((one) => index.documentFrequency.has(one));
    const capital = i > 0 && /^\p{Lu}/u.test(token.text);
    return [
      {
        token,
        row: rowOf(index.vectors, token.text),
        weight: rarity(index, term) * (0.5 + 0.5 * general),
        general,
        isName: capital || index.names.has(term),
        isKnown: known,
        spellings: spellingsOf(index, term, token, known),
      },
    ];
  });
  if (units.length <= MOST_UNITS) return units;
  const least = units.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_UNITS - 1] ?? 0;
  return units.filter(({ weight }) => weight >= least).slice(0, MOST_UNITS);
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

/** True for "wher" and "abot": a word that neither corpus nor English commonly has, one slip from a small word. */
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

/** 0…1: how far down in the list of the most frequent English words; 1 for one that is not in it. */
function generalRarity(index: Index, word: string): number {
  const row = rowOf(index.vectors, word);
  return row < 0 ? 1 : Math.log(row + 2) / Math.log(index.vectors.size + 2);
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

/** Matches passages with one question; remembers what it found, since neighbours are asked for again. */
export class Matcher {
  readonly units: readonly Unit[];
  /** The terms of the question and their other spellings. */
  readonly asked: ReadonlySet<string>;
  /** The direction in which the question's words lie together. */
  readonly mean: Float32Array;
  readonly #index: Index;
  /** For each unit how near it is to each word of the corpus; NaN where nobody has asked yet. */
  readonly #meanings: readonly Float32Array[];
  readonly #found = new Map<number, Match>();

  constructor(question: Question, index: Index) {
    this.units = unitsOf(question, index);
    this.asked = new Set(this.units.flatMap(({ token, spellings }) => [...token.terms, ...spellings.keys()]));
    this.mean = index.vectors.mean(this.units.map(({ row }) => row));
    this.#index = index;
    this.#meanings = this.units.map(({ row }) => index.meanings.of(row));
  }

  match(passage: Passage): Match {
    const before = this.#found.get(passage.id);
    if (before) return before;
    const n = this.units.length;
    const match = {
      exact: new Float64Array(n),
      spelled: new Float64Array(n),
      meaning: new Float64Array(n),
      places: new Int32Array(n).fill(-1),
    };
    for (let u = 0; u < n; u++) this.#matchUnit(u, passage, match);
    this.#found.set(passage.id, match);
    return match;
  }

  #matchUnit(u: number, { places, words }: Passage, match: Match): void {
    const unit = this.units[u];
    const [whole, ...parts] = unit?.token.terms ?? [];
    if (!unit || whole === undefined) return;
    let place = places.get(whole)?.[0] ?? -1;
    let value = place >= 0 ? 1 : 0;
    for (const part of value === 0 ? parts : []) {
      const at = places.get(part)?.[0];
      if (at === undefined) continue;
      value += 1 / parts.length;
      if (place < 0) place = at;
    }
    match.exact[u] = value;
    for (const [term, likely] of unit.spellings) {
      if (likely <= value) continue;
      const at = places.get(term)?.[0];
      if (at === undefined) continue;
      value = likely;
      place = at;
    }
    match.spelled[u] = value;
    if (value < 1 && unit.row >= 0) {
      for (let i = 0; i < words.length; i++) {
        const near = this.#meaning(u, unit.row, words[i] ?? -1);
        if (near <= value) continue;
        value = near;
        place = i;
      }
    }
    match.meaning[u] = value;
    match.places[u] = place;
  }

  /** @param word number of the word in `index.rows` */
  #meaning(u: number, row: number, word: number): number {
    const memory = this.#meanings[u];
    if (word < 0 || !memory) return 0;
    const before = memory[word] ?? 0;
    if (!Number.isNaN(before)) return before;
    const cosine = this.#index.vectors.similarity(row, this.#index.rows[word] ?? -1);
    const share = (cosine - MEANING.from) / (MEANING.to - MEANING.from);
    const value = Math.min(1, Math.max(0, share)) * MEANING.most;
    // The memory holds single precision: the first answer must be the same as the later ones.
    memory[word] = value;
    return memory[word] ?? 0;
  }
}
