import { expect, test } from "vitest";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { suggestions } from "../../src/answer/suggestions.js";
import { madeStory } from "../made-story.js";

const talks = madeStory([
  "The Harbour Ministry said the quay would open on Friday.",
  '"Nobody asked the crane drivers," said Jane Roe, who leads their union.',
  "Analysts say the port is too small.",
  "He said the crane was old.",
]);

test("the questions offered name the story's speakers and are answered in their words", () => {
  const library = openLibrary([talks]);
  const offered = suggestions(library);
  expect(offered.length).toBeLessThanOrEqual(3);
  expect(offered).toContain("What did Jane Roe say?");
  for (const question of offered) {
    const [best] = ask(library, question, { limit: 1 }).excerpts;
    expect(question.toLowerCase()).toContain(best?.speaker?.name.toLowerCase());
  }
});

test("none are offered for several stories, or one in which nobody speaks", () => {
  expect(suggestions(openLibrary([talks, madeStory(["It rained."], {}, "rain")]))).toEqual([]);
  expect(suggestions(openLibrary([madeStory(["It rained."])]))).toEqual([]);
  expect(suggestions(openLibrary([]))).toEqual([]);
});
