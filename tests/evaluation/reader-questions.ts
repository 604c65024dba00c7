import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Span } from "../../src/language/span.js";
import type { Story } from "../../src/story/story.js";

const words = z.array(z.string().min(1));

const fileSchema = z.strictObject({
  story: z.string(),
  answerable: z.array(
    z.strictObject({
      question: z.string(),
      type: z.string(),
      style: z.string(),
      gold: words,
      also: words.optional(),
    }),
  ),
  unanswerable: z.array(z.strictObject({ question: z.string(), kind: z.string() })),
});

export interface ReaderQuestion {
  readonly question: string;
  readonly group: string;
  /** Each of these places answers by itself; none where the story does not answer. */
  readonly gold: readonly Span[];
}

export interface ReaderQuestions {
  readonly name: string;
  readonly answerable: readonly ReaderQuestion[];
  readonly unanswerable: readonly ReaderQuestion[];
}

/**
 * Questions of readers on a story of the corpus, written by reading the story only.
 * @throws Error where the words of a gold answer do not stand in the story exactly once
 */
export function readerQuestions(name: string, stories: readonly Story[]): ReaderQuestions {
  const path = new URL(`../../../tests/evaluation/readers/${name}.json`, import.meta.url);
  const file = fileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const story = stories.find(({ id }) => id === file.story);
  if (!story) throw new Error(`${name}: the corpus has no story ${file.story}`);
  return {
    name,
    answerable: file.answerable.map(({ question, type, style, gold }) => ({
      question,
      group: `${type}, ${style}`,
      gold: gold.map((text) => placeOf(story, text)),
    })),
    unanswerable: file.unanswerable.map(({ question, kind }) => ({ question, group: kind, gold: [] })),
  };
}

function placeOf(story: Story, text: string): Span {
  const start = story.body.indexOf(text);
  if (start < 0) throw new Error(`not in ${story.id}: ${text}`);
  if (story.body.indexOf(text, start + 1) >= 0) throw new Error(`twice in ${story.id}: ${text}`);
  return { start, end: start + text.length };
}
