import { readFileSync } from "node:fs";
import { z } from "zod";
import { type DatedEvent, timelineOf } from "../../src/answer/timeline.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";

const keySchema = z.strictObject({
  story: z.string(),
  events: z.array(
    z.strictObject({
      sentence: z.string(),
      expression: z.string(),
      from: z.iso.date(),
      to: z.iso.date(),
      precision: z.string(),
      basis: z.string(),
    }),
  ),
});

/** The dated events of the first story against a key that was written by reading it. */
export function measureDates(stories: readonly Story[]): { figures: Figures; failures: string[] } {
  const path = new URL("../../../tests/evaluation/dates/first-story.json", import.meta.url);
  const key = keySchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const story = stories.find(({ id }) => id === key.story);
  if (!story) throw new Error(`the corpus has no story ${key.story}`);
  const found = timelineOf([story]);
  const isRight = (event: DatedEvent) =>
    key.events.some(
      ({ sentence, ...own }) =>
        wordsAt(story, event.sentence).startsWith(sentence) &&
        wordsAt(story, event.expression) === own.expression &&
        [event.from, event.to, event.precision, event.basis].join() ===
          [own.from, own.to, own.precision, own.basis].join(),
    );
  const wrong = found.filter((event) => !isRight(event));
  return {
    figures: {
      "first story: dates: in the key": key.events.length,
      "first story: dates: right": found.length - wrong.length,
      "first story: dates: not in the key": wrong.length,
    },
    failures: wrong.map(
      ({ expression, from, to, precision, basis }) =>
        `${wordsAt(story, expression)}: ${from} to ${to}, ${precision}, ${basis}`,
    ),
  };
}
