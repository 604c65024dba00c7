/**
 * What each ingredient of the order is worth by itself: the order is learned again without it, on one half of the
 * documents and measured on the other, and the difference in top-1 printed with its 95% interval (bootstrap over
 * documents). A smaller network and every fourth question of the larger set keep it under ten minutes.
 */
import { PLACES, PROPERTIES, RANKING_INPUTS } from "../../../src/retrieval/features.js";
import { wordVectors } from "../../../src/retrieval/model.js";
import { Network } from "../../../src/retrieval/network.js";
import { KINDS } from "../../../src/retrieval/question.js";
import { randomFrom } from "../../bench/generated-corpus.js";
import { tuningSet } from "../../evaluation/tuning-sets.js";
import { casesOf } from "./cases.js";
import { type RankingExample, rankingExample } from "./examples.js";
import { type Example, fitNetwork, type Settings } from "./fit.js";

const INPUTS = RANKING_INPUTS;
const SETTINGS: Settings = {
  inputs: INPUTS,
  directOnly: PLACES.length,
  kinds: KINDS.length,
  hidden: 16,
  starts: 1,
  epochs: 6,
};
const NEWS_WEIGHT = 5;
const EVERY = 4;
const SAMPLES = 1000;

const INGREDIENTS: Readonly<Record<string, readonly string[]>> = {
  "word vectors": [
    "meaning",
    "squared meaning",
    "meaning of all",
    "window meaning",
    "rarest",
    "first word",
    "last word",
    "least found",
    "other words",
    "new meaning",
    "meaning, of the best",
    "window meaning, of the best",
    "meaning of all, of the best",
    "rank of meaning",
    "missing",
    "missing name",
  ],
  "neighbouring sentences": ["before", "after", "window meaning", "window meaning, of the best"],
  pronouns: ["before, leaning back", "after leaning back", "leans back"],
  paragraph: ["paragraph"],
  "position in the story": PLACES,
  "order and closeness": ["pairs", "order", "close together", "dense"],
  "MiniSearch's score": ["search", "search, absolute"],
  "wanted expressions": ["wanted", "wanted, near", "wanted in next", "counted"],
  "what the sentence has": [...PROPERTIES, "new names", "has expressions", "speaker"],
  "beside the best": INPUTS.filter((name) => name.includes("of the best") || name === "rank of meaning"),
  names: ["names", "new names", "name", "speaker", ...INPUTS.filter((name) => name.includes("new name"))],
  "what is missing": ["least found", "missing", "missing name"],
};

interface Measured {
  readonly set: string;
  readonly document: string;
  readonly example: RankingExample;
  readonly fold: 0 | 1;
}

const measured = (["squad-tuning", "newsqa-tuning"] as const).flatMap((name): Measured[] => {
  const set = tuningSet(name);
  if (!set) throw new Error(`${name} is not here: there is nothing to measure on`);
  const isNews = name === "newsqa-tuning";
  return casesOf(set, wordVectors()).flatMap((one, i) => {
    if (!isNews && i % EVERY > 0) return [];
    const example = rankingExample(one, one.own, isNews ? NEWS_WEIGHT : 1);
    return example ? [{ set: name, document: one.story.id, example, fold: one.fold }] : [];
  });
});

const whole = hits([]);
print("all", whole, whole);
for (const [name, without] of Object.entries(INGREDIENTS)) print(`without ${name}`, hits(without), whole);
const simple = INPUTS.filter((_, i) => i < INPUTS.indexOf("before") && INPUTS[i] !== "meaning of all");
print("without hidden units", hits([], { ...SETTINGS, hidden: 0 }), whole);
print("words alone", hits(INPUTS.filter((name) => !simple.includes(name))), whole);

/** For each question whether the right sentence came first, learned without some inputs. */
function hits(without: readonly string[], settings = SETTINGS): boolean[] {
  const dropped = new Set(without);
  const masked = measured.map((one) => ({ ...one, example: withoutInputs(one.example, dropped) }));
  const networks = ([0, 1] as const).map(
    (fold) =>
      new Network(
        fitNetwork(
          masked.filter((one) => one.fold !== fold).map(({ example }) => example),
          settings,
        ),
        INPUTS,
      ),
  );
  return masked.map(({ example, fold }) => {
    const n = INPUTS.length;
    const scores = Array.from(
      { length: example.count },
      (_, r) => networks[fold]?.score(example.rows.subarray(r * n, (r + 1) * n), example.kind) ?? 0,
    );
    return example.right.includes(scores.indexOf(Math.max(...scores)));
  });
}

function withoutInputs<T extends Example>(example: T, dropped: ReadonlySet<string>): T {
  const n = INPUTS.length;
  return { ...example, rows: example.rows.map((value, i) => (dropped.has(INPUTS[i % n] ?? "") ? 0 : value)) };
}

function print(name: string, now: readonly boolean[], before: readonly boolean[]): void {
  const cells = ["squad-tuning", "newsqa-tuning"].map((set) => {
    const rows = measured.flatMap((one, i) =>
      one.set === set
        ? [{ document: one.document, now: now[i] ? 1 : 0, change: (now[i] ? 1 : 0) - (before[i] ? 1 : 0) }]
        : [],
    );
    const top = rows.reduce((sum, row) => sum + row.now, 0) / rows.length;
    const [low, high] = interval(rows);
    return `${top.toFixed(3)} [${low.toFixed(3)} ${high.toFixed(3)}]`;
  });
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

function interval(rows: readonly { document: string; change: number }[]): readonly [number, number] {
  const documents = new Map<string, { document: string; change: number }[]>();
  for (const row of rows) documents.set(row.document, [...(documents.get(row.document) ?? []), row]);
  const all = [...documents.values()];
  const random = randomFrom(1);
  const means = Array.from({ length: SAMPLES }, () => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < all.length; i++) {
      const drawn = all[Math.floor(random() * all.length)] ?? [];
      count += drawn.length;
      for (const { change } of drawn) sum += change;
    }
    return sum / count;
  }).sort((a, b) => a - b);
  return [means[Math.floor(SAMPLES * 0.025)] ?? 0, means[Math.floor(SAMPLES * 0.975)] ?? 0];
}
