import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageKey, passageOf } from "../../src/telegram/views/passage-key.js";
import { dataOf, type Press, pressOf } from "../../src/telegram/views/press.js";
import { madeStory } from "../made-story.js";

const key = fc.stringMatching(/^[\w-]{10,13}$/);

/** Text as Telegram never sends it: halves of characters are among its code units. */
const units = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 20,
});
const halves = fc.constantFrom("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d");

const passagePress: fc.Arbitrary<Press> = fc.record({
  kind: fc.constantFrom("context" as const, "passage" as const),
  passage: key,
  context: fc.nat(9),
  question: fc.oneof(
    fc.constant(null),
    fc.constant("replied" as const),
    fc.record({ text: fc.oneof(fc.string({ minLength: 1, unit: "binary" }), units, halves) }),
  ),
});

const listPress: fc.Arbitrary<Press> = fc.record({
  kind: fc.constant("list" as const),
  list: fc.constantFrom(
    "overview" as const,
    "timeline" as const,
    "quotes" as const,
    "choose people" as const,
  ),
  stories: fc.stringMatching(/^([\w-]{5}|[\w-]{9})$/),
  from: fc.nat(999_999),
  name: fc.oneof(fc.string({ unit: "binary" }), units, halves),
});

describe("the data of a button", () => {
  it("is read as it was written, and is never longer than Telegram takes, nor half a character", () => {
    fc.assert(
      fc.property(fc.oneof(passagePress, listPress), (press) => {
        const data = dataOf(press);
        if (data === undefined) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(data.isWellFormed()).toBe(true);
        expect(pressOf(data)).toEqual(press);
      }),
    );
  });

  it.each(["", "c", "x", "c!", "p123456789a.", "toolong.1", "tABCDE.", "__proto__", "c123456789a.1?"])(
    "that no button has is nothing: %j",
    (data) => {
      expect(pressOf(data)).toBeUndefined();
    },
  );
});

describe("the key of a passage", () => {
  const story = madeStory(["The first sentence. The second one."]);

  it("leads to the sentence, in every process", () => {
    const [, second] = story.sentences;
    if (!second) throw new Error("there are two sentences");
    expect(passageOf([story], passageKey(story, second))).toEqual({ kind: "found", story, sentence: second });
  });

  it("tells a story that has changed from one that is gone", () => {
    const [first] = story.sentences;
    if (!first) throw new Error("there are two sentences");
    const written = passageKey(story, first);
    expect(passageOf([madeStory(["Another first sentence."])], written)).toEqual({ kind: "changed" });
    expect(passageOf([], written)).toEqual({ kind: "gone" });
    expect(passageOf([story], "nonsense")).toEqual({ kind: "gone" });
  });
});
