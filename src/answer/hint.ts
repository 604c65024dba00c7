import { looksForeign } from "../language/foreign.js";
import { slips } from "../language/spelling-variants.js";
import { folded } from "../language/terms.js";
import type { Index } from "../retrieval/index.js";
import type { Unit } from "../retrieval/matching.js";
import type { Hint } from "./answer.js";

/** A name this short has too many others near it. */
const SHORTEST_NAME = 5;

/** Slips that are still a guess worth offering: two letters in five, three at most; the search itself forgives two. */
const OFFERED = { share: 0.4, most: 3 };

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

/** The question with its one unknown name written as a name of the corpus that is near to it. */
function withNameCorrected(question: string, units: readonly Unit[], index: Index): string | undefined {
  const [unknown, ...others] = units.filter(({ isKnown, isName, row }) => !isKnown && (isName || row < 0));
  if (!unknown || others.length > 0) return undefined;
  const { text } = unknown.token;
  const word = folded(text);
  if (word.length < SHORTEST_NAME) return undefined;
  const most = Math.min(OFFERED.most, Math.floor(word.length * OFFERED.share));
  let best: { name: string; count: number } | undefined;
  for (const name of index.names.words()) {
    const count = slips(word, folded(name), most);
    if (count > most || count === 0) continue;
    if (!best || count < best.count || (count === best.count && name < best.name)) best = { name, count };
  }
  return best && question.replace(text, () => best.name);
}
