import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Excerpt } from "../../src/answer/answer.js";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { publisherAndDate, whoAndWhere } from "../../src/reply/attribution.js";
import { type Reply, replyToAnswer, storyReply } from "../../src/reply/reply.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { madeStory } from "../made-story.js";
import { anyStory, prose } from "../prose.js";

const story = madeStory(["The quay was closed on Monday.", "It rained."], {
  published: "2025-07",
  url: "https://example.org/a/harbour-strike/1.html",
});

const SECOND = { start: 31, end: 41, paragraph: 2 };

function excerpt(part: Partial<Excerpt> = {}): Excerpt {
  const sentence = { start: 0, end: 30, paragraph: 1 };
  return {
    story,
    span: sentence,
    sentence,
    answer: null,
    score: 1,
    voice: "publisher",
    speaker: null,
    ...part,
  };
}

describe("the line under a quotation", () => {
  it.each<[Partial<Excerpt>, string]>([
    [{}, "— Harbour Daily, in its own words · paragraph 1 of 2"],
    [{ voice: "source", speaker: { name: "Jane Roe", basis: "stated" } }, "— Jane Roe · paragraph 1 of 2"],
    [
      { voice: "source", speaker: { name: "Jane Roe", basis: "inferred" }, sentence: SECOND },
      "— Jane Roe (inferred from the sentences around it) · paragraph 2 of 2",
    ],
    [{ voice: "unattributed" }, "— the story does not make clear who · paragraph 1 of 2"],
  ])("for %j", (part, line) => {
    expect(whoAndWhere(excerpt(part))).toBe(line);
  });
});

test.each([
  [undefined, "Harbour Daily"],
  ["2025-07", "Harbour Daily · July 2025"],
  ["2025-01-01", "Harbour Daily · January 1, 2025"],
  ["2024-12-31", "Harbour Daily · December 31, 2024"],
])("published %s is shown as exactly as it is known", (published, line) => {
  expect(publisherAndDate(madeStory(["It rained."], published === undefined ? {} : { published }))).toBe(
    line,
  );
});

describe("a reply", () => {
  it("quotes, says who and where, and names the source once, at the end", () => {
    const reply = replyToAnswer({
      kind: "answered",
      question: null,
      confidence: 1,
      excerpts: [excerpt(), excerpt({ sentence: SECOND })],
    });
    expect(reply.map(({ kind }) => kind)).toEqual(["quotation", "line", "quotation", "line", "origin"]);
    expect(reply.at(-1)).toEqual({
      kind: "origin",
      text: "Harbour Daily · July 2025",
      name: "harbour-strike",
      url: "https://example.org/a/harbour-strike/1.html#:~:text=It%20rained.",
    });
  });

  it("that declines begins with the same words, with a passage or without", () => {
    for (const excerpts of [[], [excerpt()]]) {
      const [first] = replyToAnswer({
        kind: "declined",
        question: null,
        confidence: 0,
        excerpts,
        hint: null,
      });
      expect(first).toMatchObject({ kind: "line", text: expect.stringMatching(/^The story does not say/) });
    }
  });

  it("to small talk quotes nothing", () => {
    const reply = replyToAnswer({ kind: "small-talk", confidence: 0, excerpts: [] });
    expect(reply.map(({ kind }) => kind)).toEqual(["line"]);
  });

  it("marks the answer's words inside the quotation", () => {
    const { text, entities } = telegramMessage(
      replyToAnswer({
        kind: "answered",
        question: null,
        confidence: 1,
        excerpts: [excerpt({ answer: { start: 23, end: 29 } })],
      }),
    );
    const bold = entities.find(({ type }) => type === "bold");
    expect(bold && text.slice(bold.offset, bold.offset + bold.length)).toBe("Monday");
  });

  it("folds a long quotation only", () => {
    const types = (length: number) =>
      telegramMessage([{ kind: "quotation", text: "x".repeat(length), mark: null }]).entities.map(
        ({ type }) => type,
      );
    expect([types(349), types(350)]).toEqual([["blockquote"], ["expandable_blockquote"]]);
  });

  it("lists at most twenty of many stories", () => {
    const many = Array.from({ length: 25 }, (_, i) => madeStory(["One."], {}, `story-${i}`));
    expect(storyReply(many, []).filter(({ kind }) => kind === "origin").length).toBe(20);
    expect(storyReply(many, []).at(-1)).toEqual({ kind: "line", text: "… and 5 more" });
  });

  it("shows of a long first paragraph whole sentences that fit, and says so", () => {
    const reply = storyReply([madeStory(["The quay was closed to all ships. ".repeat(30)])], []);
    const quoted = reply.find((block) => block.kind === "quotation");
    expect(quoted?.text.length).toBeLessThanOrEqual(700);
    expect(quoted?.text).toMatch(/ships\.$/);
    if (!quoted) throw new Error("the opening is quoted");
    expect(reply[reply.indexOf(quoted) + 1]).toEqual({ kind: "line", text: "… (cut here)" });
    expect(reply.at(-1)).toMatchObject({ kind: "origin" });
  });
});

test("as a Telegram message, every quotation is an entity in bounds that holds exactly the story's words", () => {
  fc.assert(
    fc.property(anyStory, prose, fc.boolean(), (anyone, question, overview) => {
      const library = openLibrary([anyone]);
      const reply: Reply = overview
        ? storyReply([anyone], [])
        : replyToAnswer(ask(library, question, { limit: 3 }));
      const { text, entities } = telegramMessage(reply);
      let end = 0;
      const quoted: string[] = [];
      for (const { type, offset, length } of entities) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        expect(offset + length).toBeLessThanOrEqual(text.length);
        if (!type.endsWith("blockquote")) continue;
        expect(offset).toBeGreaterThanOrEqual(end);
        end = offset + length;
        quoted.push(text.slice(offset, end));
      }
      expect(quoted).toEqual(reply.flatMap((block) => (block.kind === "quotation" ? [block.text] : [])));
      for (const words of quoted) expect(anyone.body).toContain(words);
    }),
    { numRuns: 80 },
  );
});

describe("the line under a quotation of several sentences", () => {
  const story = madeStory([
    "The harbour was closed on Monday.",
    '"We were not told," said Jane Roe, a captain. She said that boats were waiting.',
  ]);
  const [closed, told, waiting] = story.sentences;
  if (!closed || !told || !waiting) throw new Error("there are three sentences");
  const roe = { voice: "source", speaker: { name: "Jane Roe", basis: "stated" } } as const;
  const lineFor = (start: number, end: number, sentence = told) =>
    whoAndWhere({ story, span: { start, end }, sentence, answer: null, score: 1, ...roe });

  it("names somebody alone where all of it is hers", () => {
    expect(lineFor(told.start, waiting.end)).toMatch(/^— Jane Roe/);
  });

  it("says which sentences are hers where others stand with them", () => {
    expect(lineFor(closed.start, told.end)).toMatch(/^— last sentence: Jane Roe/);
    expect(lineFor(closed.start, waiting.end)).toMatch(/^— last 2 sentences: Jane Roe/);
  });
});

test("nothing in a story's file makes a reply too long to be sent", () => {
  const long = "word ".repeat(2000);
  const story = madeStory(["It rained.", `"It was wet," said ${"Jane ".repeat(120)}Roe.`], {
    publisher: long,
    title: long,
    rights: long,
  });
  const library = openLibrary([story]);
  for (const reply of [storyReply([story], []), replyToAnswer(ask(library, "Was it wet?", { limit: 3 }))]) {
    expect(telegramMessage(reply).text.length).toBeLessThan(4096);
  }
});
