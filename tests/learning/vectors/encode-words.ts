import type { Encoder } from "./encoder.js";
import { type Matrix, stretch } from "./matrix.js";
import type { WordPieces } from "./word-pieces.js";

/** Tokens that go through the encoder at once; from 24 to 768 it makes no difference to the time. */
const TOKENS_AT_ONCE = 192;

/**
 * Each word alone through the encoder: a row of length 1 for each.
 * @param progress is told after each batch how many words are done
 */
export function encodeWords(
  words: readonly string[],
  pieces: WordPieces,
  encoder: Encoder,
  progress: (done: number) => void,
): Matrix {
  const columns = encoder.width;
  const result = { rows: words.length, columns, values: new Float32Array(words.length * columns) };
  let done = 0;
  for (const batch of batches(words.map((word) => pieces.encode(word)))) {
    const { values } = encoder.encode(batch.map(({ ids }) => ids));
    for (const [i, { row }] of batch.entries()) {
      result.values.set(values.subarray(i * columns, (i + 1) * columns), row * columns);
    }
    done += batch.length;
    progress(done);
  }
  stretch(result, 1);
  return result;
}

interface Encoded {
  readonly row: number;
  readonly ids: readonly number[];
}

/** Words of the same number of tokens together, so that none has to be filled up. */
function batches(words: readonly (readonly number[])[]): Encoded[][] {
  const all: Encoded[][] = [];
  const open = new Map<number, Encoded[]>();
  for (const [row, ids] of words.entries()) {
    let batch = open.get(ids.length);
    if (!batch || (batch.length + 1) * ids.length > TOKENS_AT_ONCE) {
      batch = [];
      all.push(batch);
      open.set(ids.length, batch);
    }
    batch.push({ row, ids });
  }
  return all;
}
