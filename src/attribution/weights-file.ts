import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import { stepsOf } from "./chain.js";
import type { Forest } from "./confidence.js";
import { HIGHS, type LinearModel, startsOf } from "./linear-model.js";
import { type CueRate, STEP_CLASSES } from "./passage.js";

/** Everything learned: how often words are cues, the two chains, the confidence. */
export interface Weights {
  readonly cueRate: CueRate;
  readonly tagger: LinearModel;
  readonly linker: LinearModel;
  /** Whether a link is a statement at all, and whether its source is the right one. */
  readonly statement: Forest;
  readonly source: Forest;
}

const chainHead = z.object({
  tags: z.number(),
  features: z.number(),
  unit: z.number(),
  stepUnit: z.number(),
});

/** How many numbers each tree has. */
const forestHead = z.object({ base: z.number(), trees: z.array(z.number()) });

/** The first line of the file. */
const headSchema = z.object({
  /** What it was learned from, and by which script. */
  origin: z.string(),
  /** For each step from 1 its words, as "word POS", separated by commas. */
  cueRates: z.array(z.string()),
  tagger: chainHead,
  linker: chainHead,
  statement: forestHead,
  source: forestHead,
});

export type WeightsHead = z.infer<typeof headSchema>;

let weights: Weights | undefined;

/** The committed weights; the file is read at the first call. */
export function learnedWeights(): Weights {
  weights ??= weightsIn(readFileSync(createRequire(import.meta.url).resolve("#attribution-weights")));
  return weights;
}

/**
 * Weights as the learning scripts write them: a line of JSON, then the numbers, deflated, in the order in which they are
 * read here. Of each chain the number of features with each upper half, a byte each; their lower halves, two bytes each;
 * the weights, a byte each; the steps, two bytes each in units of `stepUnit`. Of each tree its numbers, eight bytes each.
 * @throws Error where it is not all there
 */
export function weightsIn(file: Buffer): Weights {
  const headEnd = file.indexOf("\n");
  const head = headSchema.parse(JSON.parse(file.toString("utf8", 0, headEnd)));
  const numbers = inflateRawSync(file.subarray(headEnd + 1));
  let at = 0;
  /** The next bytes, as a copy: numbers of several bytes can be read only from a multiple of their size. */
  const next = (bytes: number): ArrayBuffer => {
    at += bytes;
    if (at > numbers.length) throw new Error("the learned weights end too soon: npm run learn:attribution");
    return new Uint8Array(numbers.subarray(at - bytes, at)).buffer;
  };
  const chain = ({ tags, features, unit, stepUnit }: WeightsHead["tagger"]): LinearModel => ({
    tags,
    table: { starts: startsOf(new Uint8Array(next(HIGHS))), lows: new Uint16Array(next(features * 2)) },
    weights: new Int8Array(next(features * tags)),
    unit,
    steps: stepsOf(
      Float64Array.from(new Int16Array(next(STEP_CLASSES * tags * tags * 2)), (step) => step * stepUnit),
    ),
  });
  const forest = ({ base, trees }: WeightsHead["source"]): Forest => ({
    base,
    trees: trees.map((count) => new Float64Array(next(count * 8))),
  });
  return {
    cueRate: cueRateOf(head.cueRates),
    tagger: chain(head.tagger),
    linker: chain(head.linker),
    statement: forest(head.statement),
    source: forest(head.source),
  };
}

function cueRateOf(steps: readonly string[]): CueRate {
  const rates = new Map(
    steps.flatMap((words, step) => words.split(",").map((word) => [word, step + 1] as const)),
  );
  return (word, pos) => rates.get(`${word} ${pos}`) ?? 0;
}
