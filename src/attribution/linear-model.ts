import type { Chain } from "./chain.js";
import { type Passage, STEP_CLASSES } from "./passage.js";

/**
 * Weights of a linear chain: for each feature one a tag, for each class of token one a pair of tags.
 * A feature that is not in the table weighs nothing.
 */
export interface LinearModel {
  readonly tags: number;
  /** Row of a feature in `weights`, or -1. */
  readonly rowOf: (feature: number) => number;
  /** rows × tags, in units of `unit`. */
  readonly weights: Int8Array;
  readonly unit: number;
  /** STEP_CLASSES × tags × tags */
  readonly steps: Float64Array;
}

/** A hash table without deletion: `keys` are features, their places in `keys` after `seal` the rows. */
export function tableOf(features: Int32Array): (feature: number) => number {
  const size = 2 ** Math.ceil(Math.log2(features.length * 2 + 2));
  const rows = new Int32Array(size).fill(-1);
  const slotOf = (feature: number) => {
    let slot = (feature ^ (feature >>> 15)) & (size - 1);
    for (;;) {
      const row = rows[slot] ?? -1;
      if (row < 0 || features[row] === feature) return slot;
      slot = (slot + 1) & (size - 1);
    }
  };
  features.forEach((feature, row) => {
    rows[slotOf(feature)] = row;
  });
  return (feature) => rows[slotOf(feature)] ?? -1;
}

/** The tokens from `from` to `to` of a passage as a chain under a model. */
export function chainOf(
  model: LinearModel,
  passage: Passage,
  { start, end }: { start: number; end: number },
  emitAll: (emit: (token: number, feature: number) => void) => void,
): Chain {
  const { tags, rowOf, weights, unit } = model;
  const length = end - start;
  const scores = new Float64Array(length * tags);
  emitAll((token, feature) => {
    const row = rowOf(feature);
    if (row < 0) return;
    for (let t = 0; t < tags; t++) {
      const at = (token - start) * tags + t;
      scores[at] = (scores[at] ?? 0) + (weights[row * tags + t] ?? 0) * unit;
    }
  });
  return { length, tags, scores, steps: stepsOf(model, passage, start, end) };
}

function stepsOf({ tags, steps }: LinearModel, { places }: Passage, start: number, end: number) {
  const size = tags * tags;
  const all = new Float64Array((end - start) * size);
  for (let i = start; i < end; i++) {
    // The first step starts from "outside", the tag 0.
    const at = (places[i]?.step ?? 0) % STEP_CLASSES;
    all.set(steps.subarray(at * size, (at + 1) * size), (i - start) * size);
  }
  return all;
}
