import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statementsBy } from "../../src/attribution/by-name.js";
import { type Statement, statementsOf } from "../../src/attribution/statements.js";
import { contains, overlaps, type Span } from "../../src/language/span.js";
import { readCorpus } from "../../src/story/corpus.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import { judged, statementKey } from "../evaluation/measure-statements.js";
import { madeStory } from "../made-story.js";
import { anyStory } from "../prose.js";

const { stories } = await readCorpus("corpus");

describe("the first story", () => {
  const story = stories[0] ?? madeStory([]);
  const key = statementKey(story.id);
  const statements = statementsOf(story);

  it("gives every certain statement its speaker, and no wrong one", () => {
    const { missed, wrongNames } = judged(key, story, statements);
    expect({ missed, wrongNames }).toEqual({ missed: [], wrongNames: [] });
  });

  it.each(key.certain.map((certain) => [`${certain.source} ${certain.cue}`, certain] as const))(
    "%s …: kind, basis, source and content",
    (_, certain) => {
      const one = statements.find(
        ({ cue, content }) =>
          cue !== null &&
          wordsAt(story, cue).includes(certain.cue) &&
          content.some((span) => wordsAt(story, span).includes(certain.content[0]?.slice(1, 20) ?? "-")),
      );
      expect(one?.kind).toBe(certain.kind);
      expect(one?.speaker?.basis).toBe(certain.basis);
      expect(one?.source && wordsAt(story, one.source)).toContain(certain.source);
      expect(one?.content.map((span) => wordsAt(story, span)).join(" … ")).toContain(certain.content[0]);
    },
  );

  it.each(key.noStatements)("%s: nobody says it", (words) => {
    const start = story.body.indexOf(words);
    const place = { start, end: start + words.length };
    const saying = statements.filter(({ cue, speaker }) => cue && speaker && overlaps(cue, place));
    expect(saying.map(({ speaker }) => speaker?.name)).toEqual([]);
  });
});

describe("of any text", () => {
  const parts = ({ source, cue, content }: Statement): Span[] => [
    ...content,
    ...(source ? [source] : []),
    ...(cue ? [cue] : []),
  ];

  it("statements lie in their paragraph, hold words, and their parts do not overlap", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const statement of statementsOf(story)) {
          const all = parts(statement);
          for (const [i, span] of all.entries()) {
            expect(wordsAt(story, span).trim()).not.toBe("");
            expect(all.slice(i + 1).filter((other) => overlaps(span, other))).toEqual([]);
          }
          const paragraph = story.paragraphs[statement.paragraph - 1];
          const [first] = statement.content;
          expect(paragraph && first && contains(paragraph, first)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("a speaker's name is words of the story", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { speaker } of statementsOf(story))
          if (speaker) expect(story.body).toContain(speaker.name);
      }),
      { numRuns: 30 },
    );
  });

  it("the same text gives the same statements", () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        expect(statementsOf(story)).toEqual(statementsOf(story));
      }),
      { numRuns: 10 },
    );
  });

  it.each([
    ["quotation marks", '"'.repeat(4_000)],
    ["words said", "Roe said ".repeat(600)],
    ["names", "Jane Roe, ".repeat(600)],
    ["one long word", "x".repeat(19_000)],
    ["initials", "a.b.".repeat(4_000)],
    ["commas", "they say, ".repeat(600)],
    ["nothing but marks", "—,.;:".repeat(1_000)],
  ])("a paragraph of %s is read in reasonable time", (_, text) => {
    const began = performance.now();
    statementsOf(madeStory([text]));
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it("twice the paragraphs take about twice the time", () => {
    const paragraph = 'Jane Roe said the quay was closed. "It will stay closed," she added.';
    const timed = (count: number) => {
      const story = madeStory(Array.from({ length: count }, () => paragraph));
      const began = performance.now();
      statementsOf(story);
      return performance.now() - began;
    };
    timed(20);
    expect(timed(400) / timed(100)).toBeLessThan(12);
  });
});

describe("statements by a name", () => {
  const story: Story = madeStory([
    '"The quay is closed," said harbour master Jane Roe.',
    "The Harbour Ministry in Port Ellen said it would stay closed.",
    "Kateryna Doe-Müller said it was too small.",
  ]);
  const statements = statementsOf(story);

  it.each([
    ["Jane Roe", ["Jane Roe"]],
    ["roe", ["Jane Roe"]],
    ["Ms. Roe", ["Jane Roe"]],
    ["the harbour ministry", ["The Harbour Ministry in Port Ellen"]],
    ["harbor ministry", ["The Harbour Ministry in Port Ellen"]],
    ["Katerina", ["Kateryna Doe-Müller"]],
    ["Doe-Muller", ["Kateryna Doe-Müller"]],
    ["Joe", []],
    ["John Roe", []],
    ["", []],
    ["(.*)+$", []],
  ])("%s", (name, speakers) => {
    expect(statementsBy(statements, name).map(({ speaker }) => speaker?.name)).toEqual(speakers);
  });
});
