import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTranscript } from "../transcripts/transcript.js";
import { cutTo, widthOf } from "./glyph-widths.js";
import { breakLines } from "./lines.js";
import { PLAIN, parseButtons, parseLine } from "./marked-text.js";
import { drawPicture, PICTURES } from "./pictures.js";
import { talkOf } from "./talk.js";

const TRANSCRIPTS = new URL("../transcripts/", import.meta.url);

test.each(PICTURES)("docs/$name.svg shows its transcript", (picture) => {
  const committed = readFileSync(new URL(`../../docs/${picture.name}.svg`, import.meta.url), "utf8");
  expect(drawPicture(picture, TRANSCRIPTS), "npm run pictures would draw it anew").toBe(committed);
});

describe("a line of a transcript", () => {
  const plain = (text: string) => ({ ...PLAIN, text });

  test.each([
    ["no mark at all", "plain", [plain("no mark at all")]],
    ["> it *was* closed", "quotation", [plain("it "), { ...plain("was"), bold: true }, plain(" closed")]],
    [">> *all of it*", "expandable", [{ ...plain("all of it"), bold: true }]],
    [
      "a __new__ ~old~",
      "plain",
      [plain("a "), { ...plain("new"), underlined: true }, plain(" "), { ...plain("old"), struck: true }],
    ],
    [
      "July · [the story](https://a.example/b(c).)",
      "plain",
      [plain("July · "), { ...plain("the story"), link: true }],
    ],
  ])("%s", (line, kind, runs) => {
    expect(parseLine(line)).toEqual({ kind, runs });
  });

  test("with buttons", () => {
    expect(parseButtons("[Next (2 of 3)] [Source](https://a.example/b(c).)")).toEqual([
      { label: "Next (2 of 3)", opens: false },
      { label: "Source", opens: true },
    ]);
  });
});

describe("words in a bubble", () => {
  const SIZE = 14;
  const WIDTH = 150;
  const wordsOf = fc.array(fc.stringMatching(/^[a-zA-Z“”'.,]{1,12}$/), { minLength: 1, maxLength: 40 });

  test("keep their order and stay inside it", () => {
    fc.assert(
      fc.property(wordsOf, fc.nat(40), (words, bold) => {
        const runs = [
          { ...PLAIN, text: `${words.slice(0, bold).join(" ")} ` },
          { ...PLAIN, bold: true, text: words.slice(bold).join(" ") },
        ];
        const lines = breakLines(runs, WIDTH, SIZE);
        expect(lines.flat().flatMap(({ text }) => text.split(" "))).toEqual(words);
        const ends = lines.flat().map(({ x, width }) => x + width);
        expect(Math.max(...ends)).toBeLessThanOrEqual(WIDTH + 0.001);
      }),
    );
  });

  test("that are too many are cut, and one sees that", () => {
    expect(cutTo("short", WIDTH, SIZE)).toBe("short");
    const cut = cutTo("The harbour was closed on Monday", WIDTH, SIZE);
    expect(cut).toMatch(/^The harbour was.*…$/);
    expect(widthOf(cut, SIZE)).toBeLessThanOrEqual(WIDTH);
  });
});

test("who answers whom is shown, and what was offered", () => {
  const { steps } = parseTranscript(
    [
      "chat: group",
      "",
      "anna: /ask when?",
      "",
      "  bot, replying:",
      "    > On Monday.",
      "    buttons: [More context]",
      "",
      "ben, replying to the bot: and why?",
      "",
      "anna (inline): when",
      "",
      "  results:",
      "    1 On Monday",
      "      On Monday it was closed.",
    ].join("\n"),
  );
  expect(talkOf(steps, "anna")).toMatchObject({
    isGroup: true,
    entries: [
      { author: "Anna", isOwn: true, repliedTo: null },
      {
        author: "Story Bot",
        repliedTo: { author: "Anna", words: "/ask when?" },
        keyboard: [[{ label: "More context", opens: false }]],
      },
      { author: "Ben", isOwn: false, repliedTo: { author: "Story Bot", words: "On Monday." } },
      {
        kind: "search",
        typed: "when",
        results: [{ title: "On Monday", description: "On Monday it was closed." }],
      },
    ],
  });
});
