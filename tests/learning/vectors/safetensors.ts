import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Matrix } from "./matrix.js";

const header = z.record(z.string(), z.unknown());

const entry = z.object({
  dtype: z.literal("F32"),
  shape: z.array(z.int().nonnegative()).min(1).max(2),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

/**
 * A model's weights by name, from a file in the safetensors format: eight bytes with the length of the header, the
 * header in JSON, the numbers, all of them least byte first (as on every machine that Node.js runs on).
 */
export class Tensors {
  readonly #header: z.infer<typeof header>;
  readonly #numbers: Uint8Array;

  constructor(file: Uint8Array) {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const start = 8 + Number(view.getBigUint64(0, true));
    this.#header = header.parse(JSON.parse(new TextDecoder().decode(file.subarray(8, start))));
    this.#numbers = file.subarray(start);
  }

  static read(path: string): Tensors {
    return new Tensors(readFileSync(path));
  }

  has(name: string): boolean {
    return name in this.#header;
  }

  /**
   * A vector is a matrix of one row.
   * @throws ZodError where there is none of this name, or not of 32-bit floats, or of more than two dimensions
   */
  matrix(name: string): Matrix {
    const { shape, data_offsets } = entry.parse(this.#header[name]);
    // A copy, because floats can only be looked at where their first byte stands at a multiple of four.
    const values = new Float32Array(Uint8Array.from(this.#numbers.subarray(...data_offsets)).buffer);
    const columns = shape.at(-1) ?? 0;
    return { rows: shape.length === 2 ? (shape[0] ?? 0) : 1, columns, values };
  }
}
