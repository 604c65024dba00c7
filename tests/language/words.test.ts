import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quotations } from "../../src/language/quotations.js";
import { folded, isStopWord, terms, termsOfToken } from "../../src/language/terms.js";
import { tokens } from "../../src/language/tokens.js";
import { prose } from "../prose.js";

const anyText = fc.oneof(prose, fc.string({ unit: "binary", maxLength: 300 }));

describe("tokens", () => {
  it.each([
    ["The U.S. and the U.K.", ["The", "U.S.", "and", "the", "U.K."]],
    ["They don't, can’t.", ["They", "don't", "can’t"]],
    ["a post-mortem of state‑run media", ["a", "post-mortem", "of", "state‑run", "media"]],
    ["$1.5 or €35,000, 40% at 10:30", ["$1.5", "or", "€35,000", "40%", "at", "10:30"]],
    ["the 1990s, the 5th", ["the", "1990s", "the", "5th"]],
    ["Əliyev, naïve, 東京, cafe\u0301", ["Əliyev", "naïve", "東京", "cafe\u0301"]],
    ["RFE/RL -- A&B", ["RFE", "RL", "A", "B"]],
    ["Russia's charge d'affaires", ["Russia's", "charge", "d'affaires"]],
    ["rock 'n' roll", ["rock", "n", "roll"]],
    ["?! … -- 😀", []],
    ["", []],
  ])("of %j", (text, expected) => {
    expect(tokens(text).map((token) => token.text)).toEqual(expected);
  });

  test("are slices of the text, in order and apart", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
      }),
    );
  });
});

describe("terms", () => {
  it.each([
    ["post-mortem", ["postmortem", "post", "mortem"]],
    ["U.S.", ["us"]],
    ["US", ["us"]],
    ["us", []],
    ["the", []],
    ["don't", []],
    ["35,000", ["35000"]],
    ["$1.5", ["$1.5", "1.5"]],
    ["40%", ["40%", "40"]],
    ["Russia's", ["russia"]],
    ["Russia’s", ["russia"]],
    ["Əliyev", ["eliyev"]],
    ["__proto__", ["proto"]],
    ["constructor", ["constructor"]],
  ])("of the token %j", (token, expected) => {
    expect(terms(token)).toEqual(expected);
  });

  it.each([
    ["detained", "detain"],
    ["postmortem", "post-mortem"],
    ["Aliyev", "Aliyev's"],
    ["cafe\u0301", "café"],
    ["1000", "1,000"],
  ])("bring %j and %j together", (one, other) => {
    const shared = terms(one).filter((term) => terms(other).includes(term));
    expect(shared).not.toEqual([]);
  });

  test("fold to lower-case ASCII and are never empty", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of terms(text)) expect(term).toMatch(/^[^A-Z]+$/);
        expect(isStopWord(text)).toBeTypeOf("boolean");
        expect(folded(text)).toBe(folded(folded(text)));
      }),
    );
  });
});

describe("quotations", () => {
  it.each([
    ['He said "yes" and "no".', ['"yes"', '"no"']],
    ["He said “yes” and “no”.", ["“yes”", "“no”"]],
    ["«Da», „Nein“, „Nej”", ["«Da»", "„Nein“", "„Nej”"]],
    ["He didn't say 'yes'.", []],
    ['A 5" pipe and a 6" pipe', []],
    ['He said "yes', ['"yes']],
    ['(“yes”) and — "no"', ["“yes”", '"no"']],
    ["“She said ‘no’ twice”", ["“She said ‘no’ twice”"]],
    ['"', []],
    ['a " b', []],
    ['-"yes"', ['"yes"']],
  ])("of %j", (text, expected) => {
    expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("say whether they are closed", () => {
    expect(quotations('"a" "b').map(({ closed }) => closed)).toEqual([true, false]);
  });

  test("stand in order and apart, and only the last is open", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = quotations(text);
        found.forEach(({ start, end, closed }, i) => {
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(closed || (i === found.length - 1 && end === text.length)).toBe(true);
        });
      }),
    );
  });
});

test.each([
  ["letters", "a"],
  ["hyphens", "a-"],
  ["acronyms", "U."],
  ["digits", "1,"],
  ["apostrophes", "'a"],
  ["accents", "e\u0301"],
  ["surrogate halves", "\ud83d"],
  ["quotation marks", ' "'],
  ["full stops", "."],
  ["joined emoji", "👩‍"],
])("200,000 times %s are read in linear time", (_, unit) => {
  const text = unit.repeat(200_000 / unit.length);
  const began = performance.now();
  tokens(text);
  quotations(text);
  for (const token of tokens(text.slice(0, 20_000))) termsOfToken(token.text);
  expect(performance.now() - began).toBeLessThan(1_000);
});
