import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type DatedEvent, referenceDay, timelineOf } from "../../src/answer/timeline.js";
import { contains } from "../../src/language/span.js";
import { type Page, pageFrom } from "../../src/reply/pages.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { replyToTimeline, spokenPeriod, timelineBlocks } from "../../src/reply/timeline-reply.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";
import { prose } from "../prose.js";

const shown = (events: readonly DatedEvent[]) =>
  events.map(({ story, expression, from }) => `${from} ${wordsAt(story, expression)}`);

describe("the day on which a story speaks", () => {
  it.each<[string | undefined, string[], string | undefined]>([
    ["2025-07-03", ["On July 1 it closed."], "2025-07-03"],
    ["2025-07", ["It closed."], "2025-07-31"],
    ["2025-07", ["On July 1 it closed.", "On June 30 it rained."], "2025-07-01"],
    ["2025-07", ["On July 1, 2025, it closed.", "On July 9, 2024, it rained."], "2025-07-01"],
    [
      "2025-07",
      ["From July 3 to July 7 it was closed. On Friday it rained. In late July it opens."],
      "2025-07-07",
    ],
    ["2025-07", ["In July it closed."], "2025-07-31"],
    [undefined, ["On July 1 it closed."], undefined],
  ])("published %s: %j", (published, paragraphs, day) => {
    expect(referenceDay(madeStory(paragraphs, published === undefined ? {} : { published }))).toBe(day);
  });
});

describe("a timeline", () => {
  const story = madeStory(
    [
      "On July 2 it opened. It had closed on June 30.",
      "The same day it rained. It was built in 1990.",
      "That day it snowed.",
    ],
    { published: "2025-07-03" },
  );

  it("is in order of dates, those of one day in the order of the text", () => {
    expect(shown(timelineOf([story]))).toEqual([
      "1990-01-01 1990",
      "2025-06-30 June 30",
      "2025-06-30 The same day",
      "2025-06-30 That day",
      "2025-07-02 July 2",
    ]);
  });

  it("takes no day from far away for the same day", () => {
    const far = madeStory(
      [
        "On July 2 it opened.",
        ..."It rained. "
          .repeat(5)
          .trim()
          .split(/(?<=\.) /),
        "The same day it closed.",
      ],
      {
        published: "2025-07-03",
      },
    );
    expect(shown(timelineOf([far]))).toEqual(["2025-07-02 July 2"]);
  });

  it("joins several stories", () => {
    const other = madeStory(["On July 1 it sank."], { published: "2025-07-03" }, "other");
    expect(shown(timelineOf([story, other])).slice(3)).toEqual([
      "2025-06-30 That day",
      "2025-07-01 July 1",
      "2025-07-02 July 2",
    ]);
  });

  it("that is empty says so", () => {
    const reply = replyToTimeline(timelineOf([madeStory(["It rained."])]));
    expect(reply).toEqual([{ kind: "line", text: "The story does not say when anything was." }]);
  });
});

describe("a period in words", () => {
  it.each([
    ["2025-06-27", "2025-06-27", "day", "June 27, 2025"],
    ["2025-06-23", "2025-06-29", "week", "June 23–29, 2025"],
    ["2024-12-30", "2025-01-05", "week", "December 30, 2024–January 5, 2025"],
    ["2024-12-01", "2024-12-31", "month", "December 2024"],
    ["2020-01-01", "2020-12-31", "year", "2020"],
  ] as const)("%s to %s, a %s", (from, to, precision, words) => {
    expect(spokenPeriod({ from, to, precision })).toBe(words);
  });
});

test("pages hold every event once, in order, and each fits into a message", () => {
  const sentence = fc.constantFrom(
    "On July 1 it closed.",
    "It rained last week.",
    `In 2020 it ${"rained and ".repeat(50)}snowed.`,
    "It snowed.",
  );
  const paragraphs = fc.array(fc.oneof(sentence, prose), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(paragraphs, (texts) => {
      const story = madeStory(texts, { published: "2025-07-03" });
      const events = timelineOf([story]);
      const quotations: string[] = [];
      for (let from: number | undefined = 1; from !== undefined && events.length > 0; ) {
        const { shown, after }: Page<DatedEvent> = pageFrom(events, from, timelineBlocks);
        const reply = replyToTimeline(shown);
        const { text, entities } = telegramMessage(reply);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(entities.length).toBeLessThanOrEqual(100);
        quotations.push(...reply.flatMap((block) => (block.kind === "quotation" ? [block.text] : [])));
        from = after?.from;
      }
      expect(quotations).toEqual(events.map((event) => wordsAt(story, event.sentence)));
      for (const { sentence: whole, expression } of events) expect(contains(whole, expression)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([0, -1, 99])("page from %d is one that there is", (from) => {
  const events = timelineOf([madeStory(["In 2020 it rained."])]);
  expect(pageFrom(events, from, timelineBlocks)).toEqual(pageFrom(events, 1, timelineBlocks));
});
