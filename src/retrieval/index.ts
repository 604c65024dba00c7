import type { SearchOptions } from "minisearch";
import type { WordVectors } from "../language/vectors.js";
import { atOnce, type Work } from "../slices.js";
import type { Story } from "../story/story.js";
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
  #state = {};

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

  /** Another object whenever sentences went in or out: what is remembered of the corpus as it is now hangs on it. */
  get state(): object {
    return this.#state;
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

  /**
   * The sentences that hold terms, best first, so many at most; of equally good ones those that come first in the corpus.
   */
  find(terms: readonly string[], most: number, options: SearchOptions = {}): Found[] {
    const hits = terms.length === 0 ? [] : this.#search.search(terms.join(" "), options);
    const least = hits[most - 1]?.score ?? 0;
    const end = hits.findIndex(({ score }, i) => i >= most && score < least);
    return (end < 0 ? hits : hits.slice(0, end))
      .flatMap(({ id, score }) => {
        const passage = this.#passages.get(Number(id));
        return passage ? [{ passage, score }] : [];
      })
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
  }

  /** Puts in some sentences of a story as if it had no others. */
  addPart(story: Story, read: readonly ReadPassage[]): void {
    atOnce(this.#add(story, this.#reader.numbered(read), 0));
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
    this.#state = {};
  }

  #remove(story: Story): void {
    for (const passage of this.passagesOf(story)) {
      this.#search.remove(passage);
      this.#passages.delete(passage.id);
      this.names.remove(passage);
      for (const term of passage.places.keys()) this.#vocabulary.remove(term);
    }
    this.#stories.delete(story);
    this.#state = {};
  }
}

/** The sentences before and after one in its story. */
export function neighboursOf({ passages }: Index, { id, story }: Passage) {
  const [previous, next] = [passages.get(id - 1), passages.get(id + 1)];
  return {
    previous: previous?.story === story ? previous : undefined,
    next: next?.story === story ? next : undefined,
  };
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
