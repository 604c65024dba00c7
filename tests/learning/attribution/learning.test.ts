import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTags } from "../../../src/attribution/chain.js";
import { confidenceOf } from "../../../src/attribution/confidence.js";
import { chainOf, rowOf, tableOf } from "../../../src/attribution/linear-model.js";
import { passageOf } from "../../../src/attribution/passage.js";
import { weightsIn } from "../../../src/attribution/weights-file.js";
import { learnCrf } from "./crf.js";
import { countCues, ratesWithout } from "./cue-rates.js";
import { learnForest } from "./forest.js";
import { packed } from "./pack.js";
import { sequenceOf } from "./sequence.js";

/** Those of the sequences below, and some that are in none. */
const FEATURES = [5, 7, 8, 9, -1, 5 + 2 ** 16];

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
});

describe("the file of weights", () => {
  const forest = { base: 0.5, trees: [[0, 1.5, 6, -1, 0.25, 0, -1, -0.75, 0]] };
  const all = {
    cueRates: ["a DET,ask VERB", "said VERB"],
    statement: forest,
    source: { ...forest, base: 1 },
  };
  const file = packed("made up", { ...all, tagger: learned, linker: { ...learned, unit: 2 } });

  it("holds what was learned", () => {
    const again = weightsIn(file);
    expect(again.tagger.weights).toEqual(learned.weights);
    for (const feature of FEATURES)
      expect(rowOf(again.tagger.table, feature)).toBe(rowOf(learned.table, feature));
    again.tagger.steps.scores.forEach((score, k) => {
      expect(score).toBeCloseTo(learned.steps.scores[k] ?? 0, 3);
    });
    expect([again.tagger.unit, again.linker.unit]).toEqual([learned.unit, 2]);
    expect([again.statement.base, again.source.base]).toEqual([0.5, 1]);
    expect(Array.from(again.source.trees[0] ?? [])).toEqual(forest.trees[0]);
    const rates = [
      again.cueRate("ask", "VERB"),
      again.cueRate("said", "VERB"),
      again.cueRate("said", "NOUN"),
    ];
    expect(rates).toEqual([1, 2, 0]);
  });

  it("is refused where a part is missing", () => {
    const [head = ""] = file.toString("latin1").split("\n");
    const longer = head.replace('"features":', '"features":9');
    const cut = Buffer.concat([Buffer.from(longer, "latin1"), file.subarray(head.length)]);
    expect(() => weightsIn(cut)).toThrow("npm run learn:attribution");
  });
});

describe("a table of features", () => {
  it("gives each its row, and no other one a row", () => {
    const features = fc.uniqueArray(fc.oneof(fc.integer(), fc.integer({ min: -3, max: 70_000 })));
    fc.assert(
      fc.property(features, features, (own, others) => {
        const sorted = Int32Array.from(own).sort();
        const table = tableOf(sorted);
        for (const feature of [...own, ...others])
          expect(rowOf(table, feature)).toBe(sorted.indexOf(feature));
      }),
    );
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
