import { brotliCompressSync, constants } from "node:zlib";
import type { PackedChain } from "../../../src/attribution/weights-file.js";
import { type Counts, stepOf } from "./cue-rates.js";
import type { LearnedChain } from "./pruning.js";

/** Steps are written in thousandths. */
const STEP_UNIT = 0.001;

/** A chain as the weights file holds it; `chainSchema` there tells the layout. */
export function packed({ tags, features, weights, unit, steps }: LearnedChain): PackedChain {
  const bytes: number[] = [];
  let before = -(2 ** 31);
  for (const feature of features) {
    let distance = feature - before;
    before = feature;
    while (distance >= 128) {
      bytes.push((distance % 128) | 128);
      distance = Math.floor(distance / 128);
    }
    bytes.push(distance);
  }
  const stepBytes = Buffer.alloc(steps.scores.length * 2);
  steps.scores.forEach((step, k) => {
    stepBytes.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(step / STEP_UNIT))), 2 * k);
  });
  const all = Buffer.concat([Buffer.from(bytes), Buffer.from(weights.buffer), stepBytes]);
  const small = brotliCompressSync(all, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { tags, features: features.length, unit, stepUnit: STEP_UNIT, numbers: small.toString("base64") };
}

/** The words of each step of the cue rate but the lowest, 0. */
export function packedRates(total: Counts): string[] {
  const steps = [...total].map(([key, { cue, all }]) => ({ key, step: stepOf(cue, all) }));
  const top = Math.max(...steps.map(({ step }) => step));
  return Array.from({ length: top }, (_, k) =>
    steps
      .filter(({ step }) => step === k + 1)
      .map(({ key }) => key)
      .sort()
      .join(","),
  );
}
