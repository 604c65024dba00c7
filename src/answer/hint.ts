import { looksForeign } from "../language/foreign.js";
import { slips } from "../language/spelling-variants.js";
import { folded } from "../language/terms.js";
import type { Index } from "../retrieval/index.js";
import type { Unit } from "../retrieval/matching.js";
import type { Hint } from "./answer.js";

/** A name this short has too many others near it. */
const SHORTEST_NAME = 5;

/** So many slips in a name are still a guess worth offering: a letter in three, three at most. */
const MOST_SLIPS = 3;

/**
 * What may help somebody whose question found nothing; null where there is nothing to say.
 * @param answers true for a question that the stories answer
 */
export function hintFor(
  question: string,
  units: readonly Unit[],
  index: Index,
  answers: (question: string) => boolean,
): Hint | null {
  const corrected = withNameCorrected(question, units, index);
  if (corrected !== undefined && answers(corrected)) return { kind: "did you mean", question: corrected };
  return looksForeign(question) ? { kind: "ask in English" } : null;
}

/** The question with its one unknown word written as a name of the corpus that is near to it. */
function withNameCorrected(question: string, units: readonly Unit[], index: Index): string | undefined {
  const [unknown, ...others] = units.filter(({ isKnown }) => !isKnown);
  if (!unknown || others.length > 0) return undefined;
  const { text } = unknown.token;
  const word = folded(text);
  if (word.length < SHORTEST_NAME) return undefined;
  let best: { name: string; count: number } | undefined;
  for (const name of index.nameWords) {
    const count = slips(word, folded(name), Math.min(MOST_SLIPS, Math.floor(word.length / 3)));
    if (count <= Math.floor(word.length / 3) && count > 0 && (!best || count < best.count))
      best = { name, count };
  }
  return best && question.replace(text, () => best.name);
}
