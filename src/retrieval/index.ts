import MiniSearch from "minisearch";
import { soundOf } from "../language/spelling-variants.js";
import { folded } from "../language/terms.js";
import type { WordVectors } from "../language/vectors.js";
import type { Story } from "../story/story.js";
import { Meanings } from "./meanings.js";
import { type Passage, passagesOf, type ReadPassage } from "./passage.js";
import { Vocabulary } from "./vocabulary.js";

/** All sentences of some stories, ready to be searched; made once, never changed. */
export interface Index {
  readonly search: MiniSearch<Passage>;
  readonly passages: readonly Passage[];
  readonly vectors: WordVectors;
  /** Rows of the table of word vectors that the corpus uses. */
  readonly rows: Int32Array;
  /** How near words of questions are to those of the corpus, as far as anybody has asked. */
  readonly meanings: Meanings;
  /** For each passage the sum of its words' vectors. */
  readonly sums: readonly Float32Array[];
  /** In how many sentences a term stands. */
  readonly documentFrequency: ReadonlyMap<string, number>;
  /** For each story its terms. */
  readonly vocabularies: ReadonlyMap<Story, ReadonlySet<string>>;
  /** Terms that stand in names. */
  readonly nameTerms: ReadonlySet<string>;
  /** The words that names are made of, as they stand. */
  readonly nameWords: ReadonlySet<string>;
  /** Terms of the corpus that differ from this one by at most so many slips, with their number. */
  near(term: string, most: number): Iterable<readonly [string, number]>;
  /** Other terms of the corpus that begin as this one does, with the share of letters that they have in common. */
  related(term: string): Iterable<readonly [string, number]>;
  /** Terms of names that sound so. */
  soundingLike(sound: string): Iterable<string>;
  /** Terms of the names and phrases whose initials these are. */
  abbreviated(letters: string): Iterable<string>;
}

/** Indexes every sentence of every story. Terms are dropped in `tokenize`, so that field lengths count what is left. */
export function buildIndex(stories: readonly Story[], vectors: WordVectors): Index {
  return indexOf(
    stories.flatMap((story) => passagesOf(story, vectors)),
    vectors,
  );
}

/** Indexes passages that were read before; each is numbered anew. */
export function indexOf(read: readonly ReadPassage[], vectors: WordVectors): Index {
  const numbers = new Map<number, number>();
  const numberOfRow = (row: number): number => {
    if (row < 0) return -1;
    const number = numbers.get(row) ?? numbers.size;
    numbers.set(row, number);
    return number;
  };
  const passages = read.map((passage, id) => ({ ...passage, id, words: passage.rows.map(numberOfRow) }));
  const search = new MiniSearch<Passage>({
    fields: ["terms"],
    extractField: (passage, field) =>
      field === "id" ? passage.id : passage.tokens.flatMap(({ terms }) => terms).join(" "),
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term === "" ? null : term),
  });
  search.addAll(passages);
  const documentFrequency = new Map<string, number>();
  const vocabularies = new Map<Story, Set<string>>();
  const nameTerms = new Set<string>();
  const nameWords = new Set<string>();
  const sounds = new Map<string, Set<string>>();
  const initials = new Map<string, Set<string>>();
  for (const passage of passages) {
    const vocabulary = vocabularies.get(passage.story) ?? new Set<string>();
    vocabularies.set(passage.story, vocabulary);
    for (const term of passage.places.keys()) {
      documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
      vocabulary.add(term);
    }
    for (const { first, last } of passage.names) {
      for (const token of passage.tokens.slice(first, last + 1)) {
        if (token.terms.length > 0) nameWords.add(token.text.replace(/['’]s?$/, ""));
        for (const term of token.terms) {
          nameTerms.add(term);
          addTo(sounds, soundOf(folded(token.text).replace(/['’]s?$/, "")), term);
        }
      }
    }
    for (const [letters, terms] of abbreviationsOf(passage))
      for (const term of terms) addTo(initials, letters, term);
  }
  const stems = new Map<string, Set<string>>();
  for (const term of documentFrequency.keys()) {
    if (term.length >= STEM) addTo(stems, term.slice(0, STEM), term);
  }
  const vocabulary = new Vocabulary([...documentFrequency.keys()]);
  return {
    search,
    passages,
    vectors,
    rows: Int32Array.from(numbers.keys()),
    meanings: new Meanings(numbers.size),
    sums: passages.map(({ rows }) => vectors.sum(rows)),
    documentFrequency,
    vocabularies,
    nameTerms,
    nameWords,
    near: (term, most) => vocabulary.near(term, most),
    related: (term) =>
      [...(stems.get(term.slice(0, STEM)) ?? [])].flatMap((other) => {
        const share = commonStart(term, other) / Math.max(term.length, other.length);
        return other !== term && share >= RELATED_FROM ? [[other, share] as const] : [];
      }),
    soundingLike: (sound) => (sound.length < 3 ? [] : (sounds.get(sound) ?? [])),
    abbreviated: (letters) => initials.get(letters.replaceAll(".", "").toLowerCase()) ?? [],
  };
}

/** Terms that are to count as related begin with as many equal letters. */
const STEM = 4;

/** Share of the longer term's letters from which two terms with the same beginning are related ("detain", "detent"). */
const RELATED_FROM = 0.6;

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const before = map.get(key);
  if (before) before.add(value);
  else map.set(key, new Set([value]));
}

/** The longest run of words that an abbreviation is made of. */
const ABBREVIATED = { least: 2, most: 5 };

/** Initials of every run of capitalised words: "FSS" for "Federal Security Service", "PM" for "Prime Minister". */
function* abbreviationsOf({ tokens, names }: Passage): Generator<readonly [string, readonly string[]]> {
  for (const { first, last } of names) {
    const run = tokens.slice(first, last + 1).filter(({ text }) => /^\p{Lu}/u.test(text));
    for (let i = 0; i < run.length; i++) {
      for (let n = ABBREVIATED.least; n <= ABBREVIATED.most && i + n <= run.length; n++) {
        const words = run.slice(i, i + n);
        yield [words.map(({ text }) => folded(text).charAt(0)).join(""), words.flatMap(({ terms }) => terms)];
      }
    }
  }
}
