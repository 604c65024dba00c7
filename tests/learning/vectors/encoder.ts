import { attend } from "./attention.js";
import { addTo, gelu, layerNorm, linear, type Step } from "./layer.js";
import { type Matrix, panels } from "./matrix.js";
import type { Tensors } from "./safetensors.js";

/**
 * The forward pass of a BERT encoder, from the tokens of words to a vector for each word.
 * Source: Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", 2019.
 */
export class Encoder {
  readonly #words: Matrix;
  readonly #positions: Matrix;
  readonly #segment: Matrix;
  readonly #norm: Step<Matrix>;
  readonly #layers: readonly ((input: Matrix, length: number) => Matrix)[];

  constructor(tensors: Tensors) {
    this.#words = tensors.matrix("embeddings.word_embeddings.weight");
    this.#positions = tensors.matrix("embeddings.position_embeddings.weight");
    this.#segment = tensors.matrix("embeddings.token_type_embeddings.weight");
    this.#norm = layerNorm(tensors, "embeddings.LayerNorm");
    const layers = [];
    for (let i = 0; tensors.has(`encoder.layer.${i}.output.dense.weight`); i++) {
      layers.push(layer(tensors, `encoder.layer.${i}`));
    }
    this.#layers = layers;
  }

  /** Numbers in a vector. */
  get width(): number {
    return this.#words.columns;
  }

  /**
   * The mean of the vectors of a word's tokens, a row a word.
   * @param batch the ids of each word's tokens; all words have the same number of tokens
   */
  encode(batch: readonly (readonly number[])[]): Matrix {
    const length = batch[0]?.length ?? 0;
    let tokens = this.#norm(this.#embed(batch.flat(), length));
    for (const step of this.#layers) tokens = step(tokens, length);
    return means(tokens, length);
  }

  #embed(ids: readonly number[], length: number): Matrix {
    const columns = this.width;
    const values = new Float32Array(ids.length * columns);
    for (const [row, id] of ids.entries()) {
      for (let i = 0; i < columns; i++) {
        const position = this.#positions.values[(row % length) * columns + i] ?? 0;
        const word = this.#words.values[id * columns + i] ?? 0;
        values[row * columns + i] = word + position + (this.#segment.values[i] ?? 0);
      }
    }
    return { rows: ids.length, columns, values };
  }
}

function layer(tensors: Tensors, name: string): (input: Matrix, length: number) => Matrix {
  const query = linear(tensors, `${name}.attention.self.query`);
  const key = linear(tensors, `${name}.attention.self.key`);
  const value = linear(tensors, `${name}.attention.self.value`);
  const attended = linear(tensors, `${name}.attention.output.dense`);
  const attendedNorm = layerNorm(tensors, `${name}.attention.output.LayerNorm`);
  const wide = linear(tensors, `${name}.intermediate.dense`);
  const narrow = linear(tensors, `${name}.output.dense`);
  const narrowNorm = layerNorm(tensors, `${name}.output.LayerNorm`);
  return (input, length) => {
    const rows = panels(input);
    const seen = attended(panels(attend(query(rows), key(rows), value(rows), length)));
    const middle = attendedNorm(addTo(input, seen));
    return narrowNorm(addTo(middle, narrow(panels(gelu(wide(panels(middle)))))));
  };
}

function means({ rows, columns, values }: Matrix, length: number): Matrix {
  const sums = new Float32Array((rows / length) * columns);
  for (let row = 0; row < rows; row++) {
    const word = Math.floor(row / length);
    for (let i = 0; i < columns; i++) {
      sums[word * columns + i] = (sums[word * columns + i] ?? 0) + (values[row * columns + i] ?? 0) / length;
    }
  }
  return { rows: rows / length, columns, values: sums };
}
