import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { expressions } from "../../src/language/expressions.js";

const found = (text: string) =>
  expressions(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("what an expression states", () => {
  it.each([
    ["The harbour closed on July 3, 2021.", ["date: on July 3, 2021"]],
    ["It reopened in March 2022 and closed last week.", ["date: in March 2022", "date: last week"]],
    ["They met on Tuesday.", ["date: on Tuesday"]],
    ["In the early 1990s the quay was built.", ["date: In the early 1990s"]],
    ["The strike lasted three weeks.", ["duration: three weeks"]],
    ["It began three weeks ago.", ["date: three weeks ago"]],
    ["The ship cost $1.5 million.", ["money: $1.5 million"]],
    ["Wages rose by 4.5 percent.", ["percent: 4.5 percent"]],
    ["The crew of 38 left.", ["number: 38"]],
    ["Dozens of sailors stayed.", ["number: Dozens"]],
    ["A 41-year-old sailor was found.", ["age: 41-year-old"]],
    ["Roe, 41, was found.", ["age: 41"]],
    ["You may march on.", []],
    ["The second ship left.", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

test("expressions lie in the text, in order, and do not overlap; hostile text takes no longer", () => {
  const pieces = fc.constantFrom(
    "July",
    "1",
    "of",
    "the",
    "late",
    "a",
    ",",
    "9999999",
    "on",
    "-",
    " ",
    "1999s",
    "$",
    ".",
    "years",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
      const text = parts.join(" ");
      const began = performance.now();
      let end = 0;
      for (const one of expressions(text)) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(one.end).toBeGreaterThan(one.start);
        end = one.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(performance.now() - began).toBeLessThan(100);
    }),
    { numRuns: 200 },
  );
});
