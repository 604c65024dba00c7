import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { WordVectors } from "../language/vectors.js";
import { CONFIDENCE_INPUTS } from "./confidence.js";
import { RANKING_INPUTS } from "./features.js";
import { Network, networkSchema } from "./network.js";

/** All that was learned for finding sentences. */
export interface Model {
  readonly vectors: WordVectors;
  /** Orders the sentences. */
  readonly ranking: Network;
  /** Says whether there is an answer among them. */
  readonly confidence: Network;
  /** Says of words in a sentence whether they are the answer. */
  readonly marking: Network;
}

export const modelSchema = z.strictObject({
  /** What it was learned from, and by which script. */
  origin: z.string(),
  ranking: networkSchema,
  confidence: networkSchema,
  marking: networkSchema,
});

export type ModelWeights = z.infer<typeof modelSchema>;

const dataFile = createRequire(import.meta.url).resolve;

/** The committed model; both files are read at the first call. */
export function learnedModel(): Model {
  model ??= modelOf(modelSchema.parse(JSON.parse(readFileSync(dataFile("#ranking"), "utf8"))));
  return model;
}

let model: Model | undefined;

export function modelOf({ ranking, confidence, marking }: ModelWeights): Model {
  return {
    vectors: wordVectors(),
    ranking: new Network(ranking, RANKING_INPUTS),
    confidence: new Network(confidence, CONFIDENCE_INPUTS),
    marking: new Network(marking, marking.inputs),
  };
}

const headSchema = z.object({ dimensions: z.number(), words: z.number() });

let vectors: WordVectors | undefined;

/** The table of word vectors: a line of JSON, a line with the words, then a row of signed bytes for each. */
export function wordVectors(): WordVectors {
  if (vectors) return vectors;
  const file = readFileSync(dataFile("#word-vectors"));
  const headEnd = file.indexOf(10);
  const wordsEnd = file.indexOf(10, headEnd + 1);
  const { dimensions } = headSchema.parse(JSON.parse(file.toString("utf8", 0, headEnd)));
  const words = file.toString("utf8", headEnd + 1, wordsEnd).split(" ");
  const values = new Int8Array(file.buffer, file.byteOffset + wordsEnd + 1, words.length * dimensions);
  vectors = new WordVectors(words, values, dimensions);
  return vectors;
}
