import { slips } from "../language/spelling-variants.js";

/** The terms of a corpus, laid out so that those near to a misspelt one are found fast. */
export class Vocabulary {
  readonly #terms: readonly string[];
  readonly #lengths: Uint8Array;
  readonly #letters: Int32Array;

  constructor(terms: readonly string[]) {
    this.#terms = terms;
    this.#lengths = Uint8Array.from(terms, ({ length }) => Math.min(length, 255));
    this.#letters = Int32Array.from(terms, lettersOf);
  }

  /** Terms that differ from this one by at most so many slips, with their number. */
  near(term: string, most: number): [string, number][] {
    const found: [string, number][] = [];
    const [length, wanted] = [term.length, lettersOf(term)];
    for (let i = 0; i < this.#terms.length; i++) {
      if (Math.abs((this.#lengths[i] ?? 0) - length) > most) continue;
      if (differing((this.#letters[i] ?? 0) ^ wanted) > 2 * most) continue;
      const other = this.#terms[i] ?? "";
      const count = slips(term, other, most);
      if (count <= most) found.push([other, count]);
    }
    return found;
  }
}

/** A bit for each letter that a term has: what differs in too many letters need not be compared. */
function lettersOf(term: string): number {
  let letters = 0;
  for (let i = 0; i < term.length; i++) letters |= 1 << (term.charCodeAt(i) & 31);
  return letters;
}

/** The number of bits that are set. */
function differing(bits: number): number {
  let [rest, count] = [bits, 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
