export interface Eigenvector {
  readonly value: number;
  /** Of length 1; its largest number is positive, so that the same matrix has the same vectors. */
  readonly vector: Float64Array;
}

/** Sweeps end where what is left beside the diagonal is this part of the whole matrix: the precision of a double. */
const PRECISION = 1e-14;
/** Far more than are needed: six to ten are, for any size. */
const MOST_SWEEPS = 50;

/**
 * All eigenvectors of a symmetric matrix, that of the largest value first, by Jacobi's method: turn pairs of axes until
 * nothing is left beside the diagonal.
 * Source: Golub and Van Loan, "Matrix Computations", 8.5.
 * @param matrix size × size; what was in it is lost
 */
export function eigenvectors(matrix: Float64Array, size: number): Eigenvector[] {
  const axes = new Float64Array(size * size);
  for (let i = 0; i < size; i++) axes[i * size + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(matrix, size); sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) turnPair(matrix, axes, size, p, q);
    }
  }
  return Array.from({ length: size }, (_, i) => ({
    value: matrix[i * size + i] ?? 0,
    vector: pointed(axes.slice(i * size, (i + 1) * size)),
  })).sort((a, b) => b.value - a.value);
}

/** Turns the axes p and q so that the two become independent. */
function turnPair(matrix: Float64Array, axes: Float64Array, size: number, p: number, q: number): void {
  const shared = matrix[p * size + q] ?? 0;
  if (shared === 0) return;
  const ratio = ((matrix[q * size + q] ?? 0) - (matrix[p * size + p] ?? 0)) / (2 * shared);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  turn(matrix, p, q, size, size, cosine, sine);
  turn(matrix, p * size, q * size, 1, size, cosine, sine);
  turn(axes, p * size, q * size, 1, size, cosine, sine);
}

/** Turns two columns or two rows, which begin at `p` and `q` and go on in steps. */
function turn(
  values: Float64Array,
  p: number,
  q: number,
  step: number,
  size: number,
  cosine: number,
  sine: number,
): void {
  for (let i = 0; i < size; i++, p += step, q += step) {
    const [x, y] = [values[p] ?? 0, values[q] ?? 0];
    values[p] = cosine * x - sine * y;
    values[q] = sine * x + cosine * y;
  }
}

function isDiagonal(matrix: Float64Array, size: number): boolean {
  let [beside, whole] = [0, 0];
  for (const [at, value] of matrix.entries()) {
    whole += value * value;
    if (at % (size + 1) !== 0) beside += value * value;
  }
  return Math.sqrt(beside) <= PRECISION * Math.sqrt(whole);
}

function pointed(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
