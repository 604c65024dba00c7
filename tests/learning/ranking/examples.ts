import { markInputs } from "../../../src/answer/mark.js";
import { overlaps, shifted } from "../../../src/language/span.js";
import { CONFIDENCE_INPUTS } from "../../../src/retrieval/confidence.js";
import { FEATURES } from "../../../src/retrieval/features.js";
import type { Index } from "../../../src/retrieval/index.js";
import type { Network } from "../../../src/retrieval/network.js";
import { bestOf, evidenceFor, gather } from "../../../src/retrieval/search.js";
import type { Case } from "./cases.js";
import { type Example, listwise, logistic } from "./fit.js";

/** Competitors beyond this many, by the words found in them, are too weak to teach anything. */
const COMPETITORS = 40;

/** By these inputs the strongest competitors are chosen. */
const STRENGTH = [
  { at: FEATURES.indexOf("meaning"), weight: 2 },
  { at: FEATURES.indexOf("search"), weight: 1 },
  { at: FEATURES.indexOf("meaning of all"), weight: 1 },
  { at: FEATURES.indexOf("window meaning"), weight: 1 },
];

/** A question's candidates in its own story, and which of them are right. */
export interface RankingExample extends Example {
  readonly right: readonly number[];
}

/** A question's candidates in its own story, the right ones against the others. */
export function rankingExample(
  { question, gold }: Case,
  index: Index,
  weight: number,
): RankingExample | undefined {
  const { rows, passages, kind } = gather(index, question);
  const strong = rows
    .map((row, i) => ({
      row,
      i,
      strength: STRENGTH.reduce((sum, { at, weight }) => sum + weight * (row[at] ?? 0), 0),
    }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, COMPETITORS);
  const right = strong.flatMap(({ i }, at) => {
    const sentence = passages[i]?.sentence;
    return sentence && gold.some(({ start }) => sentence.start <= start && start < sentence.end) ? [at] : [];
  });
  if (right.length === 0) return undefined;
  return {
    rows: Float32Array.from(strong.flatMap(({ row }) => row)),
    count: strong.length,
    kind,
    weight,
    slopes: listwise(right),
    right,
  };
}

/** What the confidence sees of a question put to some sentences, and whether they answer it. */
export function confidenceExample(
  question: string,
  index: Index,
  ranking: Network,
  yes: boolean,
  weight: number,
): Example | undefined {
  const gathered = gather(index, question);
  const inputs = evidenceFor(gathered, ranking);
  if (!inputs) return undefined;
  if (inputs.length !== CONFIDENCE_INPUTS.length) throw new Error("inputs and their names do not agree");
  return { rows: Float32Array.from(inputs), count: 1, kind: gathered.kind, weight, slopes: logistic([yes]) };
}

/** What may be marked in the sentence found for a question, and which of it is the answer. */
export function markingExample(
  { question, gold }: Case,
  index: Index,
  ranking: Network,
  weight: number,
): Example | undefined {
  const gathered = gather(index, question);
  const best = bestOf(gathered, ranking);
  if (!best) return undefined;
  const marks = markInputs(best, gathered.shared);
  if (marks.length === 0) return undefined;
  const yes = marks.map(({ words }) =>
    gold.some((span) => overlaps(span, shifted(words, best.sentence.start))),
  );
  return {
    rows: Float32Array.from(marks.flatMap(({ inputs }) => inputs)),
    count: marks.length,
    kind: gathered.kind,
    weight,
    slopes: logistic(yes),
  };
}
