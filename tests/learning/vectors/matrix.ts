/** Numbers in rows: `values[row * columns + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * How many rows are multiplied with how many at once. Nine running sums and six factors just fit into the sixteen
 * floating-point registers; with 4 × 2, 4 × 3 or 4 × 4 the products of the encoder take 10–15% longer.
 */
const BLOCK = 3;

/**
 * The rows of a matrix in threes, the three interleaved, the last three filled up with zeros: so a product reads both
 * factors from front to back.
 */
export interface Panels {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

export function panels({ rows, columns, values }: Matrix): Panels {
  const interleaved = new Float32Array(Math.ceil(rows / BLOCK) * BLOCK * columns);
  for (let row = 0; row < rows; row++) {
    let to = (row - (row % BLOCK)) * columns + (row % BLOCK);
    for (let from = row * columns, end = from + columns; from < end; from++, to += BLOCK) {
      interleaved[to] = values[from] ?? 0;
    }
  }
  return { rows, columns, values: interleaved };
}

/** Each row of the left times each row of the right, in double precision: `left.rows` × `right.rows`. */
export function product(left: Panels, right: Panels): Matrix {
  const values = new Float32Array(left.rows * right.rows);
  const sums = new Float64Array(BLOCK * BLOCK);
  for (let column = 0; column < right.rows; column += BLOCK) {
    for (let row = 0; row < left.rows; row += BLOCK) {
      multiplyBlock(left, row, right, column, sums);
      for (let r = 0; r < BLOCK && row + r < left.rows; r++) {
        for (let c = 0; c < BLOCK && column + c < right.rows; c++) {
          values[(row + r) * right.rows + column + c] = sums[r * BLOCK + c] ?? 0;
        }
      }
    }
  }
  return { rows: left.rows, columns: right.rows, values };
}

/** The `| 0` say that the places are whole numbers of 32 bits; without them the engine checks each for overflow. */
function multiplyBlock(left: Panels, row: number, right: Panels, column: number, sums: Float64Array): void {
  const [a, b, depth] = [left.values, right.values, left.columns];
  let [i, j] = [(row * depth) | 0, (column * depth) | 0];
  const end = (i + BLOCK * depth) | 0;
  let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  while (i < end) {
    const x = b[j] ?? 0;
    const y = b[(j + 1) | 0] ?? 0;
    const z = b[(j + 2) | 0] ?? 0;
    const p = a[i] ?? 0;
    s00 += p * x;
    s01 += p * y;
    s02 += p * z;
    const q = a[(i + 1) | 0] ?? 0;
    s10 += q * x;
    s11 += q * y;
    s12 += q * z;
    const r = a[(i + 2) | 0] ?? 0;
    s20 += r * x;
    s21 += r * y;
    s22 += r * z;
    i = (i + BLOCK) | 0;
    j = (j + BLOCK) | 0;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s02;
  sums[3] = s10;
  sums[4] = s11;
  sums[5] = s12;
  sums[6] = s20;
  sums[7] = s21;
  sums[8] = s22;
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return { rows: columns, columns: rows, values: turned };
}

/** Takes from each column its mean, in place. */
export function centre({ rows, columns, values }: Matrix): void {
  const means = new Float64Array(columns);
  for (let at = 0; at < values.length; at++) {
    means[at % columns] = (means[at % columns] ?? 0) + (values[at] ?? 0) / rows;
  }
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) - (means[at % columns] ?? 0);
}

/** Brings each row to the length, in place; a row of zeros stays. */
export function stretch({ columns, values }: Matrix, length: number): void {
  for (let start = 0; start < values.length; start += columns) {
    const row = values.subarray(start, start + columns);
    const now = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (now === 0) continue;
    for (let i = 0; i < columns; i++) row[i] = (row[i] ?? 0) * (length / now);
  }
}
