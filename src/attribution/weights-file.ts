import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import { stepsOf } from "./chain.js";
import type { Forest } from "./confidence.js";
import { type LinearModel, tableOf } from "./linear-model.js";
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

/**
 * A chain's numbers are one brotli-packed, base64-written block: the features in rising order, each as its distance from
 * the one before in base 128; then the weights, a byte each; then the steps, two bytes each in units of `stepUnit`.
 */
const chainSchema = z.object({
  tags: z.number(),
  features: z.number(),
  unit: z.number(),
  stepUnit: z.number(),
  numbers: z.string(),
});

const forestSchema = z.object({ base: z.number(), trees: z.array(z.array(z.number())) });

export const weightsSchema = z.object({
  origin: z.string(),
  /** For each step from 1 its words, as "word POS", separated by commas. */
  cueRates: z.array(z.string()),
  tagger: chainSchema,
  linker: chainSchema,
  statement: forestSchema,
  source: forestSchema,
});

export type PackedChain = z.infer<typeof chainSchema>;

let weights: Weights | undefined;

/** The committed weights; the file is read at the first call. */
export function learnedWeights(): Weights {
  if (weights) return weights;
  const path = createRequire(import.meta.url).resolve("#attribution-weights");
  const file = weightsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  weights = {
    cueRate: cueRateOf(file.cueRates),
    tagger: unpacked(file.tagger),
    linker: unpacked(file.linker),
    statement: file.statement,
    source: file.source,
  };
  return weights;
}

function cueRateOf(steps: readonly string[]): CueRate {
  const rates = new Map(
    steps.flatMap((words, step) => words.split(",").map((word) => [word, step + 1] as const)),
  );
  return (word, pos) => rates.get(`${word} ${pos}`) ?? 0;
}

/** A chain as `packed` of the learning scripts wrote it. */
export function unpacked({ tags, features: count, unit, stepUnit, numbers }: PackedChain): LinearModel {
  const bytes = brotliDecompressSync(Buffer.from(numbers, "base64"));
  const features = new Int32Array(count);
  let at = 0;
  let feature = -(2 ** 31);
  for (let row = 0; row < count; row++) {
    let distance = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0;
      distance += (byte & 127) * shift;
      if (byte < 128) break;
    }
    feature += distance;
    features[row] = feature;
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, count * tags);
  at += weights.length;
  const steps = Float64Array.from(
    { length: STEP_CLASSES * tags * tags },
    (_, k) => bytes.readInt16LE(at + 2 * k) * stepUnit,
  );
  return { tags, rowOf: tableOf(features), weights, unit, steps: stepsOf(steps) };
}
