import { stepsOf } from "../../../src/attribution/chain.js";
import { type LinearModel, tableOf } from "../../../src/attribution/linear-model.js";
import { STEP_CLASSES } from "../../../src/attribution/passage.js";

/** Keeps the features of the largest weights, each weight in eight bits. */
export function pruned(
  features: Int32Array,
  weights: Float64Array,
  steps: Float64Array,
  { tags, kept }: { readonly tags: number; readonly kept: number },
): LinearModel {
  const strength = new Float64Array(features.length);
  weights.forEach((weight, k) => {
    const row = Math.floor(k / tags);
    strength[row] = Math.max(strength[row] ?? 0, Math.abs(weight));
  });
  const best = Array.from(features.keys())
    .sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0))
    .slice(0, kept)
    .sort((a, b) => (features[a] ?? 0) - (features[b] ?? 0));
  const top = best.reduce((most, row) => Math.max(most, strength[row] ?? 0), 1e-9);
  const small = Int8Array.from({ length: best.length * tags }, (_, k) => {
    const row = best[Math.floor(k / tags)] ?? 0;
    return Math.round((weights[row * tags + (k % tags)] ?? 0) / (top / 127));
  });
  const size = tags * tags;
  const joined = Float64Array.from({ length: STEP_CLASSES * size }, (_, k) => {
    const shared = steps[k % size] ?? 0;
    return Math.round(((steps[size + k] ?? 0) + shared) * 1000) / 1000;
  });
  return {
    tags,
    table: tableOf(Int32Array.from(best, (row) => features[row] ?? 0)),
    weights: small,
    unit: top / 127,
    steps: stepsOf(joined),
  };
}
