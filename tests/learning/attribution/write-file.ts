import { mkdirSync, writeFileSync } from "node:fs";
import { packedRates } from "./cue-rates.js";
import type { learn } from "./learn.js";
import { packed } from "./pack.js";

const FILE = "data/attribution-weights.bin";

const ORIGIN =
  "Learned by `npm run learn:attribution` from the 840 training articles of PolNeAR (Newell, Margolin and Ruths, 2018: " +
  "political news with each attribution's source, cue and content marked). Holds numbers, hashes of features and, in " +
  "cueRates, single words with how often they are part of a cue; no text of the articles.";

/** Writes what was learned for `src/attribution/weights-file.ts` to read; returns a line that says where and how much. */
export function writeFile({ tagger, linker, statement, source, counts }: ReturnType<typeof learn>): string {
  const file = packed(ORIGIN, { cueRates: packedRates(counts.total), tagger, linker, statement, source });
  mkdirSync("data", { recursive: true });
  writeFileSync(FILE, file);
  return `${FILE}: ${(file.length / 2 ** 20).toFixed(2)} MB`;
}
