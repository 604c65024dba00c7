/**
 * Speed and memory, side by side with plain MiniSearch over the same sentences and terms, in one run and in turns, so
 * that a machine that is slow for a moment is slow for both.
 */
import { execFileSync } from "node:child_process";
import MiniSearch from "minisearch";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { statementsOf } from "../../src/attribution/statements.js";
import { terms } from "../../src/language/terms.js";
import { readCorpus } from "../../src/story/corpus.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import { readerQuestions } from "../evaluation/reader-questions.js";
import { generatedStories } from "./generated-corpus.js";
import { measureLoad } from "./load.js";
import { measureReload, measureReloads } from "./reload.js";

/** Times that each question is asked; the first round warms up and is not counted. */
const ROUNDS = 6;

const { stories } = await readCorpus("corpus");
const { answerable, unanswerable } = readerQuestions("development", stories);
const questions = [...answerable, ...unanswerable].map(({ question }) => question);

compare("the stories of the corpus", stories);
compare("10,000 generated sentences", generatedStories(stories, 10_000));
analyse(stories);
await measureReload(stories, 100_000);
await measureReloads(stories);
const wrong = await measureLoad(questions, stories);
console.log(
  `start to first answer, built tree: ${median(Array.from({ length: 5 }, startToAnswer)).toFixed(0)} ms (median of 5)`,
);
for (const one of wrong) console.error(one);
if (wrong.length > 0) process.exitCode = 1;

function compare(name: string, among: readonly Story[]): void {
  const before = heap();
  const began = performance.now();
  const library = openLibrary(among);
  const built = performance.now() - began;
  const size = heap() - before;
  const plain = plainSearch(among);
  const times = { ask: [] as number[], plain: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const ours = timed(() => ask(library, question, { limit: 3 }));
      const theirs = timed(() => plain.search(question));
      if (round === 0) continue;
      times.ask.push(ours);
      times.plain.push(theirs);
    }
  }
  const [ours, theirs] = [median(times.ask), median(times.plain)];
  const sentences = among.reduce((sum, story) => sum + story.sentences.length, 0);
  console.log(`${name}: ${among.length} stories, ${sentences} sentences, ${questions.length} questions`);
  console.log(
    `  ask            median ${ours.toFixed(3)} ms, 99% within ${quantile(times.ask, 0.99).toFixed(3)} ms`,
  );
  console.log(
    `  plain MiniSearch  median ${theirs.toFixed(3)} ms; ask takes ${(ours / theirs).toFixed(1)} times as long`,
  );
  console.log(
    `  library (index and statements): made in ${built.toFixed(0)} ms, ${(size / 2 ** 20).toFixed(1)} MB`,
  );
}

/** Who says what in a story, as it is found when the library opens; warmed up first. */
function analyse(among: readonly Story[]): void {
  for (let round = 0; round < ROUNDS; round++) for (const story of among) statementsOf({ ...story });
  for (const story of among) {
    const times = Array.from({ length: 20 }, () => timed(() => statementsOf({ ...story })));
    console.log(`attribution of ${story.sentences.length} sentences: median ${median(times).toFixed(1)} ms`);
  }
}

function plainSearch(among: readonly Story[]): MiniSearch {
  const search = new MiniSearch({ fields: ["text"], tokenize: terms, processTerm: (term) => term });
  const all = among.flatMap((story) => story.sentences.map((sentence) => wordsAt(story, sentence)));
  search.addAll(all.map((text, id) => ({ id, text })));
  return search;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** A whole process, from its start to its end. */
function startToAnswer(): number {
  return timed(() => execFileSync(process.execPath, ["dist/main.js", "ask", "--json", "Who was arrested?"]));
}

function heap(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
