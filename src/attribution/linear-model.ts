import type { Span } from "../language/span.js";
import type { Chain, Steps } from "./chain.js";
import type { Passage } from "./passage.js";

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
  /** Over the STEP_CLASSES. */
  readonly steps: Steps;
}

/** Bits per feature in the filter before the table: with so many one absent feature in twelve passes it. */
const FILTER_BITS = 12;

/**
 * The row of each feature, -1 for any other: an open hash table, and before it a filter that is small enough to stay in
 * the processor's cache, since nine in ten features that a text has are not in the table.
 */
export function tableOf(features: Int32Array): (feature: number) => number {
  const size = 2 ** Math.ceil(Math.log2(features.length * 2 + 2));
  const rows = new Int32Array(size).fill(-1);
  const bits = 2 ** Math.ceil(Math.log2(features.length * FILTER_BITS + 32));
  const filter = new Int32Array(bits / 32);
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
    const word = (feature & (bits - 1)) >>> 5;
    filter[word] = (filter[word] ?? 0) | (1 << (feature & 31));
  });
  return (feature) => {
    const word = filter[(feature & (bits - 1)) >>> 5] ?? 0;
    return (word & (1 << (feature & 31))) === 0 ? -1 : (rows[slotOf(feature)] ?? -1);
  };
}

/** The tokens of a passage from `start` to `end` as a chain under a model. */
export function chainOf(
  { tags, rowOf, weights, unit, steps }: LinearModel,
  { places }: Passage,
  { start, end }: Span,
  emitAll: (emit: (token: number, feature: number) => void) => void,
): Chain {
  const length = end - start;
  const sums = new Int32Array(length * tags);
  emitAll((token, feature) => {
    const row = rowOf(feature) * tags;
    if (row < 0) return;
    const at = (token - start) * tags;
    for (let t = 0; t < tags; t++) sums[at + t] = (sums[at + t] ?? 0) + (weights[row + t] ?? 0);
  });
  return {
    length,
    tags,
    scores: Float64Array.from(sums, (sum) => sum * unit),
    classes: Uint8Array.from({ length }, (_, i) => places[start + i]?.step ?? 0),
    steps,
  };
}
