import { centre, type Matrix, stretch } from "./matrix.js";
import { principalComponents } from "./principal-components.js";

/**
 * How much the second vectors weigh against the first: the encoder knows better which words mean the same, counted
 * neighbours know better which belong to one subject. With 0.7 or 0.9 three quarters of a word's ten nearest words
 * stay the same, with 0.6 or 1 two thirds.
 */
const SECOND_WEIGHT = 0.8;

/** The length of a row, so that its numbers fit into signed bytes. */
const LENGTH = 127;

export interface Mixed {
  /** `dimensions` signed bytes a row; each row is about 127 long, so a product over 127² is a cosine. */
  readonly values: Int8Array;
  /** The part of the variance that the dimensions keep, 0…1. */
  readonly explained: number;
}

/** One small vector a word of two: side by side, then their principal components. Changes both in place. */
export function mix(first: Matrix, second: Matrix, dimensions: number): Mixed {
  centre(first);
  stretch(first, 1);
  centre(second);
  stretch(second, SECOND_WEIGHT);
  const { projected, explained } = principalComponents(sideBySide(first, second), dimensions);
  stretch(projected, LENGTH);
  return { values: Int8Array.from(projected.values, Math.round), explained };
}

function sideBySide(left: Matrix, right: Matrix): Matrix {
  const columns = left.columns + right.columns;
  const values = new Float32Array(left.rows * columns);
  for (let row = 0; row < left.rows; row++) {
    values.set(left.values.subarray(row * left.columns, (row + 1) * left.columns), row * columns);
    values.set(
      right.values.subarray(row * right.columns, (row + 1) * right.columns),
      row * columns + left.columns,
    );
  }
  return { rows: left.rows, columns, values };
}
