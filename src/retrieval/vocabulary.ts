import { slips } from "../language/spelling-variants.js";
import { KeyedTally, Tally } from "./tally.js";

/** Terms that are to count as related begin with as many equal letters. */
const STEM = 4;

/** Share of the longer term's letters from which two terms with the same beginning are related ("detain", "detent"). */
const RELATED_FROM = 0.6;

/** The terms of a corpus: in how many sentences each stands, and which are near to another one. */
export class Vocabulary {
  readonly #terms = new Tally();
  readonly #stems = new KeyedTally();
  #layout: Layout | undefined;

  /** In how many sentences a term stands. */
  get frequencies(): ReadonlyMap<string, number> {
    return this.#terms.counts;
  }

  add(term: string): void {
    if (!this.#terms.add(term)) return;
    if (term.length >= STEM) this.#stems.add(term.slice(0, STEM), term);
    this.#layout = undefined;
  }

  remove(term: string): void {
    if (!this.#terms.remove(term)) return;
    if (term.length >= STEM) this.#stems.remove(term.slice(0, STEM), term);
    this.#layout = undefined;
  }

  /** Terms that differ from this one by at most so many slips, with their number. */
  near(term: string, most: number): [string, number][] {
    this.#layout ??= layoutOf([...this.#terms.counts.keys()]);
    const { terms, lengths, letters } = this.#layout;
    const found: [string, number][] = [];
    const [length, wanted] = [term.length, lettersOf(term)];
    for (let i = 0; i < terms.length; i++) {
      if (Math.abs((lengths[i] ?? 0) - length) > most) continue;
      if (differing((letters[i] ?? 0) ^ wanted) > 2 * most) continue;
      const other = terms[i] ?? "";
      const count = slips(term, other, most);
      if (count <= most) found.push([other, count]);
    }
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Other terms that begin as this one does, with the share of letters that they have in common. */
  related(term: string): [string, number][] {
    return this.#stems.of(term.slice(0, STEM)).flatMap((other): [string, number][] => {
      const share = commonStart(term, other) / Math.max(term.length, other.length);
      return other !== term && share >= RELATED_FROM ? [[other, share]] : [];
    });
  }
}

/** Terms laid out so that those near to a misspelt one are found fast; made anew when they are first looked through. */
interface Layout {
  readonly terms: readonly string[];
  readonly lengths: Uint8Array;
  readonly letters: Int32Array;
}

function layoutOf(terms: readonly string[]): Layout {
  return {
    terms,
    lengths: Uint8Array.from(terms, ({ length }) => Math.min(length, 255)),
    letters: Int32Array.from(terms, lettersOf),
  };
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

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
