import { expect, test } from "vitest";
import { formatTranscript, parseTranscript } from "./transcript.js";

const FILE = `# A title

# a comment
reader: first line
|
| third line

  bot, replying:
    An answer

    with a blank line in it.

  bot:
    Another message.

chat: forum without the bot, topic On strike
reader (photo): a caption

# the end
`;

const BLOCKS = [
  [
    ["  bot, replying:", "    An answer", "", "    with a blank line in it."],
    ["  bot:", "    Another message."],
  ],
  [],
];

test("a conversation is read", () => {
  expect(parseTranscript(FILE)).toEqual({
    steps: [
      {
        above: ["# A title", "", "# a comment"],
        scene: { kind: "private", withBot: true },
        lines: ["reader: first line", "|", "| third line"],
        person: "reader",
        deed: { kind: "sends", form: "text", text: "first line\n\nthird line" },
        expected: BLOCKS[0],
      },
      {
        above: ["chat: forum without the bot, topic On strike"],
        scene: { kind: "forum", withBot: false, topic: "On strike" },
        lines: ["reader (photo): a caption"],
        person: "reader",
        deed: { kind: "sends", form: "photo", text: "a caption" },
        expected: [],
      },
    ],
    below: ["# the end"],
  });
});

test("a conversation is written as it was read, with what happened", () => {
  expect(formatTranscript(parseTranscript(FILE), BLOCKS)).toBe(FILE);
  const without = formatTranscript(parseTranscript(FILE), []);
  expect(without).not.toContain("  bot");
  expect(formatTranscript(parseTranscript(without), BLOCKS)).toBe(FILE);
});

test.each([
  ["reader: hello\n bot: hi", "line 2"],
  ["| goes on", "line 1"],
  ["# title\n\nhello", "line 3"],
])("%j is no conversation", (source, place) => {
  expect(() => parseTranscript(source)).toThrow(
    `${place}: neither a comment, nor what somebody does, nor indented`,
  );
});
