import type { WordVectors } from "../language/vectors.js";
import { atOnce, type Work } from "../slices.js";
import type { Story } from "../story/story.js";
import { type Passage, type ReadPassage, readingPassages } from "./passage.js";

/** Reads each story once, and numbers its sentences and words; an index that is built again takes them as they are. */
export class PassageReader {
  readonly vectors: WordVectors;
  readonly #known = new WeakMap<Story, readonly Passage[]>();
  readonly #numbers = new Map<number, number>();
  readonly #rows: number[] = [];
  #nextId = 0;

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
  }

  /** For each number of a word its row in the table of word vectors. Numbers are never taken back. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  passagesOf(story: Story): readonly Passage[] {
    return atOnce(this.reading(story));
  }

  *reading(story: Story): Work<readonly Passage[]> {
    const kept = this.#known.get(story);
    if (kept) return kept;
    const made = this.numbered(yield* readingPassages(story, this.vectors));
    this.#known.set(story, made);
    return made;
  }

  /** Sentences of one story that follow each other get numbers that do. */
  numbered(read: readonly ReadPassage[]): Passage[] {
    return read.map((passage) => ({
      ...passage,
      id: this.#nextId++,
      words: passage.rows.map((row) => this.#numberOf(row)),
      sum: this.vectors.sum(passage.rows),
    }));
  }

  #numberOf(row: number): number {
    if (row < 0) return -1;
    const known = this.#numbers.get(row);
    if (known !== undefined) return known;
    this.#numbers.set(row, this.#rows.length);
    return this.#rows.push(row) - 1;
  }
}
