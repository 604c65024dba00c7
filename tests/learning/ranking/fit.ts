import type { NetworkWeights } from "../../../src/retrieval/network.js";
import { randomFrom } from "../../bench/generated-corpus.js";

/** One question with the inputs of what competes for it: rows of as many numbers as the network has inputs. */
export interface Example {
  readonly rows: Float32Array;
  readonly count: number;
  readonly kind: number;
  /** How much the example counts. */
  readonly weight: number;
  /** For the scores of the rows, by how much each should fall (the derivative of the loss). */
  readonly slopes: (scores: Float64Array) => Float64Array;
}

export interface Settings {
  readonly inputs: readonly string[];
  readonly kinds: number;
  readonly hidden: number;
  /** So many of the last inputs count by themselves only, not in the hidden units. */
  readonly directOnly?: number;
  /** Networks that are fitted from different starts and averaged. */
  readonly starts: number;
  readonly epochs: number;
}

/** Found on the tuning sets by cross-fitting; half or twice of each moves top-1 by less than half a point. */
const RATE = 5e-3;
const DECAY = 1e-4;
const DROPPED = 0.2;
const BATCH = 64;

/** Raises the score of the gold rows against all others: minus the logarithm of their share, by softmax. */
export function listwise(gold: readonly number[]): Example["slopes"] {
  return (scores) => {
    const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const chances = scores.map((score) => Math.exp(score - most));
    const all = chances.reduce((a, b) => a + b, 0);
    const right = gold.reduce((sum, i) => sum + (chances[i] ?? 0), 0) || 1e-12;
    const slopes = chances.map((chance) => chance / all);
    for (const i of gold) slopes[i] = (slopes[i] ?? 0) - (chances[i] ?? 0) / right;
    return slopes;
  };
}

/** Logistic: each row's score is the log-odds that its answer is yes. */
export function logistic(yes: readonly boolean[]): Example["slopes"] {
  return (scores) => scores.map((score, i) => 1 / (1 + Math.exp(-score)) - (yes[i] ? 1 : 0));
}

/** Fits a network to examples by Adam with dropout, averaged over the second half of the epochs and over the starts. */
export function fitNetwork(examples: readonly Example[], settings: Settings): NetworkWeights {
  const scale = scaleOf(examples, settings.inputs.length);
  const runs = Array.from({ length: settings.starts }, (_, i) => fitOnce(examples, scale, settings, i + 1));
  const share = 1 / runs.length;
  const n = settings.inputs.length;
  const direct = new Float64Array(n + 1);
  for (const run of runs)
    for (let i = 0; i <= n; i++) direct[i] = (direct[i] ?? 0) + share * (run.direct[i] ?? 0);
  return {
    inputs: [...settings.inputs],
    kinds: Array.from({ length: settings.kinds }, (_, k) =>
      runs.flatMap((run) => run.kinds[k] ?? []).map(rounded),
    ),
    hidden: runs.flatMap((run) => run.hidden.map((row) => row.map(rounded))),
    output: runs.flatMap((run) => run.output.map((value) => rounded(value * share))),
    direct: [...direct].map(rounded),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

interface Scale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function scaleOf(examples: readonly Example[], n: number): Scale {
  const [sum, squares] = [new Float64Array(n), new Float64Array(n)];
  let rows = 0;
  for (const example of examples) {
    rows += example.count;
    for (let r = 0; r < example.count * n; r++) {
      const value = example.rows[r] ?? 0;
      sum[r % n] = (sum[r % n] ?? 0) + value;
      squares[r % n] = (squares[r % n] ?? 0) + value * value;
    }
  }
  const mean = sum.map((value) => value / rows);
  return {
    mean,
    deviation: squares.map((value, i) => Math.sqrt(Math.max(1e-8, value / rows - (mean[i] ?? 0) ** 2))),
  };
}

/** All parameters in one array: hidden rows with bias, kinds, output, direct with bias. */
class Layout {
  readonly n: number;
  readonly h: number;
  readonly kinds: number;
  /** Inputs of the hidden units. */
  readonly used: number;
  constructor({ inputs, hidden, kinds, directOnly = 0 }: Settings) {
    this.n = inputs.length;
    this.used = inputs.length - directOnly;
    this.h = hidden;
    this.kinds = kinds;
  }
  get kindsAt(): number {
    return this.h * (this.used + 1);
  }
  get outputAt(): number {
    return this.kindsAt + this.kinds * this.h;
  }
  get directAt(): number {
    return this.outputAt + this.h;
  }
  get size(): number {
    return this.directAt + this.n + 1;
  }
}

function fitOnce(examples: readonly Example[], scale: Scale, settings: Settings, seed: number) {
  const layout = new Layout(settings);
  const random = randomFrom(seed);
  const { size, kindsAt, outputAt, directAt } = layout;
  const values = Float64Array.from({ length: size }, (_, i) =>
    i < kindsAt || (i >= outputAt && i < directAt) ? 0.1 * normal(random) : 0,
  );
  const [first, second, average] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [step, averaged] = [0, 0];
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / settings.epochs) + RATE / 20;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).flatMap((i) => examples[i] ?? []);
      const slope = slopeOf(batch, values, layout, scale, random);
      step++;
      const [fade1, fade2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let i = 0; i < size; i++) {
        const value = values[i] ?? 0;
        const g = (slope[i] ?? 0) + (i < directAt ? 2 * DECAY * value : 2e-5 * value);
        const m = 0.9 * (first[i] ?? 0) + 0.1 * g;
        const v = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
        first[i] = m;
        second[i] = v;
        values[i] = value - (rate * (m / fade1)) / (Math.sqrt(v / fade2) + 1e-8);
      }
    }
    if (epoch < settings.epochs / 2) continue;
    averaged++;
    for (let i = 0; i < size; i++) average[i] = (average[i] ?? 0) + (values[i] ?? 0);
  }
  return unscaled(
    average.map((value) => value / averaged),
    layout,
    scale,
  );
}

function slopeOf(
  batch: readonly Example[],
  values: Float64Array,
  { n, h, used, kindsAt, outputAt, directAt, size }: Layout,
  { mean, deviation }: Scale,
  random: () => number,
): Float64Array {
  const slope = new Float64Array(size);
  const weights = batch.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (const { rows, count, kind, weight, slopes } of batch) {
    const x = new Float64Array(count * n);
    for (let r = 0; r < count * n; r++)
      x[r] = ((rows[r] ?? 0) - (mean[r % n] ?? 0)) / (deviation[r % n] ?? 1);
    const units = new Float64Array(count * h);
    const scores = new Float64Array(count);
    const kindAt = kindsAt + kind * h;
    for (let r = 0; r < count; r++) {
      let score = values[directAt + n] ?? 0;
      for (let i = 0; i < n; i++) score += (values[directAt + i] ?? 0) * (x[r * n + i] ?? 0);
      for (let j = 0; j < h; j++) {
        const at = j * (used + 1);
        let sum = (values[at + used] ?? 0) + (values[kindAt + j] ?? 0);
        for (let i = 0; i < used; i++) sum += (values[at + i] ?? 0) * (x[r * n + i] ?? 0);
        if (sum <= 0 || random() < DROPPED) continue;
        units[r * h + j] = sum / (1 - DROPPED);
        score += (values[outputAt + j] ?? 0) * (sum / (1 - DROPPED));
      }
      scores[r] = score;
    }
    const wanted = slopes(scores);
    for (let r = 0; r < count; r++) {
      const d = ((wanted[r] ?? 0) * weight) / weights;
      if (Math.abs(d) < 1e-7) continue;
      for (let i = 0; i < n; i++) slope[directAt + i] = (slope[directAt + i] ?? 0) + d * (x[r * n + i] ?? 0);
      slope[directAt + n] = (slope[directAt + n] ?? 0) + d;
      for (let j = 0; j < h; j++) {
        const unit = units[r * h + j] ?? 0;
        if (unit === 0) continue;
        slope[outputAt + j] = (slope[outputAt + j] ?? 0) + d * unit;
        const into = (d * (values[outputAt + j] ?? 0)) / (1 - DROPPED);
        const at = j * (used + 1);
        for (let i = 0; i < used; i++) slope[at + i] = (slope[at + i] ?? 0) + into * (x[r * n + i] ?? 0);
        slope[at + used] = (slope[at + used] ?? 0) + into;
        slope[kindAt + j] = (slope[kindAt + j] ?? 0) + into;
      }
    }
  }
  return slope;
}

/** The same function of inputs as they come, without shifting and scaling them first. */
function unscaled(
  values: Float64Array,
  { n, h, used, kinds, kindsAt, outputAt, directAt }: Layout,
  { mean, deviation }: Scale,
) {
  const row = (at: number, length: number) => {
    const weights = Array.from({ length }, (_, i) => (values[at + i] ?? 0) / (deviation[i] ?? 1));
    const shift = weights.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0);
    return [...weights, (values[at + length] ?? 0) - shift];
  };
  return {
    hidden: Array.from({ length: h }, (_, j) => row(j * (used + 1), used)),
    kinds: Array.from({ length: kinds }, (_, k) => [
      ...values.subarray(kindsAt + k * h, kindsAt + (k + 1) * h),
    ]),
    output: [...values.subarray(outputAt, outputAt + h)],
    direct: row(directAt, n),
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i] ?? 0, order[j] ?? 0];
    order[i] = b;
    order[j] = a;
  }
}

/** Box–Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
