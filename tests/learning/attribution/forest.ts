import type { Forest } from "../../../src/attribution/confidence.js";

export interface Example {
  readonly features: readonly number[];
  readonly right: boolean;
}

const TREES = 150;
const DEPTH = 4;
/** How far each tree goes; smaller steps with more trees changed nothing. */
const RATE = 0.08;
/** Fewest examples in a leaf. */
const LEAF = 40;
/** Steps into which the values of a feature are cut. */
const BINS = 64;

/** Boosted regression trees on the logistic loss (Friedman, 2001), with Newton steps in the leaves. */
export function learnForest(examples: readonly Example[]): Forest {
  const width = examples[0]?.features.length ?? 0;
  const limits = Array.from({ length: width }, (_, f) =>
    limitsOf(examples.map(({ features }) => features[f] ?? 0)),
  );
  const binned = examples.map(({ features }) =>
    Uint8Array.from(features, (value, f) => (limits[f] ?? []).filter((limit) => value >= limit).length),
  );
  const share = examples.filter(({ right }) => right).length / examples.length;
  const base = Math.log(share / (1 - share));
  const odds = new Float64Array(examples.length).fill(base);
  const trees: number[][] = [];
  const gradient = new Float64Array(examples.length);
  const curvature = new Float64Array(examples.length);
  for (let t = 0; t < TREES; t++) {
    examples.forEach(({ right }, i) => {
      const probability = 1 / (1 + Math.exp(-(odds[i] ?? 0)));
      gradient[i] = (right ? 1 : 0) - probability;
      curvature[i] = probability * (1 - probability);
    });
    const nodes: number[] = [];
    const grow = (members: number[], depth: number) => {
      const split = depth < DEPTH ? bestSplit(members, binned, width, gradient, curvature) : undefined;
      if (!split) {
        const value = leafValue(members, gradient, curvature);
        nodes.push(-1, rounded(value), 0);
        for (const i of members) odds[i] = (odds[i] ?? 0) + value;
        return;
      }
      const at = nodes.length;
      nodes.push(split.feature, limits[split.feature]?.[split.bin] ?? 0, 0);
      const above: number[] = [];
      const below: number[] = [];
      for (const i of members) ((binned[i]?.[split.feature] ?? 0) > split.bin ? above : below).push(i);
      grow(above, depth + 1);
      nodes[at + 2] = nodes.length;
      grow(below, depth + 1);
    };
    grow(
      examples.map((_, i) => i),
      0,
    );
    trees.push(nodes);
  }
  return { base: rounded(base), trees };
}

function limitsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cuts = Array.from({ length: BINS - 1 }, (_, k) =>
    rounded(sorted[Math.floor(((k + 1) * sorted.length) / BINS)] ?? 0),
  );
  return [...new Set(cuts)];
}

function leafValue(members: readonly number[], gradient: Float64Array, curvature: Float64Array): number {
  let [sum, weight] = [0, 1];
  for (const i of members) {
    sum += gradient[i] ?? 0;
    weight += curvature[i] ?? 0;
  }
  return (RATE * sum) / weight;
}

function bestSplit(
  members: readonly number[],
  binned: readonly Uint8Array[],
  width: number,
  gradient: Float64Array,
  curvature: Float64Array,
): { feature: number; bin: number } | undefined {
  const sums = new Float64Array(width * BINS);
  const weights = new Float64Array(width * BINS);
  const counts = new Float64Array(width * BINS);
  let [total, totalWeight] = [0, 0];
  for (const i of members) {
    const row = binned[i];
    if (!row) continue;
    const [g, c] = [gradient[i] ?? 0, curvature[i] ?? 0];
    total += g;
    totalWeight += c;
    for (let f = 0; f < width; f++) {
      const at = f * BINS + (row[f] ?? 0);
      sums[at] = (sums[at] ?? 0) + g;
      weights[at] = (weights[at] ?? 0) + c;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const gain = (sum: number, weight: number) => (sum * sum) / (weight + 1);
  let best = gain(total, totalWeight) + 1e-6;
  let split: { feature: number; bin: number } | undefined;
  for (let f = 0; f < width; f++) {
    let [sum, weight, count] = [0, 0, 0];
    for (let bin = 0; bin < BINS - 1; bin++) {
      sum += sums[f * BINS + bin] ?? 0;
      weight += weights[f * BINS + bin] ?? 0;
      count += counts[f * BINS + bin] ?? 0;
      if (count < LEAF || members.length - count < LEAF) continue;
      const gained = gain(sum, weight) + gain(total - sum, totalWeight - weight);
      if (gained <= best) continue;
      best = gained;
      split = { feature: f, bin };
    }
  }
  return split;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
