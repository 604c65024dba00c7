import { terms } from "../language/terms.js";
import { type Index, type IndexedSentence, weightOf } from "./index.js";

export interface Hit {
  readonly found: IndexedSentence;
  /** 0…1, relative to the best hit of this search. */
  readonly score: number;
}

export interface SearchResult {
  /** Best first, each sentence once. */
  readonly hits: readonly Hit[];
  /** 0…1, comparable between questions: how much of the question's weight the best sentence holds. */
  readonly confidence: number;
}

/**
 * The sentences that match a question best.
 * @param storyId keeps the search to one story
 */
export function searchIndex(index: Index, question: string, limit: number, storyId?: string): SearchResult {
  const asked = [...new Set(terms(question))];
  if (asked.length === 0) return { hits: [], confidence: 0 };
  const found = index.search.search(question, {
    ...(storyId === undefined
      ? {}
      : { filter: (hit) => index.sentences[Number(hit.id)]?.story.id === storyId }),
  });
  const best = found[0]?.score ?? 1;
  const hits = found.slice(0, limit).flatMap((hit) => {
    const sentence = index.sentences[Number(hit.id)];
    return sentence ? [{ found: sentence, score: hit.score / best }] : [];
  });
  return { hits, confidence: hits[0] ? coverage(index, asked, hits[0].found) : 0 };
}

/** Share of the question's weight that stands in the sentence. */
function coverage(index: Index, asked: readonly string[], sentence: IndexedSentence): number {
  const weight = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weightOf(index, term), 0);
  return weight(asked.filter((term) => sentence.terms.has(term))) / weight(asked);
}
