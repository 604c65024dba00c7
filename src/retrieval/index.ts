import MiniSearch from "minisearch";
import { terms } from "../language/terms.js";
import type { Sentence, Story } from "../story/story.js";
import { wordsAt } from "../story/story.js";

/** A sentence of a story as the index knows it. */
export interface IndexedSentence {
  readonly id: number;
  readonly story: Story;
  readonly sentence: Sentence;
  readonly terms: ReadonlySet<string>;
}

export interface Index {
  readonly search: MiniSearch<{ id: number; text: string }>;
  readonly sentences: readonly IndexedSentence[];
  /** In how many sentences a term stands. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}

/** Indexes every sentence of every story. Terms are dropped in `tokenize`, so that field lengths count what is left. */
export function buildIndex(stories: readonly Story[]): Index {
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: terms,
    processTerm: (term) => term,
  });
  const sentences: IndexedSentence[] = [];
  const documentFrequency = new Map<string, number>();
  for (const story of stories) {
    for (const sentence of story.sentences) {
      const text = wordsAt(story, sentence);
      const indexed = { id: sentences.length, story, sentence, terms: new Set(terms(text)) };
      for (const term of indexed.terms) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
      search.add({ id: indexed.id, text });
      sentences.push(indexed);
    }
  }
  return { search, sentences, documentFrequency };
}

/** How much a term tells: the rarer in the corpus, the more. The form is that of BM25 (Robertson and Zaragoza, 2009). */
export function weightOf(index: Index, term: string): number {
  const found = index.documentFrequency.get(term) ?? 0;
  return Math.log(1 + (index.sentences.length - found + 0.5) / (found + 0.5));
}
