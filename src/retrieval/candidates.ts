import type { Candidate } from "./features.js";
import type { Index } from "./index.js";
import type { Matcher } from "./matching.js";
import type { Passage } from "./passage.js";

/**
 * Of so many sentences that MiniSearch finds, and of the sentences beside them, one is the best. In a large corpus those
 * further down are of other stories; in a single long text each counts (40 instead of 80 loses 0.8% of the answers).
 */
const FOUND = { small: 80, large: 14 };

/** From so many sentences on a corpus is large. */
const LARGE = 1_000;

/** A corpus of no more sentences than this is looked through whole. */
const WHOLE = 60;

/**
 * The sentences worth a closer look: what MiniSearch finds best by the question's words and their other spellings, and
 * the sentences beside it.
 */
export function candidatesOf(index: Index, matcher: Matcher, storyId?: string): Candidate[] {
  const boosts = new Map<string, number>();
  for (const { token, isKnown, spellings } of matcher.units) {
    for (const term of token.terms) boosts.set(term, 1);
    if (!isKnown)
      for (const [term, likely] of spellings) boosts.set(term, Math.max(likely, boosts.get(term) ?? 0));
  }
  const hits = index.find([...boosts.keys()], {
    boostTerm: (term) => boosts.get(term) ?? 1,
    ...(storyId === undefined
      ? {}
      : { filter: ({ id }) => index.passages.get(Number(id))?.story.id === storyId }),
  });
  const own = storyId === undefined ? undefined : index.passagesOfId(storyId);
  const count = own?.length ?? index.passages.size;
  const chosen = new Set<Passage>(count <= WHOLE ? (own ?? index.passages.values()) : []);
  for (const { passage } of index.first(hits, count < LARGE ? FOUND.small : FOUND.large)) {
    for (const step of [-1, 0, 1]) {
      const near = index.passages.get(passage.id + step);
      if (near?.story === passage.story) chosen.add(near);
    }
  }
  const scores = new Map<Passage, number>();
  for (const { passage, score } of hits) if (chosen.has(passage)) scores.set(passage, score);
  return Array.from(chosen, (passage) => ({ passage, score: scores.get(passage) ?? 0 }));
}
