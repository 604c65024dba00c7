import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, test } from "vitest";
import { end, parseEntities } from "./entities.js";
import { formattedText } from "./formatted-text.js";

type Simple = MessageEntity.CommonMessageEntity;

function entity(type: Simple["type"], offset: number, length: number): Simple {
  return { type, offset, length };
}

function link(offset: number, length: number): MessageEntity {
  return { type: "text_link", offset, length, url: "https://example.com" };
}

describe("refused", () => {
  test.each([
    ["hello", entity("bold", -1, 1), "receive an entity with incorrect offset -1"],
    ["hello", entity("bold", 0, -1), "receive an entity with incorrect length -1"],
    ["hello", entity("bold", 5, 1), "entity begins after the end of the text at UTF-16 offset 5"],
    [
      "hello",
      entity("bold", 0, 100),
      "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ],
    ["👉", entity("bold", 1, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 4"],
    [
      "a👉",
      entity("bold", 0, 2),
      "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5",
    ],
  ])("%j with %j", (text, one, reason) => {
    expect(() => formattedText(text, [one])).toThrow(`Bad Request: ${reason}`);
  });

  test.each([
    [" \n\t ", "text must be non-empty"],
    ["\u200b\u2060 \u00a0", "text must be non-empty"],
    ["a\ud83d", "strings must be encoded in UTF-8"],
    ["👉".repeat(2049), "message is too long"],
  ])("%j", (text, reason) => {
    expect(() => formattedText(text, [])).toThrow(reason);
  });

  test.each([
    [{ type: "glow", offset: 0, length: 1 }, "can't parse MessageEntity: Unsupported type specified"],
    [{ type: "bold", length: 1 }, "can't parse MessageEntity: Can't find field \"offset\""],
    [
      { type: "bold", offset: "a", length: 1 },
      'can\'t parse MessageEntity: Field "offset" must be of type Number',
    ],
    [{ type: "text_link", offset: 0, length: 1 }, "can't parse MessageEntity: Can't find field \"url\""],
    [
      { type: "text_link", offset: 0, length: 1, url: "not-a-url" },
      "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ],
    [{ type: "text_link", offset: 0, length: 1, url: "" }, "entity URL '' is invalid: URL host is empty"],
    ["bold", "can't parse MessageEntity: expected an Object"],
  ])("an entity like %j", (one, reason) => {
    expect(() => parseEntities([one])).toThrow(reason);
  });
});

describe("silently dropped or changed", () => {
  const cases: [string, string, MessageEntity[], string, MessageEntity[]][] = [
    ["entities of no length", "abc", [entity("bold", 1, 0)], "abc", []],
    ["entities over white space alone", "a  b", [entity("bold", 1, 2)], "a  b", []],
    [
      "the inner one of two blockquotes",
      "abcdef",
      [entity("blockquote", 0, 6), entity("expandable_blockquote", 2, 2)],
      "abcdef",
      [entity("blockquote", 0, 6)],
    ],
    ["the later of two links that overlap", "abcdef", [link(0, 4), link(2, 4)], "abcdef", [link(0, 4)]],
    [
      "a link across a blockquote's border",
      "abcdef",
      [entity("blockquote", 0, 3), link(2, 3)],
      "abcdef",
      [entity("blockquote", 0, 3)],
    ],
    [
      "styles inside code",
      "abc",
      [entity("code", 0, 3), entity("bold", 1, 1)],
      "abc",
      [entity("code", 0, 3)],
    ],
    [
      "the border of two that touch",
      "abcdef",
      [entity("bold", 0, 2), entity("bold", 2, 2)],
      "abcdef",
      [entity("bold", 0, 4)],
    ],
    [
      "what crosses a blockquote's border is cut there",
      "abcdef",
      [entity("bold", 1, 4), entity("blockquote", 0, 3)],
      "abcdef",
      [entity("blockquote", 0, 3), entity("bold", 1, 2), entity("bold", 3, 2)],
    ],
    ["white space at both ends", " \n abc \n", [entity("bold", 3, 4)], "abc", [entity("bold", 0, 3)]],
    ["white space up to the first entity", "  abc", [entity("bold", 1, 2)], " abc", [entity("bold", 0, 2)]],
    ["control characters", "a\tb\r\nc\u202ed", [entity("bold", 3, 3)], "a b\ncd", [entity("bold", 3, 2)]],
  ];
  test.each(cases)("%s", (_, text, entities, newText, newEntities) => {
    expect(formattedText(text, entities)).toEqual({ text: newText, entities: newEntities });
  });

  test("all entities after the hundredth", () => {
    const entities = Array.from({ length: 150 }, (_, i) => entity("italic", 2 * i, 1));
    expect(formattedText("ab".repeat(150), entities).entities).toEqual(entities.slice(0, 100));
  });

  test("entities that Telegram finds by itself", () => {
    expect(parseEntities([entity("url", 0, 1), entity("underline", 0, 1)])).toEqual([
      entity("underline", 0, 1),
    ]);
  });
});

test("whatever is sent, what is kept lies in the text, is not blank and holds no quotation in another", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é"), maxLength: 30 });
  const entities = fc.array(
    fc.record({
      type: fc.constantFrom<Simple["type"]>("bold", "italic", "code", "blockquote", "expandable_blockquote"),
      offset: fc.nat(35),
      length: fc.nat(35),
    }),
  );
  fc.assert(
    fc.property(text, entities, (before, sent) => {
      const inside = sent.filter((one) => end(one) <= before.length);
      fc.pre(before.trim() !== "");
      const result = formattedText(before, inside);
      const quotes = result.entities.filter(({ type }) => type.endsWith("blockquote"));
      for (const one of result.entities) {
        expect(one.offset).toBeGreaterThanOrEqual(0);
        expect(end(one)).toBeLessThanOrEqual(result.text.length);
        expect(result.text.slice(one.offset, end(one)).trim()).not.toBe("");
      }
      for (const [i, quote] of quotes.slice(1).entries()) {
        expect(quote.offset).toBeGreaterThanOrEqual(end(quotes[i] ?? quote));
      }
    }),
  );
});
