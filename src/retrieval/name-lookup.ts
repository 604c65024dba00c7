import { soundOf } from "../language/spelling-variants.js";
import { folded } from "../language/terms.js";
import type { ReadPassage } from "./passage.js";
import { KeyedTally, Tally } from "./tally.js";

/** The longest run of words that an abbreviation is made of. */
const ABBREVIATED = { least: 2, most: 5 };

/** The names of a corpus, by what people may write in their place. */
export class NameLookup {
  readonly #terms = new Tally();
  readonly #words = new Tally();
  readonly #sounds = new KeyedTally();
  readonly #initials = new KeyedTally();

  add(passage: ReadPassage): void {
    for (const { term, word, sound } of namePartsOf(passage)) {
      this.#terms.add(term);
      this.#words.add(word);
      this.#sounds.add(sound, term);
    }
    for (const [letters, term] of abbreviationsOf(passage)) this.#initials.add(letters, term);
  }

  remove(passage: ReadPassage): void {
    for (const { term, word, sound } of namePartsOf(passage)) {
      this.#terms.remove(term);
      this.#words.remove(word);
      this.#sounds.remove(sound, term);
    }
    for (const [letters, term] of abbreviationsOf(passage)) this.#initials.remove(letters, term);
  }

  /** True where the term stands in a name. */
  has(term: string): boolean {
    return this.#terms.counts.has(term);
  }

  /** The words that names are made of, as they stand. */
  words(): Iterable<string> {
    return this.#words.counts.keys();
  }

  /** Terms of names that sound so. */
  soundingLike(sound: string): string[] {
    return sound.length < 3 ? [] : this.#sounds.of(sound);
  }

  /** Terms of the names and phrases whose initials these are. */
  abbreviated(letters: string): string[] {
    return this.#initials.of(letters.replaceAll(".", "").toLowerCase());
  }
}

function* namePartsOf({ tokens, names }: ReadPassage) {
  for (const { first, last } of names) {
    for (const token of tokens.slice(first, last + 1)) {
      const word = token.text.replace(/['’]s?$/, "");
      const sound = soundOf(folded(token.text).replace(/['’]s?$/, ""));
      for (const term of token.terms) yield { term, word, sound };
    }
  }
}

/** Initials of every run of capitalised words: "FSS" for "Federal Security Service", "PM" for "Prime Minister". */
function* abbreviationsOf({ tokens, names }: ReadPassage): Generator<readonly [string, string]> {
  for (const { first, last } of names) {
    const run = tokens.slice(first, last + 1).filter(({ text }) => /^\p{Lu}/u.test(text));
    for (let i = 0; i < run.length; i++) {
      for (let n = ABBREVIATED.least; n <= ABBREVIATED.most && i + n <= run.length; n++) {
        const words = run.slice(i, i + n);
        const letters = words.map(({ text }) => folded(text).charAt(0)).join("");
        for (const { terms } of words) for (const term of terms) yield [letters, term];
      }
    }
  }
}
