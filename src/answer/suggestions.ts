import { statementsOf } from "../attribution/statements.js";
import { ask } from "./ask.js";
import type { Library } from "./library.js";

/** How many questions are offered. */
const OFFERED = 3;

/**
 * Whom to ask about: speakers of a story, in its order, for whom "What did NAME say?" is answered with words of theirs.
 * Empty where there are several stories, or nobody whose words are found again.
 */
export function suggestions(library: Library): string[] {
  const [story, ...others] = library.stories;
  if (!story || others.length > 0) return [];
  const names = statementsOf(story).flatMap(({ speaker }) => speaker?.name ?? []);
  return [...new Set(names.filter(isProperName))]
    .map(questionFor)
    .filter((question) => isAnswered(library, question))
    .slice(0, OFFERED);
}

/** A first word alone may be a common one that only the start of its sentence capitalises. */
function isProperName(name: string): boolean {
  return /\s\p{Lu}/u.test(name);
}

function questionFor(name: string): string {
  return `What did ${name.replace(/^The /, "the ")} say?`;
}

function isAnswered(library: Library, question: string): boolean {
  const answer = ask(library, question, { limit: 1 });
  const speaker = answer.excerpts[0]?.speaker;
  return (
    answer.kind === "answered" &&
    speaker !== undefined &&
    speaker !== null &&
    questionFor(speaker.name) === question
  );
}
