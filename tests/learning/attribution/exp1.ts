import { bestTags } from "../../../src/attribution/chain.js";
import { chainOf } from "../../../src/attribution/linear-model.js";
import { tagFeatures } from "../../../src/attribution/tag-features.js";
import { articles } from "./articles.js";
import { learnCrf } from "./crf.js";
import { countCues, ratesWithout } from "./cue-rates.js";
import { goldTags, paragraphsOf, tagSequence } from "./first-stage.js";

const n = Number(process.argv[2] ?? 300),
  epochs = Number(process.argv[3] ?? 8),
  rate = Number(process.argv[4] ?? 0.01),
  kept = Number(process.argv[5] ?? 1500000),
  seen = Number(process.argv[6] ?? 3);
const all = articles("attribution-train") ?? [];
const test = all.filter((_, i) => i % 8 === 0);
const dev = articles("attribution-dev") ?? [];
const train = all.filter((_, i) => i % 8 !== 0).slice(0, n);
const t = performance.now();
const { total, each } = countCues(train);
const trainSeqs = train.flatMap((a) => paragraphsOf(a, ratesWithout(total, each.get(a.id))).map(tagSequence));
const spansOf = (tags: Uint8Array) => {
  const out: string[] = [];
  let i = 0;
  while (i < tags.length) {
    const b = tags[i] ?? 0;
    if (b === 0) {
      i++;
      continue;
    }
    const kind = b % 2 === 1 ? b : b - 1;
    let j = i + 1;
    while (tags[j] === kind + 1) j++;
    out.push(`${kind}:${i}:${j}`);
    i = j;
  }
  return out;
};
const model = learnCrf(trainSeqs, { tags: 7, epochs, rate, seen, kept, seed: 1 });
for (const [name, set] of [
  ["hold", test],
  ["dev", dev],
] as const) {
  const c: Record<number, [number, number, number]> = { 1: [0, 0, 0], 3: [0, 0, 0], 5: [0, 0, 0] };
  for (const p of set.flatMap((a) => paragraphsOf(a, ratesWithout(total, undefined)))) {
    const chain = chainOf(model, p.passage, { start: 0, end: p.passage.places.length }, (emit) =>
      tagFeatures(p.passage, emit),
    );
    const bonus = new Float64Array(7).fill(0.5, 1);
    const got = spansOf(bestTags(chain, bonus)),
      gold = new Set(spansOf(goldTags(p)));
    for (const k of [1, 3, 5]) {
      const r = c[k];
      if (!r) continue;
      const g = got.filter((s) => s.startsWith(`${k}:`));
      r[0] += g.length;
      r[1] += [...gold].filter((s) => s.startsWith(`${k}:`)).length;
      r[2] += g.filter((s) => gold.has(s)).length;
    }
  }
  console.log(
    name,
    Object.values(c)
      .map(
        ([g, o, h]) =>
          `${((200 * h) / (g + o)).toFixed(1)} (P${((100 * h) / g).toFixed(0)} R${((100 * h) / o).toFixed(0)})`,
      )
      .join("  "),
  );
}
console.log(
  process.argv.slice(2).join(" "),
  ((performance.now() - t) / 1000).toFixed(0),
  "s rows",
  model.weights.length / 7,
);
