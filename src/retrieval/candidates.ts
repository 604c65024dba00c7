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
  const isWanted = (passage: Passage | undefined): passage is Passage =>
    passage !== undefined && (storyId === undefined || passage.story.id === storyId);
  const hits =
    boosts.size === 0
      ? []
      : index.search.search([...boosts.keys()].join(" "), {
          boostTerm: (term) => boosts.get(term) ?? 1,
          ...(storyId === undefined ? {} : { filter: ({ id }) => isWanted(index.passages[Number(id)]) }),
        });
  const ids = new Set<number>();
  const wanted = storyId === undefined ? index.passages : index.passages.filter(isWanted);
  if (wanted.length <= WHOLE) for (const { id } of wanted) ids.add(id);
  const found = wanted.length < LARGE ? FOUND.small : FOUND.large;
  for (const { id } of hits.slice(0, found)) for (const near of [-1, 0, 1]) ids.add(Number(id) + near);
  const scores = new Map<number, number>();
  for (const { id, score } of hits) if (ids.has(Number(id))) scores.set(Number(id), score);
  return [...ids].flatMap((id) => {
    const passage = index.passages[id];
    return isWanted(passage) ? [{ passage, score: scores.get(id) ?? 0 }] : [];
  });
}
