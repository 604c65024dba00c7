import { describe, expect, it, test } from "vitest";
import { atOnce } from "../../src/slices.js";
import { describeFault } from "../../src/story/fault.js";
import { readingStoryFile } from "../../src/story/file.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (content: Uint8Array | string) =>
  atOnce(readingStoryFile(typeof content === "string" ? bytes(content) : content, "corpus/x.md", "x"));

/** The faults, as they are printed; the story's body where there are none. */
function outcome(content: Uint8Array | string): string[] | string {
  const result = read(content);
  return result.ok ? result.story.body : result.faults.map(describeFault);
}

const HEAD = "---\npublisher: Harbour Daily\n---\n";
const NO_HEAD =
  "corpus/x.md:1: front matter: is missing or not closed: the file begins with a line `---`, fields, and a line `---`";

describe("the body", () => {
  it.each([
    ["a byte order mark", `\ufeff${HEAD}One.\n`, "One."],
    ["CRLF", "---\r\npublisher: P\r\n---\r\n\r\nOne.\r\nTwo.\r\n\r\n", "One.\nTwo."],
    ["blank lines at the ends and between", `${HEAD}\n \t\n One. \n\n\nTwo.\t\n\n`, " One. \n\n\nTwo.\t"],
    ["a carriage return on its own", `${HEAD}One.\rTwo.\n`, "One.\rTwo."],
    ["line separators", `${HEAD}One.\u2028Two.\u0085Three.`, "One.\u2028Two.\u0085Three."],
    ["dashes", `${HEAD}One.\n---\nTwo.`, "One.\n---\nTwo."],
    ["no line feed at the end", `${HEAD}One.`, "One."],
    ["a mark inside the text", `${HEAD}One.\ufeff Two.`, "One.\ufeff Two."],
    ["spaces after the dashes", "--- \npublisher: P\n---\t\nOne.", "One."],
    ["20,000 characters in a line", `${HEAD}${"word ".repeat(4_000)}`, "word ".repeat(4_000)],
  ])("with %s", (_, content, body) => {
    expect(outcome(content)).toBe(body);
  });

  it("has one paragraph a line, counted from 1", () => {
    const result = read(`${HEAD}One. Two.\n\nThree.\n \nFour.`);
    if (!result.ok) throw new Error("faulty");
    expect(result.story.paragraphs).toEqual([
      { start: 0, end: 9 },
      { start: 11, end: 17 },
      { start: 20, end: 25 },
    ]);
    expect(result.story.sentences.map(({ paragraph }) => paragraph)).toEqual([1, 1, 2, 3]);
  });
});

describe("a file that is no story", () => {
  it.each([
    ["empty", "", [NO_HEAD]],
    ["without front matter", "Just text.\n", [NO_HEAD]],
    ["with front matter that is not closed", "---\npublisher: P\n\nBody.\n", [NO_HEAD]],
    ["with a space before the dashes", ` ${HEAD}Body.`, [NO_HEAD]],
    ["with a blank line before the dashes", `\n${HEAD}Body.`, [NO_HEAD]],
    ["with no body", "---\npublisher: P\n---", ["corpus/x.md:3: body: is empty"]],
    ["with a blank body", `${HEAD}\n \n`, ["corpus/x.md:4: body: is empty"]],
    ["with nothing but marks", `${HEAD}\n* * *\n`, ["corpus/x.md:5: body: is empty"]],
    ["with a NUL", `${HEAD}One.\nT\0wo.`, ["corpus/x.md:5: file: holds a NUL byte, which no text does"]],
    [
      "with a paragraph that is too long",
      `${HEAD}One.\n\n${"x".repeat(20_001)}\n`,
      ["corpus/x.md:6: body: has a paragraph of 20001 characters; the most is 20000"],
    ],
    [
      "with 5 MB in a line",
      `${HEAD}${"x ".repeat(2_500_000)}`,
      ["corpus/x.md:4: body: has a paragraph of 5000000 characters; the most is 20000"],
    ],
  ])("%s", (_, content, faults) => {
    expect(outcome(content)).toEqual(faults);
  });

  test("not UTF-8, with the line of the first wrong byte", () => {
    const latin1 = Uint8Array.from([...bytes(`${HEAD}\ufffd\nCaf`), 0xe9, 10]);
    expect(outcome(latin1)).toEqual(["corpus/x.md:5: file: is not UTF-8 text"]);
  });

  test("binary, or in UTF-16", () => {
    const noise = Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7_919) % 256);
    expect(outcome(noise)).toEqual(["corpus/x.md:1: file: is not UTF-8 text"]);
    expect(outcome(Uint8Array.from([0xff, 0xfe, 0x2d, 0]))).toEqual([
      "corpus/x.md:1: file: is not UTF-8 text",
    ]);
  });

  test("with two million lines and no second `---`", () => {
    expect(outcome(`---\n${"a\n".repeat(2_000_000)}`)).toEqual([NO_HEAD]);
  });
});

test("all faults of a file come at once, each at its line", () => {
  const content = "---\npubliher: P\npublished: 2025-13\nurl: nope\ntitle:\n  a: b\n---\n\n \n";
  expect(outcome(content)).toEqual([
    "corpus/x.md:2: publisher: is missing",
    expect.stringMatching(/^corpus\/x\.md:2: publiher: is not a known field/),
    "corpus/x.md:3: published: is not a date (YYYY-MM-DD or YYYY-MM)",
    "corpus/x.md:4: url: is not a web address (http:// or https://)",
    "corpus/x.md:5: title: is not plain text",
    "corpus/x.md:8: body: is empty",
  ]);
});
