import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import { parseAskLine } from "../../src/terminal/ask-line.js";
import { inputLines } from "../../src/terminal/input-lines.js";
import { madeStory } from "../made-story.js";

async function* chunks<T>(parts: readonly T[]) {
  yield* parts;
}

async function linesOf(parts: readonly (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of inputLines(chunks(parts))) lines.push(line);
  return lines;
}

describe("the lines of an input", () => {
  it.each<[string, string[], string[]]>([
    ["nothing", [], []],
    ["an empty text", [""], []],
    ["LF", ["a\nb\n"], ["a", "b"]],
    ["CRLF", ["a\r\nb\r\n"], ["a", "b"]],
    ["no line end at the end", ["a\nb"], ["a", "b"]],
    ["blank lines", ["\n\r\n \n"], ["", "", " "]],
    ["a lone CR", ["a\rb\nc\r"], ["a\rb", "c\r"]],
    ["other separators", ["a\u2028b\u2029c\u0085d\ve\n"], ["a\u2028b\u2029c\u0085d\ve"]],
    ["CR and LF in two chunks", ["a\r", "\nb"], ["a", "b"]],
    ["a line in many chunks", ["a", "b", "c\nd", "e"], ["abc", "de"]],
  ])("with %s", async (_, parts, lines) => {
    expect(await linesOf(parts)).toEqual(lines);
  });

  test("are the same wherever the bytes are cut", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "東", "😀", "\n", "\r\n", "\r", "\u2028") });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
        const bytes = Buffer.from(whole);
        const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const lines = await linesOf(parts);
        expect(lines).toEqual(await linesOf([whole]));
        const ended = whole === "" || whole.endsWith("\n") ? whole : `${whole}\n`;
        expect(lines).toEqual(
          ended
            .split("\n")
            .slice(0, -1)
            .map((line, i, all) => {
              const isUnended = i === all.length - 1 && ended !== whole;
              return isUnended ? line : line.replace(/\r$/, "");
            }),
        );
      }),
    );
  });

  test("are given before the input ends", async () => {
    const never = (async function* () {
      yield "a\nb";
      await new Promise(() => {});
    })();
    expect(await inputLines(never).next()).toEqual({ done: false, value: "a" });
  });
});

describe("a line to ask", () => {
  const library = openLibrary([madeStory(["It rained."], {}, "rain")]);
  it.each<[string, unknown]>([
    ["who died?", { ok: true, question: "who died?" }],
    ["", { ok: true, question: "" }],
    ['{"question": "who?"}', { ok: true, question: "who?" }],
    ['{"question": "who?", "story": "rain"}', { ok: true, question: "who?", story: "rain" }],
    ['{"question": "who?", "more": 1}', { ok: true, question: "who?" }],
    // not such an object: plain questions
    ["{", { ok: true, question: "{" }],
    ["{}", { ok: true, question: "{}" }],
    ['{"story": "rain"}', { ok: true, question: '{"story": "rain"}' }],
    ['{"question": "who?"', { ok: true, question: '{"question": "who?"' }],
    [' {"question": "who?"}', { ok: true, question: ' {"question": "who?"}' }],
    ['["question"]', { ok: true, question: '["question"]' }],
    ['{"__proto__": {"question": "who?"}}', { ok: true, question: '{"__proto__": {"question": "who?"}}' }],
    // at fault
    ['{"question": 5}', { ok: false, error: { field: "question", message: "must be a text" } }],
    ['{"question": null}', { ok: false, error: { field: "question", message: "must be a text" } }],
    [
      '{"question": "who?", "story": "snow"}',
      { ok: false, error: { field: "story", message: "no story has this id" } },
    ],
    [
      '{"question": "who?", "story": "__proto__"}',
      { ok: false, error: { field: "story", message: "no story has this id" } },
    ],
    [
      '{"question": "who?", "story": ["rain"]}',
      { ok: false, error: { field: "story", message: "must be the id of a story, as a text" } },
    ],
  ])("%s", (line, expected) => {
    expect(parseAskLine(line, library)).toEqual(expected);
  });
});
