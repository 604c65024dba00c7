import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eigenvectors } from "./eigenvectors.js";
import { type Matrix, panels, product, transposed } from "./matrix.js";
import { mix } from "./mix.js";
import { principalComponents } from "./principal-components.js";
import { Tensors } from "./safetensors.js";
import { writeTable } from "./table-file.js";
import { WordPieces } from "./word-pieces.js";

describe("the pieces of a word", () => {
  const pieces = new WordPieces("[CLS] [SEP] [UNK] har har##b harbour ##bour ##master ##s boat s".split(" "));

  test.each([
    ["harbour", [5]],
    ["Harbour", [5]],
    ["boats", [9, 8]],
    ["harbourmasters", [5, 7, 8]],
    ["s", [10]],
    ["ferry", [2]],
    ["boatyard", [2]],
    [`boat${"s".repeat(97)}`, [2]],
  ])("%s", (word, expected) => {
    expect(pieces.encode(word)).toEqual([0, ...expected, 1]);
  });

  test("a vocabulary without marks is refused", () => {
    expect(() => new WordPieces(["boat"]).encode("boat")).toThrow("[CLS]");
  });
});

test("tensors are read by name, and other forms refused", () => {
  const header = JSON.stringify({
    __metadata__: { format: "pt" },
    bias: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
    weight: { dtype: "F32", shape: [2, 1], data_offsets: [8, 16] },
    ids: { dtype: "I64", shape: [1], data_offsets: [16, 24] },
  });
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const numbers = Buffer.from(Float32Array.of(1, 2, 0.5, -4, 0, 0).buffer);
  const tensors = new Tensors(Buffer.concat([length, Buffer.from(header), numbers]));
  expect(tensors.matrix("bias")).toEqual({ rows: 1, columns: 2, values: Float32Array.of(1, 2) });
  expect(tensors.matrix("weight")).toEqual({ rows: 2, columns: 1, values: Float32Array.of(0.5, -4) });
  expect(tensors.has("gain")).toBe(false);
  expect(() => tensors.matrix("gain")).toThrow();
  expect(() => tensors.matrix("ids")).toThrow();
});

test.each([1, 2, 3, 4, 7])("a product of %i rows is that of the definition", (rows) => {
  const left = numbered(rows, 5);
  const right = numbered(4, 5);
  const expected = Array.from({ length: rows * 4 }, (_, at) => {
    const [a, b] = [rowOf(left, Math.floor(at / 4)), rowOf(right, at % 4)];
    return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  });
  expect([...product(panels(left), panels(right)).values]).toEqual(expected);
});

test("eigenvectors are only stretched by their matrix, and the largest comes first", () => {
  const size = 6;
  const half = numbered(9, size);
  const columns = panels(transposed(half));
  const matrix = product(columns, columns);
  const found = eigenvectors(Float64Array.from(matrix.values), size);
  for (const { value, vector } of found) {
    const stretched = Array.from({ length: size }, (_, row) =>
      rowOf(matrix, row).reduce((sum, entry, i) => sum + entry * (vector[i] ?? 0), 0),
    );
    for (const [i, entry] of stretched.entries()) expect(entry).toBeCloseTo(value * (vector[i] ?? 0), 8);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
    expect(Math.max(...vector)).toBeGreaterThanOrEqual(-Math.min(...vector));
  }
  const values = found.map(({ value }) => value);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

test("principal components find the directions in which points lie apart, wherever their middle is", () => {
  // Along (3, 4, 0) / 5 by 10, along (-4, 3, 0) / 5 by 5, along (0, 0, 1) by 1; the middle is (7, -2, 1).
  const offsets = [6, 8, 0, -6, -8, 0, -4, 3, 0, 4, -3, 0, 0, 0, 1, 0, 0, -1];
  const middle = [7, -2, 1];
  const values = Float32Array.from(offsets, (offset, at) => offset + (middle[at % 3] ?? 0));
  const { projected, explained } = principalComponents({ rows: 6, columns: 3, values }, 2);
  const expected = [10, 0, -10, 0, 0, -5, 0, 5, 0, 0, 0, 0];
  for (const [at, value] of projected.values.entries()) expect(value).toBeCloseTo(expected[at] ?? 0, 5);
  expect(explained).toBeCloseTo((100 + 25) / (100 + 25 + 1), 6);
});

test("mixed vectors have the length that the table promises", () => {
  const { values } = mix(numbered(12, 5), numbered(12, 4), 3);
  expect(values).toHaveLength(36);
  for (let at = 0; at < values.length; at += 3) {
    expect(Math.abs(Math.hypot(...values.subarray(at, at + 3)) - 127)).toBeLessThan(1);
  }
});

test("a written table can be read: a line about it, a line of words, then the bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  try {
    const path = join(folder, "data", "table.bin");
    const written = writeTable(path, ["boat", "harbour"], Int8Array.of(127, 0, 10, -127), 2);
    const file = readFileSync(path);
    expect(file).toHaveLength(written);
    const [about = "", words] = file.toString("latin1").split("\n");
    expect(JSON.parse(about)).toMatchObject({
      dimensions: 2,
      words: 2,
      origin: expect.stringMatching(/MIT/),
    });
    expect(words).toBe("boat harbour");
    expect([...new Int8Array(file.subarray(-4))]).toEqual([127, 0, 10, -127]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Small whole numbers in no order, the same each time. */
function numbered(rows: number, columns: number): Matrix {
  const values = Float32Array.from({ length: rows * columns }, (_, at) => ((at * at + 3 * at) % 11) - 5);
  return { rows, columns, values };
}

function rowOf({ columns, values }: Matrix, row: number): number[] {
  return [...values.subarray(row * columns, (row + 1) * columns)];
}
