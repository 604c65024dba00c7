import type { TermedToken } from "../language/terms.js";
import { type AskedWord, askedWord } from "./asked-word.js";
import type { Index } from "./index.js";
import type { Passage } from "./passage.js";
import type { Question } from "./question.js";

/** A word of the question that is looked for, with all that a passage may have in its place. */
export interface Unit extends AskedWord {
  readonly token: TermedToken;
  /** True where question or corpus write it with a capital: it stands for one person, place or thing. */
  readonly isName: boolean;
}

/** How well a passage holds each unit, 0…1, and where; -1 where nowhere. */
export interface Match {
  readonly exact: readonly number[];
  /** The better of exact and another spelling. */
  readonly spelled: readonly number[];
  /** The best of all, other words of near meaning included. */
  readonly meaning: readonly number[];
  readonly places: readonly number[];
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
    const word = askedWord(index, token, term);
    const isCapital = i > 0 && /^\p{Lu}/u.test(token.text);
    return word.isSlip ? [] : [{ ...word, token, isName: isCapital || word.isNameHere }];
  });
  if (units.length <= MOST_UNITS) return units;
  const least = units.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_UNITS - 1] ?? 0;
  return units.filter(({ weight }) => weight >= least).slice(0, MOST_UNITS);
}

/** Matches passages with one question; remembers what it found, since neighbours are asked for again. */
export class Matcher {
  readonly units: readonly Unit[];
  /** The terms of the question and their other spellings. */
  readonly asked: ReadonlySet<string>;
  /** The direction in which the question's words lie together. */
  readonly mean: Float32Array;
  readonly #index: Index;
  readonly #found = new Map<number, Match>();

  constructor(question: Question, index: Index) {
    this.units = unitsOf(question, index);
    this.asked = new Set(this.units.flatMap(({ token, spellings }) => [...token.terms, ...spellings.keys()]));
    this.mean = index.vectors.mean(this.units.map(({ row }) => row));
    this.#index = index;
  }

  match(passage: Passage): Match {
    const before = this.#found.get(passage.id);
    if (before) return before;
    const match: Record<keyof Match, number[]> = { exact: [], spelled: [], meaning: [], places: [] };
    for (let u = 0; u < this.units.length; u++) this.#matchUnit(u, passage, match);
    this.#found.set(passage.id, match);
    return match;
  }

  #matchUnit(u: number, { places, words }: Passage, match: Record<keyof Match, number[]>): void {
    const unit = this.units[u];
    if (!unit) return;
    // The whole word, or else the parts of a compound.
    const { terms } = unit.token;
    let place = places.get(terms[0] ?? "")?.[0] ?? -1;
    let value = place >= 0 ? 1 : 0;
    for (let part = value > 0 ? terms.length : 1; part < terms.length; part++) {
      const at = places.get(terms[part] ?? "")?.[0];
      if (at === undefined) continue;
      value += 1 / (terms.length - 1);
      if (place < 0) place = at;
    }
    match.exact.push(value);
    unit.spellings.forEach((likely, term) => {
      if (likely <= value) return;
      const at = places.get(term)?.[0];
      if (at === undefined) return;
      value = likely;
      place = at;
    });
    match.spelled.push(value);
    if (value < 1 && unit.row >= 0) {
      for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? -1;
        if (word < 0) continue;
        let near = unit.nearness[word] ?? 0;
        if (Number.isNaN(near)) near = this.#remember(unit, word);
        if (near <= value) continue;
        value = near;
        place = i;
      }
    }
    match.meaning.push(value);
    match.places.push(place);
  }

  /** @param word number of the word in `index.rows` */
  #remember({ row, nearness }: Unit, word: number): number {
    const cosine = this.#index.vectors.similarity(row, this.#index.rows[word] ?? -1);
    const share = (cosine - MEANING.from) / (MEANING.to - MEANING.from);
    // The memory holds single precision: the first answer must be the same as the later ones.
    nearness[word] = Math.min(1, Math.max(0, share)) * MEANING.most;
    return nearness[word] ?? 0;
  }
}
