import type { MessageEntity } from "grammy/types";
import { expect, test } from "vitest";
import { visibleLines } from "./visible-text.js";

const cases: [string, string, MessageEntity[], string[]][] = [
  ["plain lines", "one\n\ntwo", [], ["one", "", "two"]],
  [
    "words inside words",
    "a b c",
    [
      { type: "text_link", offset: 0, length: 5, url: "https://example.com" },
      { type: "bold", offset: 2, length: 1 },
    ],
    ["[a *b* c](https://example.com)"],
  ],
  [
    "a blockquote of several lines, one of them empty",
    "She said:\nOne.\n\nTwo.\nThe end.",
    [
      { type: "expandable_blockquote", offset: 10, length: 10 },
      { type: "bold", offset: 10, length: 10 },
    ],
    ["She said:", ">> *One.*", ">>", ">> *Two.*", "The end."],
  ],
  [
    "two blockquotes without a line between them",
    "One.\nTwo.",
    [
      { type: "blockquote", offset: 0, length: 4 },
      { type: "blockquote", offset: 5, length: 4 },
    ],
    ["> One.", "--", "> Two."],
  ],
  [
    "a blockquote in the middle of a line",
    "He: no. End",
    [{ type: "blockquote", offset: 4, length: 3 }],
    ["He:  \\", "> no. \\", " End"],
  ],
];

test.each(cases)("%s", (_, text, entities, lines) => {
  expect(visibleLines(text, entities)).toEqual(lines);
});
