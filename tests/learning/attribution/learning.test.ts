import { describe, expect, it } from "vitest";
import { bestTags } from "../../../src/attribution/chain.js";
import { confidenceOf } from "../../../src/attribution/confidence.js";
import { chainOf } from "../../../src/attribution/linear-model.js";
import { passageOf } from "../../../src/attribution/passage.js";
import { unpacked } from "../../../src/attribution/weights-file.js";
import { learnCrf } from "./crf.js";
import { countCues, ratesWithout } from "./cue-rates.js";
import { learnForest } from "./forest.js";
import { packed } from "./pack.js";
import { sequenceOf } from "./sequence.js";

/** Sequences in which feature 7 begins what feature 8 goes on with, as tags 1 and 2; 8 without a 7 before it is tag 0. */
const WORDS = [
  [5, 7, 8, 8, 5],
  [8, 5, 7, 5],
  [7, 8, 5, 8],
  [5, 8, 8, 7, 8],
];
const tagsOf = (words: readonly number[]) => {
  let inside = false;
  return words.map((word) => {
    inside = word === 7 || (inside && word === 8);
    return word === 7 ? 1 : inside ? 2 : 0;
  });
};
const settings = { tags: 3, epochs: 200, rate: 0.2, seen: 1, kept: 10, seed: 1 };
const learned = learnCrf(
  WORDS.map((words) =>
    sequenceOf(
      words.length,
      () => 0,
      (i) => tagsOf(words)[i] ?? 0,
      (emit) => {
        for (const [i, word] of words.entries()) emit(i, word);
      },
    ),
  ),
  settings,
);

describe("a chain", () => {
  const tagged = (model: typeof learned, words: readonly number[]) => {
    const passage = passageOf(words.map(() => "x").join(" "), () => 0);
    const chain = chainOf(model, passage, { start: 0, end: words.length }, (emit) => {
      for (const [i, word] of words.entries()) emit(i, word);
    });
    return [...bestTags({ ...chain, classes: new Uint8Array(words.length) })];
  };

  it.each([[[8, 7, 8, 8, 5, 8]], [[7, 7, 8]], [[5, 5]]])("learns what it is shown: %j", (words) => {
    expect(tagged(learned, words)).toEqual(tagsOf(words));
  });

  it("is the same after it is packed and unpacked", () => {
    const again = unpacked(packed(learned));
    expect([...again.weights]).toEqual([...learned.weights]);
    for (const feature of [5, 7, 8, 9, -1]) expect(again.rowOf(feature)).toBe(learned.rowOf(feature));
    again.steps.scores.forEach((score, k) => {
      expect(score).toBeCloseTo(learned.steps.scores[k] ?? 0, 3);
    });
  });
});

describe("the confidence", () => {
  it("learns a limit", () => {
    const examples = Array.from({ length: 400 }, (_, i) => ({ features: [i % 20, 3], right: i % 20 >= 12 }));
    const forest = learnForest(examples);
    expect(confidenceOf(forest, [19, 3])).toBeGreaterThan(0.9);
    expect(confidenceOf(forest, [2, 3])).toBeLessThan(0.1);
  });
});

describe("the rate of cues", () => {
  const article = (id: string) => ({
    id,
    text: "Roe said so. Doe said no. Poe left.",
    attributions: [
      { kind: "indirect", source: [], cue: [{ start: 4, end: 8 }], content: [] },
      { kind: "indirect", source: [], cue: [{ start: 17, end: 21 }], content: [] },
    ],
  });
  const { total, each } = countCues([article("a"), article("b")]);

  it("leaves its own article out", () => {
    const [all, others] = [ratesWithout(total, undefined), ratesWithout(total, each.get("a"))];
    expect(all("said", "VERB")).toBeGreaterThan(others("said", "VERB"));
    expect(others("said", "VERB")).toBeGreaterThan(0);
    expect(all("left", "VERB")).toBe(0);
  });
});
