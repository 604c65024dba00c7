import { type Matrix, type Panels, panels, product } from "./matrix.js";
import type { Tensors } from "./safetensors.js";

/** As in BERT's configuration (`layer_norm_eps`): keeps a row of equal numbers from a division by zero. */
const SMALLEST_VARIANCE = 1e-12;

export type Step<Input> = (input: Input) => Matrix;

/** Each row times the weights, plus the bias: `input.rows` × the weights' rows. */
export function linear(tensors: Tensors, name: string): Step<Panels> {
  const weights = panels(tensors.matrix(`${name}.weight`));
  const bias = tensors.matrix(`${name}.bias`).values;
  return (input) => {
    const output = product(input, weights);
    const { columns, values } = output;
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) + (bias[at % columns] ?? 0);
    return output;
  };
}

/** Brings each row to mean 0 and variance 1, then times the gain plus the bias; in place. */
export function layerNorm(tensors: Tensors, name: string): Step<Matrix> {
  const gain = tensors.matrix(`${name}.weight`).values;
  const bias = tensors.matrix(`${name}.bias`).values;
  return (input) => {
    const { columns, values } = input;
    for (let start = 0; start < values.length; start += columns) {
      const row = values.subarray(start, start + columns);
      const mean = row.reduce((sum, value) => sum + value, 0) / columns;
      const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / columns;
      const scale = 1 / Math.sqrt(variance + SMALLEST_VARIANCE);
      for (let i = 0; i < columns; i++) {
        row[i] = ((row[i] ?? 0) - mean) * scale * (gain[i] ?? 0) + (bias[i] ?? 0);
      }
    }
    return input;
  };
}

/** Adds what a step made of the input to it, in place: the way past the step by which deep networks learn. */
export function addTo(input: Matrix, change: Matrix): Matrix {
  const { values } = input;
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) + (change.values[at] ?? 0);
  return input;
}

/** Gaussian error linear unit, x · Φ(x), in place. */
export function gelu(input: Matrix): Matrix {
  const { values } = input;
  for (let at = 0; at < values.length; at++) {
    const x = values[at] ?? 0;
    values[at] = 0.5 * x * (1 + errorFunction(x * Math.SQRT1_2));
  }
  return input;
}

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26; wrong by less than 1.5e-7. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}
