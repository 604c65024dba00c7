import { voiceOf } from "../attribution/voice.js";
import { wordsAt } from "../story/story.js";
import { ask, type Library } from "./ask.js";

/** How many questions are offered. */
const OFFERED = 3;

/**
 * Whom to ask about: speakers of a story, in its order, for whom "What did NAME say?" is answered with words of theirs.
 * Empty where there are several stories, or nobody whose words are found again.
 */
export function suggestions(library: Library): string[] {
  const [story, ...others] = library.stories;
  if (!story || others.length > 0) return [];
  const names = story.sentences.flatMap((sentence) => voiceOf(wordsAt(story, sentence)).speaker?.name ?? []);
  // A single word may be a common noun that only the start of its sentence capitalises.
  return [...new Set(names.filter((name) => name.includes(" ")))]
    .map(questionFor)
    .filter((question) => isAnswered(library, question))
    .slice(0, OFFERED);
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
