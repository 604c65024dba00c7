import fc from "fast-check";
import { expect, test } from "vitest";
import { buildIndex, type Index } from "../../src/retrieval/index.js";
import { learnedModel } from "../../src/retrieval/model.js";
import { searchIndex } from "../../src/retrieval/search.js";
import { atOnce } from "../../src/slices.js";
import type { Story } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const model = learnedModel();

/** Few words, so that sentences resemble each other, and some are the same in several stories. */
const SENTENCES = [
  "The harbour office closed the port on Monday.",
  "The harbour office closed the port.",
  "Jane Roe said that the strike would end on Friday.",
  "Jane Row, a lawyer, told the Federal Harbour Office that 35,000 people work there.",
  "Detained dockers were released after the strike.",
  "He was detained.",
  "The strike costs $1.5 million a day, said Evgeny Gagarin, the minister.",
  "Yevgeni Gagarin's office did not answer.",
  "Post-mortem examinations showed nothing.",
  "A portal beside the gate, portly and closed.",
  "The portly portal was shut.",
  "“We will not go back,” they said.",
  "…",
];

const QUESTIONS = [
  "Who closed the port?",
  "What did Jane Roe say?",
  "wher is evgenii gagarin",
  "How many people work at the FHO?",
  "detention of harber dockers",
  "What does the strike cost?",
  "postmortem",
  "Which attorney spoke of the walkout?",
  "porter of the gates",
];

/** Sometimes so long that not all of it is looked through closely. */
const texts = fc
  .tuple(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 1, 30))
  .map(([sentences, times]) => Array.from({ length: times }, () => sentences).flat());

/** A corpus in the order of its names, as the next one after it may be: stories come, go, and change. */
const changes = fc.array(
  fc.record({
    put: fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), texts), { maxLength: 3 }),
    gone: fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 2 }),
    isRebuilt: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** All that a search says, without what depends on how the index came to be. */
function found(index: Index) {
  return QUESTIONS.flatMap((question) =>
    [undefined, "b"].map((only) => {
      const { hits, confidence } = searchIndex(index, model, question, only);
      const shown = hits.map(({ passage, score }) => [passage.story.id, passage.position, score]);
      return { question, only, confidence, hits: shown };
    }),
  );
}

test("an index whose stories came, went and changed finds the same, with the same scores, as one built at once", () => {
  fc.assert(
    fc.property(changes, (steps) => {
      let index = buildIndex([], model.vectors);
      const corpus = new Map<string, Story>();
      let stories: Story[] = [];
      for (const { put, gone, isRebuilt } of steps) {
        for (const id of gone) corpus.delete(id);
        for (const [id, text] of put) corpus.set(id, madeStory(text, {}, id));
        stories = [...corpus.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        if (isRebuilt) index = atOnce(index.rebuilt(stories));
        else index.renew(stories);
        // What is remembered of questions must not outlive the stories.
        searchIndex(index, model, "Which attorney spoke of the walkout?");
      }
      expect(found(index)).toEqual(found(buildIndex(stories, model.vectors)));
    }),
    { numRuns: 50 },
  );
});

test("of equally good sentences those that come first in the corpus are found first, whenever they came", () => {
  const text = Array.from({ length: 60 }, () => "The port was closed.");
  const [a, b] = [madeStory(text, {}, "a"), madeStory(text, {}, "b")];
  const index = buildIndex([b], model.vectors);
  index.renew([a, b]);
  expect(found(index)).toEqual(found(buildIndex([a, b], model.vectors)));
});
