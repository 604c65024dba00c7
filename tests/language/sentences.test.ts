import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { SENTENCE_LIMIT, sentences } from "../../src/language/sentences.js";
import { prose } from "../prose.js";

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

/** Each row is a paragraph, written as the list of its sentences. */
const PARAGRAPHS: readonly (readonly string[])[] = [
  ["The quay was closed.", "Ships waited outside."],
  // Titles, numbers, months, companies, places.
  ["Mr. Smith met Dr. Jones at 5 p.m. on Friday.", "They left."],
  ["Sen. Jane Roe, R-Ariz., spoke.", "She left."],
  ["Lt. Col. Roe and Gov. Doe agreed.", "Nobody else did."],
  ["It is No. 5 in the list (see fig. 3).", "No.", "It is not."],
  ["They met on Jan. 5.", "It rained."],
  ["They met in Jan.", "The rain fell."],
  ["Acme Inc. said it would pay.", "Acme Corp. did not."],
  ["It was bought by Acme Inc.", "The firm closed."],
  ["The shop (Acme Ltd.) closed.", "Nobody cared."],
  ["St. Petersburg is big.", "Mt. Everest is high."],
  ["She has a Ph.D. in law.", "Then she left."],
  ["They ran, jumped, etc.", "The end."],
  ["They ran etc. and left."],
  ["Martin Roe Jr. Street is long."],
  ["He is the son of Martin Roe Sr.", "The father is a pilot."],
  // Words that are abbreviations only with a capital.
  ["He fell ill.", "Roe did not."],
  ["There they sat.", "Officers came."],
  ["She loves art.", "Roe loves music."],
  ["He went to Mass.", "The priest waited."],
  // Initials and acronyms.
  ["J. K. Rowling wrote it.", "She said so."],
  ["J. A. Roe and T. S. Doe wrote it.", "They said so."],
  ["George W. Bush spoke.", "He left."],
  ["They turned to plan B.", "It failed."],
  ["It began after World War I.", "The peace was short."],
  ["The U.S. Senate voted.", "It passed."],
  ["He lives in the U.S.", "The president does too."],
  ["He lives in the U.S. and works there."],
  ["They met in Washington, D.C. on Monday.", "It was hot in Washington, D.C.", "They left."],
  // Numbers and addresses.
  ["It cost $1.5 million.", "That is 2.5 percent."],
  ["Version 2.0 is out.", "See example.com.", "It works."],
  // Quotations of several sentences stay with the words around them.
  ['"I came. I saw. I left," she said.', "Nobody answered."],
  ["“I came. I saw. I left,” she said.", "Nobody answered."],
  ['She said: "I came. I saw."', "Nobody answered."],
  ["«I came. I saw,» she said.", "Nobody answered."],
  ["„I came. I saw,“ she said.", "Nobody answered."],
  ['"Will you go?" he asked.', '"No!" she shouted.', "It ended."],
  ['He asked, "Is it over?"', "The crowd waited."],
  ['He was "tired."', "The meeting ended."],
  ['He was "tired".', "The meeting ended."],
  ['One "open quotation.', "It goes on."],
  // Brackets and ellipses.
  ["The rest left.", "(They came back later.)", "Nobody knew."],
  ["He waited (they did too.)", "The rest left."],
  ["He waited ... then left.", "She stayed."],
  ["He waited... and then left.", "She stayed."],
  // Lower case goes on, after ? and ! as well.
  ["Yahoo! shares fell.", "The end."],
  ["Who knows? perhaps nobody.", "The end."],
  ["“Stop!” cried the man.", "“Why?” asked the woman."],
  ["Is it over?!", "Nobody knew."],
];

describe("a paragraph's sentences", () => {
  it.each(PARAGRAPHS.map((parts) => [parts.join(" "), parts] as const))("%s", (paragraph, parts) => {
    expect(split(paragraph)).toEqual(parts);
  });

  it("are none where nothing stands", () => {
    expect(split("")).toEqual([]);
    expect(split(" \t ")).toEqual([]);
  });

  it("leave out the white space around them", () => {
    expect(sentences("  One.   Two. ")).toEqual([
      { start: 2, end: 6 },
      { start: 9, end: 13 },
    ]);
  });
});

describe("a sentence over the limit", () => {
  it("is as long as the limit at most, and whole up to it", () => {
    const whole = `${"a".repeat(SENTENCE_LIMIT - 1)}.`;
    expect(split(whole)).toEqual([whole]);
    expect(split(`a${whole}`).map(({ length }) => length)).toEqual([SENTENCE_LIMIT, 1]);
  });

  it("is divided at white space", () => {
    const parts = split(`${"word ".repeat(300)}end.`);
    expect(parts.length).toBe(3);
    for (const part of parts) expect(part).toMatch(/^word .*(?:word|end\.)$/);
  });

  it("is not divided inside a surrogate pair", () => {
    for (const before of ["", "a"]) {
      for (const part of split(before + "😀".repeat(800))) expect(Buffer.from(part).toString()).toBe(part);
    }
  });

  it("is divided between the sentences of a long quotation before anywhere else", () => {
    const sentence = `${"The harbour is closed to ships ".repeat(9)}now.`;
    expect(split(`"${sentence} ${sentence} ${sentence}" she said.`)).toEqual([
      `"${sentence} ${sentence}`,
      `${sentence}" she said.`,
    ]);
  });
});

const paragraph = fc.oneof(
  prose,
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ maxLength: 2_000 }),
);

test("sentences stand in order and apart, hold every character but white space, and fit", () => {
  fc.assert(
    fc.property(paragraph, (text) => {
      let end = 0;
      for (const sentence of sentences(text)) {
        expect(text.slice(end, sentence.start).trim()).toBe("");
        const words = text.slice(sentence.start, sentence.end);
        expect(words).toBe(words.trim());
        expect(words.length).toBeGreaterThan(0);
        expect(words.length).toBeLessThanOrEqual(SENTENCE_LIMIT);
        end = sentence.end;
      }
      expect(text.slice(end).trim()).toBe("");
    }),
    { numRuns: 300 },
  );
});
