import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type AskOptions, ask } from "../../src/answer/ask.js";
import { EXCERPT_LIMIT, excerptAround } from "../../src/answer/excerpt.js";
import { openLibrary } from "../../src/answer/library.js";
import { quotations } from "../../src/language/quotations.js";
import { contains, overlaps, shifted } from "../../src/language/span.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";
import { anyStory, prose } from "../prose.js";

const question = fc.oneof(
  prose,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "__proto__",
    "constructor prototype toString hasOwnProperty",
    "\ud83d",
    "the harbour \udc00 strike",
    "(.*)+$ [ \\ ? * harbour",
    "x".repeat(9_999),
    "harbour ".repeat(1_249),
    "x".repeat(10_000),
    "😀".repeat(30),
  ),
);

const options: fc.Arbitrary<AskOptions> = fc.record({ limit: fc.integer({ min: 1, max: 12 }) });

/** Quotations of a story that no division of an overlong sentence has cut. */
function wholeQuotations(story: Story) {
  return story.paragraphs
    .flatMap((paragraph) =>
      quotations(wordsAt(story, paragraph))
        .filter(({ closed }) => closed)
        .map((quotation) => shifted(quotation, paragraph.start)),
    )
    .filter((quotation) => story.sentences.some((sentence) => contains(sentence, quotation)));
}

test("every excerpt of every answer is an exact part of its story", () => {
  fc.assert(
    fc.property(
      fc.array(anyStory, { minLength: 1, maxLength: 3 }),
      question,
      options,
      (stories, asked, how) => {
        const library = openLibrary(stories.map((story, i) => ({ ...story, id: `story-${i}` })));
        const answer = ask(library, asked, how);
        expect(answer.excerpts.length).toBeLessThanOrEqual(how.limit);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        const seen = new Set<string>();
        let score = 1;
        for (const excerpt of answer.excerpts) {
          const { story, span, sentence } = excerpt;
          expect(library.stories).toContain(story);
          expect(contains({ start: 0, end: story.body.length }, span)).toBe(true);
          expect(wordsAt(story, span).length).toBe(span.end - span.start);
          expect(span.end - span.start).toBeLessThanOrEqual(EXCERPT_LIMIT);
          expect(contains(span, sentence)).toBe(true);
          expect(
            story.sentences.some((one) => one.start === sentence.start && one.end === sentence.end),
          ).toBe(true);
          const paragraph = story.paragraphs[sentence.paragraph - 1];
          expect(paragraph && contains(paragraph, sentence)).toBe(true);
          if (excerpt.answer) expect(contains(sentence, excerpt.answer)).toBe(true);
          expect(excerpt.speaker !== null).toBe(excerpt.voice === "source");
          expect(excerpt.score).toBeLessThanOrEqual(score);
          expect(excerpt.score).toBeGreaterThanOrEqual(0);
          score = excerpt.score;
          const place = `${story.id} ${sentence.start}`;
          expect(seen).not.toContain(place);
          seen.add(place);
        }
        expect(ask(library, asked, how)).toEqual(answer);
      },
    ),
    { numRuns: 150 },
  );
});

test("an excerpt has at most 700 characters, holds its sentence and cuts no quotation", () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const whole = wholeQuotations(story);
      for (const sentence of story.sentences) {
        const excerpt = excerptAround(story, sentence);
        expect(excerpt.end - excerpt.start).toBeLessThanOrEqual(EXCERPT_LIMIT);
        expect(contains(excerpt, sentence)).toBe(true);
        expect(story.sentences.some(({ start }) => start === excerpt.start)).toBe(true);
        expect(story.sentences.some(({ end }) => end === excerpt.end)).toBe(true);
        for (const quotation of whole) {
          expect(!overlaps(excerpt, quotation) || contains(excerpt, quotation)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

describe("the excerpt of a sentence", () => {
  const long = `${"The quay was closed to all ships ".repeat(20)}today and tomorrow until the evening.`;
  it.each([
    [
      "stands alone",
      ["The quay is closed. The strike goes on. Ships wait."],
      "The strike goes on.",
      "The strike goes on.",
    ],
    [
      "that opens with a pronoun",
      ["Jane Roe came. She left. It rained."],
      "She left.",
      "Jane Roe came. She left.",
    ],
    [
      "with two pronouns before",
      ["Jane Roe came. She sat. She left."],
      "She left.",
      "Jane Roe came. She sat. She left.",
    ],
    [
      "that leans over the paragraph",
      ["Jane Roe came.", "The latter left."],
      "The latter left.",
      "Jane Roe came.\nThe latter left.",
    ],
    ["that opens the story", ["She left. Jane Roe came."], "She left.", "She left."],
    ["after one too long to bring", [long, "It rained."], "It rained.", "It rained."],
    [
      "inside an open quotation",
      ['Jane Roe said: "We came. We saw. We left.', "It rained."],
      "We saw.",
      'Jane Roe said: "We came. We saw. We left.',
    ],
  ])("that %s", (_, paragraphs, key, expected) => {
    const story = madeStory(paragraphs);
    const sentence = story.sentences.find((one) => wordsAt(story, one) === key);
    if (!sentence) throw new Error(`no sentence ${key}`);
    expect(wordsAt(story, excerptAround(story, sentence))).toBe(expected);
  });
});

describe("a question", () => {
  const one = madeStory(["The harbour strike began on Monday.", "Jane Roe leads the union."], {}, "one");
  const two = madeStory(["The harbour strike ended on Friday."], {}, "two");
  const library = openLibrary([one, two]);

  it("may be kept to one story", () => {
    for (const story of ["one", "two"]) {
      const { excerpts } = ask(library, "When was the harbour strike?", { limit: 5, story });
      expect(excerpts.length).toBeGreaterThan(0);
      expect(new Set(excerpts.map((excerpt) => excerpt.story.id))).toEqual(new Set([story]));
    }
  });

  it("of 10,000 units or more is declined without a passage", () => {
    const asked = `When was the harbour strike? ${"x".repeat(10_000)}`;
    expect(ask(library, asked, { limit: 3 })).toMatchObject({ confidence: 0, excerpts: [] });
    expect(ask(library, asked, { limit: 3 }).kind).not.toBe("answered");
  });

  it("about something else is not answered", () => {
    expect(ask(library, "How tall is the Eiffel tower in Paris?", { limit: 3 }).kind).not.toBe("answered");
  });

  it("is answered by the sentence that says it", () => {
    const answer = ask(library, "Who leads the union?", { limit: 1 });
    expect(answer.kind).toBe("answered");
    expect(answer.excerpts.map(({ story, sentence }) => wordsAt(story, sentence))).toEqual([
      "Jane Roe leads the union.",
    ]);
  });
});
