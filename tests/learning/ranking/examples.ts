import { markInputs } from "../../../src/answer/mark.js";
import { overlaps, shifted } from "../../../src/language/span.js";
import { CONFIDENCE_INPUTS } from "../../../src/retrieval/confidence.js";
import type { Index } from "../../../src/retrieval/index.js";
import type { Network } from "../../../src/retrieval/network.js";
import { bestOf, evidenceFor, gather } from "../../../src/retrieval/search.js";
import type { Case } from "./cases.js";
import { type Example, listwise, logistic } from "./fit.js";

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
  const { rows, strongest, kind } = gather(index, question);
  const right = strongest.flatMap(({ passage: { sentence } }, at) =>
    gold.some(({ start }) => sentence.start <= start && start < sentence.end) ? [at] : [],
  );
  if (right.length === 0) return undefined;
  return {
    rows: Float32Array.from(rows.flatMap((row) => [...row])),
    count: rows.length,
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
    rows: Float32Array.from(marks.flatMap(({ inputs }) => [...inputs])),
    count: marks.length,
    kind: gathered.kind,
    weight,
    slopes: logistic(yes),
  };
}
