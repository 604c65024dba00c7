/**
 * Learns the weights of the attribution engine and writes `data/attribution-weights.bin`. Same articles, same file.
 *   --articles N    learns from the first N only, for trying things out
 */
import { parseArgs } from "node:util";
import { articles } from "./articles.js";
import { learn } from "./learn.js";
import { writeFile } from "./write-file.js";

const { values } = parseArgs({ options: { articles: { type: "string" } } });
const all = articles("attribution-train");
if (!all) {
  console.log("nothing learned: ../shared/tuning/attribution-train.json is not there");
} else {
  const began = performance.now();
  const log = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`);
  log(writeFile(learn(all.slice(0, Number(values.articles ?? all.length)), log)));
}
