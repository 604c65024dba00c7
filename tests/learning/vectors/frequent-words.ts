import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Matrix } from "./matrix.js";

/** Other rows ("u.s.", "2,000", "façade") are left out: readers' words are folded to plain letters before a look-up. */
const PLAIN_WORD = /^[a-z]+$/i;

const fileSchema = z.object({
  dimensions: z.int().positive(),
  vectors: z.record(z.string(), z.unknown()),
});

export interface FrequentWords {
  /** The most frequent first. */
  readonly words: readonly string[];
  /** A row a word, of any length. */
  readonly vectors: Matrix;
}

/**
 * The most frequent plain words of an embeddings file of winkNLP and their vectors: the first `dimensions` numbers of
 * a word's row there, behind which stand others.
 * @throws ZodError where the file is of another form
 */
export function readFrequentWords(path: string, count: number): FrequentWords {
  const file = fileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const words = Object.keys(file.vectors)
    .filter((word) => PLAIN_WORD.test(word))
    .slice(0, count);
  const row = z.array(z.number()).min(file.dimensions);
  const values = new Float32Array(words.length * file.dimensions);
  for (const [i, word] of words.entries()) {
    values.set(row.parse(file.vectors[word]).slice(0, file.dimensions), i * file.dimensions);
  }
  return { words, vectors: { rows: words.length, columns: file.dimensions, values } };
}
