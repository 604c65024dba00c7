import type { Matrix } from "./matrix.js";

/** As in the configuration of all-MiniLM-L6-v2 (`num_attention_heads`); the weights do not tell it. */
const HEADS = 12;

/**
 * Each token's mean of the values of all tokens of its word, weighed, head by head, by how well the token's query fits
 * their keys. All four matrices have a row a token, `length` rows a word.
 */
export function attend(queries: Matrix, keys: Matrix, values: Matrix, length: number): Matrix {
  const { rows, columns } = queries;
  const output = { rows, columns, values: new Float32Array(rows * columns) };
  const width = columns / HEADS;
  const part = (matrix: Matrix, row: number, head: number) => {
    const start = row * columns + head * width;
    return matrix.values.subarray(start, start + width);
  };
  const weights = new Float64Array(length);
  for (let row = 0; row < rows; row++) {
    const first = row - (row % length);
    for (let head = 0; head < HEADS; head++) {
      const query = part(queries, row, head);
      for (let i = 0; i < length; i++) {
        weights[i] = dot(query, part(keys, first + i, head)) / Math.sqrt(width);
      }
      softmax(weights);
      const mean = part(output, row, head);
      for (let i = 0; i < length; i++) addScaled(mean, part(values, first + i, head), weights[i] ?? 0);
    }
  }
  return output;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addScaled(to: Float32Array, from: Float32Array, by: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + by * (from[i] ?? 0);
}

/** Makes of any numbers weights that add up to 1, in place. */
function softmax(weights: Float64Array): void {
  const highest = Math.max(...weights);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = Math.exp((weights[i] ?? 0) - highest);
    weights[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum;
}
