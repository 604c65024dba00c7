import { type Chain, type Marginals, marginalsOf, stepsOf } from "../../../src/attribution/chain.js";
import { type LinearModel, rowOf, tableOf } from "../../../src/attribution/linear-model.js";
import { STEP_CLASSES } from "../../../src/attribution/passage.js";

import { pruned } from "./pruning.js";
import { randomOf, shuffle } from "./random.js";
import { frequentFeatures, type Sequence } from "./sequence.js";

export interface CrfSettings {
  readonly tags: number;
  readonly epochs: number;
  /** Length of the first step of a weight; it falls to a tenth, besides what `State.squares` shortens it by. */
  readonly rate: number;
  /** A feature must be seen in so many tokens. */
  readonly seen: number;
  /** How many features are kept, those of the largest weights. */
  readonly kept: number;
  readonly seed: number;
}

/** How often in an epoch the weights are added to the average. */
const SNAPSHOTS = 20;

/** The same for the scores of going from one tag to another, which hardly a token passes by: they need no shortening. */
const STEP_RATE = 0.01;

/**
 * A conditional random field, learned by stochastic gradient steps, shorter ones for weights that were changed much
 * already (AdaGrad: Duchi, Hazan and Singer, 2011). The result is the average of the weights along the way: with a low
 * rate that was worth three to five points of F1.
 */
export function learnCrf(sequences: readonly Sequence[], settings: CrfSettings): LinearModel {
  const { tags, epochs, rate } = settings;
  const features = frequentFeatures(sequences, settings.seen);
  const table = tableOf(features);
  const rows = sequences.map(({ features }) => features.map((feature) => rowOf(table, feature)));
  const state: State = {
    tags,
    weights: new Float32Array(features.length * tags),
    squares: new Float32Array(features.length * tags).fill(1),
    // First the steps of every class of token together, then those of each class.
    steps: new Float64Array((STEP_CLASSES + 1) * tags * tags),
  };
  const sum = new Float64Array(state.weights.length);
  const stepSum = new Float64Array(state.steps.length);
  const random = randomOf(settings.seed);
  const order = sequences.map((_, i) => i);
  const updates = epochs * sequences.length;
  const every = Math.ceil(sequences.length / SNAPSHOTS);
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const sequence = sequences[index];
      const active = rows[index];
      if (sequence && active) update(state, sequence, active, rate, 1 / (1 + (9 * done) / updates));
      done++;
      if (done % every !== 0) continue;
      for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (state.weights[k] ?? 0);
      for (let k = 0; k < stepSum.length; k++) stepSum[k] = (stepSum[k] ?? 0) + (state.steps[k] ?? 0);
    }
  }
  const snapshots = Math.max(1, Math.floor(done / every));
  return pruned(
    features,
    sum.map((value) => value / snapshots),
    stepSum.map((value) => value / snapshots),
    settings,
  );
}

interface State {
  readonly tags: number;
  readonly weights: Float32Array;
  /** 1 and the squares of all pulls at each weight so far. */
  readonly squares: Float32Array;
  readonly steps: Float64Array;
}

/** Steps are passed over where they would change a probability by less than this. */
const NEGLIGIBLE = 1e-3;

/** One step along the gradient of the log-likelihood of one sequence. */
function update(state: State, sequence: Sequence, active: Int32Array, rate: number, left: number): void {
  const { tags, weights, squares, steps } = state;
  const { offsets, gold } = sequence;
  const length = gold.length;
  const size = tags * tags;
  const scores = new Float64Array(length * tags);
  const joined = new Float64Array(STEP_CLASSES * size);
  for (let k = 0; k < joined.length; k++) joined[k] = (steps[k % size] ?? 0) + (steps[size + k] ?? 0);
  for (let i = 0; i < length; i++) {
    const to = offsets[i + 1] ?? 0;
    for (let f = offsets[i] ?? 0; f < to; f++) {
      const row = active[f] ?? -1;
      if (row < 0) continue;
      for (let t = 0; t < tags; t++)
        scores[i * tags + t] = (scores[i * tags + t] ?? 0) + (weights[row * tags + t] ?? 0);
    }
  }
  const chain: Chain = { length, tags, scores, classes: sequence.steps, steps: stepsOf(joined) };
  const marginals = marginalsOf(chain);
  const pull = new Float64Array(tags);
  for (let i = 0; i < length; i++) {
    const right = gold[i] ?? 0;
    updateSteps(state, sequence, chain, marginals, i, STEP_RATE * left);
    if (1 - (marginals.tag[i * tags + right] ?? 0) < NEGLIGIBLE) continue;
    for (let t = 0; t < tags; t++) pull[t] = (t === right ? 1 : 0) - (marginals.tag[i * tags + t] ?? 0);
    const to = offsets[i + 1] ?? 0;
    for (let f = offsets[i] ?? 0; f < to; f++) {
      const row = active[f] ?? -1;
      if (row < 0) continue;
      for (let t = 0; t < tags; t++) {
        const [k, force] = [row * tags + t, pull[t] ?? 0];
        const square = (squares[k] ?? 0) + force * force;
        squares[k] = square;
        weights[k] = (weights[k] ?? 0) + (rate * left * force) / Math.sqrt(square);
      }
    }
  }
}

/** The same for the step to token `i`; before the first token stands the tag 0. */
function updateSteps(
  { tags, steps }: State,
  sequence: Sequence,
  chain: Chain,
  { forward, backward, weight }: Marginals,
  i: number,
  eta: number,
): void {
  const size = tags * tags;
  const expected = new Float64Array(size);
  let total = 0;
  for (let from = 0; from < tags; from++) {
    const before = i === 0 ? (from === 0 ? 1 : 0) : (forward[(i - 1) * tags + from] ?? 0);
    for (let to = 0; to < tags; to++) {
      const mass =
        before *
        (chain.steps.weights[(sequence.steps[i] ?? 0) * size + from * tags + to] ?? 0) *
        (weight[i * tags + to] ?? 0) *
        (backward[i * tags + to] ?? 0);
      expected[from * tags + to] = mass;
      total += mass;
    }
  }
  const right = (i === 0 ? 0 : (sequence.gold[i - 1] ?? 0)) * tags + (sequence.gold[i] ?? 0);
  const at = ((sequence.steps[i] ?? 0) + 1) * size;
  for (let k = 0; k < size; k++) {
    const by = (k === right ? 1 : 0) - (expected[k] ?? 0) / (total || 1);
    if (Math.abs(by) < NEGLIGIBLE) continue;
    steps[k] = (steps[k] ?? 0) + eta * by;
    steps[at + k] = (steps[at + k] ?? 0) + eta * by;
  }
}
