import { describe, expect, it } from "vitest";
import { slips, slipsForgiven, soundOf } from "../../src/language/spelling-variants.js";
import { folded } from "../../src/language/terms.js";
import { numberOf, writtenForm } from "../../src/language/written-forms.js";

describe("slips between two words", () => {
  it.each([
    ["harbour", "harbour", 0],
    ["harbour", "harbor", 1],
    ["harbour", "habrour", 1],
    ["strike", "stirek", 2],
    ["roe", "doe", 1],
    ["harbour", "strike", 3],
  ])("%s, %s", (a, b, count) => {
    expect(slips(a, b, 2)).toBe(count);
    expect(slips(b, a, 2)).toBe(count);
  });
  it("forgives none in a short word", () => {
    expect([3, 4, 6, 7, 20].map(slipsForgiven)).toEqual([0, 1, 1, 2, 2]);
  });
});

describe("names that sound the same in other transliterations", () => {
  it.each([
    ["Yevgeny", "Evgenii"],
    ["Khrushchev", "Hruschev"],
    ["Hüseyn", "Guseyn"],
    ["Alexei", "Aleksey"],
    ["Гагарин", "Gagarin"],
    ["Yuri", "Iurii"],
    ["Qasim", "Kasim"],
    ["Zelenskyy", "Zelensky"],
  ])("%s, %s", (a, b) => expect(soundOf(folded(a))).toBe(soundOf(folded(b))));
  it.each([
    ["Roe", "Doe"],
    ["Ivanov", "Petrov"],
    ["Anna", "Inga"],
    ["Baker", "Barker"],
  ])("%s is not %s", (a, b) => expect(soundOf(folded(a))).not.toBe(soundOf(folded(b))));
});

describe("written forms", () => {
  it.each([
    ["two", "2"],
    ["thirty-eight", "38"],
    ["ninety", "90"],
    ["27th", "27"],
    ["1st", "1"],
    ["dec", "december"],
    ["sept", "september"],
    ["may", "may"],
    ["one", "one"],
    ["harbour", "harbour"],
    ["2021", "2021"],
    ["constructor", "constructor"],
  ])("%s is indexed as %s", (word, form) => expect(writtenForm(word)).toBe(form));
  it.each(["two-two", "ten-one", "twenty-eleven", "a-b-c", "one"])("%s is no number", (word) => {
    expect(numberOf(word)).toBeUndefined();
  });
});
