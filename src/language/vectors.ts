/**
 * What words mean, roughly: a vector for each of the most frequent English words, so that "envoy" lies near
 * "ambassador". Made by `tests/learning/vectors`; where from stands in the data file's first line.
 */
export class WordVectors {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #values: Int8Array;
  readonly #dimensions: number;

  /** @param values one row of `dimensions` signed bytes a word; each row has the length 127 */
  constructor(words: readonly string[], values: Int8Array, dimensions: number) {
    this.#rows = new Map(words.map((word, row) => [word, row]));
    this.#values = values;
    this.#dimensions = dimensions;
  }

  /** The row of a folded word, smaller for more frequent words; -1 where it has none. */
  rowOf(word: string): number {
    return this.#rows.get(word) ?? -1;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Cosine of two rows, -1…1; 0 where one of them is -1. */
  similarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    const [n, values] = [this.#dimensions, this.#values];
    let sum = 0;
    for (let i = a * n, j = b * n, end = i + n; i < end; i++, j++) {
      sum += (values[i] ?? 0) * (values[j] ?? 0);
    }
    return sum / (127 * 127);
  }

  /** The sum of the rows, rarer words counting more; -1 counts nothing. */
  sum(rows: ArrayLike<number>): Float32Array {
    const sum = new Float32Array(this.#dimensions);
    for (let r = 0; r < rows.length; r++) this.addTo(sum, rows[r] ?? -1, 1);
    return sum;
  }

  /** Adds one row, times `sign`, to a sum. */
  addTo(sum: Float32Array, row: number, sign: 1 | -1): void {
    if (row < 0) return;
    const weight = (sign * Math.log(row + 2)) / 127;
    const start = row * this.#dimensions;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (this.#values[start + i] ?? 0);
  }

  /** The direction in which the words of these rows lie together: their sum at length 1, or 0 without any. */
  mean(rows: ArrayLike<number>): Float32Array {
    const sum = this.sum(rows);
    const length = Math.hypot(...sum);
    return length > 0 ? sum.map((value) => value / length) : sum;
  }
}

/**
 * Cosine of a sum of rows and a direction; 0 where the sum is 0.
 * @param direction of length 1
 */
export function cosineTo(direction: Float32Array, sum: Float32Array): number {
  let [product, square] = [0, 0];
  for (let i = 0; i < sum.length; i++) {
    const value = sum[i] ?? 0;
    product += value * (direction[i] ?? 0);
    square += value * value;
  }
  return square > 0 ? product / Math.sqrt(square) : 0;
}
