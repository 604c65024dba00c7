import { isStopWord } from "../../src/language/terms.js";
import { tokens } from "../../src/language/tokens.js";
import type { Story } from "../../src/story/story.js";
import { randomFrom } from "./generated-corpus.js";

/**
 * As many questions as are wanted, no two alike: what readers ask, with one or two of the telling words replaced by others
 * of the stories, so that some are answered and some are not.
 * @param asked questions of readers
 * @param seed the same seed gives the same questions
 */
export function manyQuestions(
  asked: readonly string[],
  stories: readonly Story[],
  count: number,
  seed = 1,
): string[] {
  const random = randomFrom(seed);
  const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const words = stories.flatMap(({ body }) => telling(body)).map(({ text }) => text);
  const replaced = (question: string): string => {
    const word = one(telling(question));
    return word
      ? `${question.slice(0, word.start)}${one(words)}${question.slice(word.end)}`
      : `${question} ${one(words)}`;
  };
  const made = new Set<string>();
  while (made.size < count) {
    const once = replaced(one(asked) ?? "");
    made.add(random() < 0.5 ? once : replaced(once));
  }
  return [...made];
}

/** The words of a text that say what it is about. */
function telling(text: string) {
  return tokens(text).filter((token) => !isStopWord(token.text));
}
