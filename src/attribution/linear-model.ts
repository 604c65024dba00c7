import type { Span } from "../language/span.js";
import type { Chain, Steps } from "./chain.js";
import type { Passage } from "./passage.js";

/**
 * Weights of a linear chain: for each feature one a tag, for each class of token one a pair of tags.
 * A feature that is not in the table weighs nothing.
 */
export interface LinearModel {
  readonly tags: number;
  readonly table: FeatureTable;
  /** For each row of the table a weight for each tag, in units of `unit`. */
  readonly weights: Int8Array;
  readonly unit: number;
  /** Over the STEP_CLASSES. */
  readonly steps: Steps;
}

/** Features in rising order by their upper half: a table that is stored and read as it is. */
export interface FeatureTable {
  /** For each upper half, from the least, the first row that has it; one more at the end. */
  readonly starts: Uint32Array;
  /** The lower half of each row. */
  readonly lows: Uint16Array;
}

/** How many upper halves there are. */
export const HIGHS = 2 ** 16;

/** The upper half of a feature, counted from that of the least 32-bit number. */
function highOf(feature: number): number {
  return (feature >> 16) + HIGHS / 2;
}

/** @param features each once, in rising order */
export function tableOf(features: Int32Array): FeatureTable {
  const counts = new Uint32Array(HIGHS);
  for (const feature of features) counts[highOf(feature)] = (counts[highOf(feature)] ?? 0) + 1;
  return { starts: startsOf(counts), lows: Uint16Array.from(features, (feature) => feature & (HIGHS - 1)) };
}

/** Where each group begins, by how many each has. */
export function startsOf(counts: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
  return starts;
}

/** The row of a feature, -1 where the table does not have it: with 170,000 features three or so share an upper half. */
export function rowOf({ starts, lows }: FeatureTable, feature: number): number {
  const high = highOf(feature);
  const low = feature & (HIGHS - 1);
  const end = starts[high + 1] ?? 0;
  for (let row = starts[high] ?? 0; row < end; row++) if (lows[row] === low) return row;
  return -1;
}

/** The tokens of a passage from `start` to `end` as a chain under a model. */
export function chainOf(
  { tags, table, weights, unit, steps }: LinearModel,
  { places }: Passage,
  { start, end }: Span,
  emitAll: (emit: (token: number, feature: number) => void) => void,
): Chain {
  const length = end - start;
  const sums = new Int32Array(length * tags);
  emitAll((token, feature) => {
    const row = rowOf(table, feature) * tags;
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
