import fc from "fast-check";
import { expect, test } from "vitest";
import { passageAt } from "../../src/answer/ask.js";
import { contextsOf } from "../../src/answer/context.js";
import { EXCERPT_LIMIT } from "../../src/answer/excerpt.js";
import { contains } from "../../src/language/span.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";
import { anyStory } from "../prose.js";

test("an excerpt grows to its paragraph, then to the paragraphs beside it", () => {
  const story = madeStory(["Before it.", "One. Two. Three.", "After it.", "Far away."]);
  const [, , two] = story.sentences;
  if (!two) throw new Error("there are six sentences");
  const shown = contextsOf(passageAt(story, two)).map((span) => wordsAt(story, span));
  expect(shown).toEqual(["Two.", "One. Two. Three.", "Before it.\nOne. Two. Three.\nAfter it."]);
});

test("where there is no room, it does not grow", () => {
  const story = madeStory([`${"word ".repeat(100)}end. ${"word ".repeat(100)}end.`]);
  const [first] = story.sentences;
  if (!first) throw new Error("there are two sentences");
  expect(contextsOf(passageAt(story, first))).toHaveLength(1);
});

test("for any story each context holds the one before, and none is too long for a quotation", () => {
  fc.assert(
    fc.property(anyStory, fc.nat(), (story, choice) => {
      const sentence = story.sentences[choice % Math.max(1, story.sentences.length)];
      if (!sentence) return;
      const contexts = contextsOf(passageAt(story, sentence));
      for (const [i, span] of contexts.entries()) {
        expect(contains(span, contexts[i - 1] ?? sentence)).toBe(true);
        expect(span.end - span.start).toBeLessThanOrEqual(EXCERPT_LIMIT);
      }
    }),
    { numRuns: 50 },
  );
});
