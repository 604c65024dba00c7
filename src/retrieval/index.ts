import type { SearchOptions } from "minisearch";
import type { WordVectors } from "../language/vectors.js";
import { atOnce, type Work } from "../slices.js";
import type { Story } from "../story/story.js";
import { Meanings } from "./meanings.js";
import { NameLookup } from "./name-lookup.js";
import type { Passage, ReadPassage } from "./passage.js";
import { PassageReader } from "./passage-reader.js";
import { SentenceSearch } from "./sentence-search.js";
import { Vocabulary } from "./vocabulary.js";

/** A sentence that MiniSearch found. */
export interface Found {
  readonly passage: Passage;
  readonly score: number;
}

interface IndexedStory {
  readonly passages: readonly Passage[];
  readonly vocabulary: ReadonlySet<string>;
  /** Its place among the stories. */
  order: number;
}

/**
 * All sentences of some stories, ready to be searched. Whatever stories went in and out before, it finds the same, with
 * the same scores, as one that is built from those that are in now.
 */
export class Index {
  readonly names = new NameLookup();
  readonly #reader: PassageReader;
  readonly #search = new SentenceSearch();
  readonly #passages = new Map<number, Passage>();
  readonly #stories = new Map<Story, IndexedStory>();
  readonly #vocabulary = new Vocabulary();
  #meanings = new Meanings(0);

  constructor(reader: PassageReader) {
    this.#reader = reader;
  }

  get vectors(): WordVectors {
    return this.#reader.vectors;
  }

  /** For each number of a word its row in the table of word vectors. */
  get rows(): readonly number[] {
    return this.#reader.rows;
  }

  /** How near words of questions are to those of the corpus, as far as anybody has asked. */
  get meanings(): Meanings {
    return this.#meanings;
  }

  /** In how many sentences a term stands. */
  get documentFrequency(): ReadonlyMap<string, number> {
    return this.#vocabulary.frequencies;
  }

  /** By their numbers; those of one story stand in a row. */
  get passages(): ReadonlyMap<number, Passage> {
    return this.#passages;
  }

  /** In the order of the text; none where the story is not in the index. */
  passagesOf(story: Story): readonly Passage[] {
    return this.#stories.get(story)?.passages ?? [];
  }

  /** The sentences of the story with this id. */
  passagesOfId(id: string): Passage[] {
    return [...this.#stories].flatMap(([story, { passages }]) => (story.id === id ? passages : []));
  }

  /** The terms of a story. */
  vocabularyOf(story: Story): ReadonlySet<string> {
    return this.#stories.get(story)?.vocabulary ?? new Set();
  }

  /** Terms of the corpus that differ from this one by at most so many slips, with their number. */
  near(term: string, most: number): readonly (readonly [string, number])[] {
    return this.#vocabulary.near(term, most);
  }

  /** Other terms of the corpus that begin as this one does, with the share of letters that they have in common. */
  related(term: string): readonly (readonly [string, number])[] {
    return this.#vocabulary.related(term);
  }

  /** Every sentence that holds one of the terms, best first; equally good ones in no order. */
  find(terms: readonly string[], options: SearchOptions = {}): Found[] {
    const hits = terms.length === 0 ? [] : this.#search.search(terms.join(" "), options);
    return hits.flatMap(({ id, score }) => {
      const passage = this.#passages.get(Number(id));
      return passage ? [{ passage, score }] : [];
    });
  }

  /** The first of what was found; of equally good ones those that come first in the corpus. */
  first(found: readonly Found[], most: number): Found[] {
    const least = found[most - 1]?.score ?? 0;
    const end = found.findIndex(({ score }, i) => i >= most && score < least);
    return found
      .slice(0, end < 0 ? found.length : end)
      .sort((a, b) => b.score - a.score || this.compare(a.passage, b.passage))
      .slice(0, most);
  }

  /** Less than 0 where the first one stands before the other in the corpus. */
  compare(a: Passage, b: Passage): number {
    const order = ({ story }: Passage) => this.#stories.get(story)?.order ?? 0;
    return order(a) - order(b) || a.id - b.id;
  }

  /** An index of other stories that takes over what was read of those that are in this one, too. */
  *rebuilt(stories: readonly Story[]): Work<Index> {
    const index = new Index(this.#reader);
    yield* index.adding(stories);
    return index;
  }

  /** Reads a story without putting it in, so that `renew` need not. */
  *reading(story: Story): Work {
    yield* this.#reader.reading(story);
  }

  /** Takes out and puts in what differs from the stories that are in. */
  renew(stories: readonly Story[]): void {
    const wanted = new Set(stories);
    for (const story of [...this.#stories.keys()]) if (!wanted.has(story)) this.#remove(story);
    atOnce(this.adding(stories));
  }

  /** Puts in those stories that are not in, and arranges all in this order. */
  *adding(stories: readonly Story[]): Work {
    for (const [order, story] of stories.entries()) {
      const known = this.#stories.get(story);
      if (known) known.order = order;
      else yield* this.#add(story, yield* this.#reader.reading(story), order);
    }
    if (this.#meanings.size < this.rows.length) this.#meanings = new Meanings(this.rows.length);
  }

  /** Puts in some sentences of a story as if it had no others. */
  addPart(story: Story, read: readonly ReadPassage[]): void {
    atOnce(this.#add(story, this.#reader.numbered(read), 0));
    this.#meanings = new Meanings(this.rows.length);
  }

  *#add(story: Story, passages: readonly Passage[], order: number): Work {
    const vocabulary = new Set<string>();
    for (const passage of passages) {
      this.#search.add(passage);
      this.#passages.set(passage.id, passage);
      this.names.add(passage);
      for (const term of passage.places.keys()) {
        this.#vocabulary.add(term);
        vocabulary.add(term);
      }
      yield;
    }
    this.#stories.set(story, { passages, vocabulary, order });
  }

  #remove(story: Story): void {
    for (const passage of this.passagesOf(story)) {
      this.#search.remove(passage);
      this.#passages.delete(passage.id);
      this.names.remove(passage);
      for (const term of passage.places.keys()) this.#vocabulary.remove(term);
    }
    this.#stories.delete(story);
  }
}

/** Indexes every sentence of every story. */
export function buildIndex(stories: readonly Story[], vectors: WordVectors): Index {
  return atOnce(new Index(new PassageReader(vectors)).rebuilt(stories));
}

/** Indexes some sentences of a story that were read before. */
export function indexOfPart(story: Story, read: readonly ReadPassage[], vectors: WordVectors): Index {
  const index = new Index(new PassageReader(vectors));
  index.addPart(story, read);
  return index;
}
