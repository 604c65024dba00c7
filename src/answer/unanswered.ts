import { folded, termedTokens, terms } from "../language/terms.js";
import { withoutFrame } from "../retrieval/frame.js";

/** Questions that ask for the same. */
export interface UnansweredGroup {
  /** How often it was asked. */
  readonly times: number;
  /** The stems of the words that tell what is asked for, in alphabetical order; none where there is no such word. */
  readonly terms: readonly string[];
  /** As people asked it, each wording once, the most frequent first. */
  readonly wordings: readonly string[];
}

/** Words that tell how something is asked for rather than what: "the name of the mayor", "how many ships". */
const LIGHT: ReadonlySet<string> = new Set(
  terms("many much name number people person day date time year place exactly"),
);

/**
 * Groups questions that hold the same words with a meaning, in whatever form and order; most asked first, then in the
 * order in which they were first asked. Wordings differ only in more than capitals and spaces.
 *
 * Words of near meaning are left apart: in the word vectors "begin" lies .85 from "start", but "July" .96 from "June"
 * and "sell" .92 from "buy", and an editor is better off with two groups of one question than with one of two.
 */
export function groupUnanswered(questions: Iterable<string>): UnansweredGroup[] {
  const groups = new Map<string, { terms: readonly string[]; wordings: Map<string, Wording> }>();
  for (const question of questions) {
    const told = tellingTerms(question);
    const key = told.length > 0 ? JSON.stringify(told) : plain(question);
    const group = groups.get(key) ?? { terms: told, wordings: new Map() };
    groups.set(key, group);
    const wording = group.wordings.get(plain(question));
    if (wording) wording.times++;
    else group.wordings.set(plain(question), { text: question.trim(), times: 1 });
  }
  return [...groups.values()]
    .map(({ terms: told, wordings }) => {
      const sorted = [...wordings.values()].sort((a, b) => b.times - a.times);
      return {
        times: sorted.reduce((sum, { times }) => sum + times, 0),
        terms: told,
        wordings: sorted.map(({ text }) => text),
      };
    })
    .sort((a, b) => b.times - a.times);
}

interface Wording {
  readonly text: string;
  times: number;
}

function tellingTerms(question: string): string[] {
  const all = new Set(termedTokens(withoutFrame(question)).flatMap((token) => token.terms.slice(0, 1)));
  const telling = [...all].filter((term) => !LIGHT.has(term));
  return (telling.length > 0 ? telling : [...all]).sort();
}

/** The question without what does not tell two wordings apart. */
function plain(question: string): string {
  return folded(question).replace(/\s+/g, " ").trim();
}
