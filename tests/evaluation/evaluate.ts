/**
 * Quality, measured: the project's own reader questions, and the tuning sets where they lie beside the project.
 * Prints every figure, compares it with the committed one, and fails where they differ.
 *   --update        writes the figures that were measured
 *   --failures N    prints up to N questions of each set that went wrong
 */
import { parseArgs } from "node:util";
import { readCorpus } from "../../src/story/corpus.js";
import { articles } from "../learning/attribution/articles.js";
import { compareFigures, type Figures, writeFigures } from "./figures.js";
import { measureAttribution } from "./measure-attribution.js";
import { measureCheck, measureQuestions } from "./measure-check.js";
import { measureDates } from "./measure-dates.js";
import { measurePeople } from "./measure-people.js";
import { measureReaders } from "./measure-readers.js";
import { measureStatements } from "./measure-statements.js";
import { measureTuning } from "./measure-tuning.js";
import { readerQuestions } from "./reader-questions.js";
import { tuningSet } from "./tuning-sets.js";

const { values } = parseArgs({ options: { update: { type: "boolean" }, failures: { type: "string" } } });
const shown = Number(values.failures ?? 0);

const { stories, faults } = await readCorpus("corpus");
if (faults.length > 0) throw new Error("the corpus has faults; run `verify`");

/** Of the tuning set's sentences, quotations are made of each of that many: all of them would take minutes. */
const EVERY = 199;

const measured: Figures = {};
const skipped: string[] = [];
for (const name of ["development", "held-out"] as const) {
  const asked = readerQuestions(name, stories);
  const { figures, failures } = measureReaders(asked, stories);
  const questions = [...asked.answerable, ...asked.unanswerable].map(({ question }) => question);
  Object.assign(measured, figures, measureQuestions(name, stories, questions));
  // The held-out questions are for figures only: who reads their failures tunes to them.
  if (name === "development") for (const failure of failures.slice(0, shown)) console.log(`${failure}\n`);
}
Object.assign(measured, measureCheck("first story", stories));
const dates = measureDates(stories);
Object.assign(measured, dates.figures);
for (const failure of dates.failures.slice(0, shown)) console.log(`${failure}\n`);
for (const name of ["squad-tuning", "newsqa-tuning"] as const) {
  const set = tuningSet(name);
  if (!set) {
    skipped.push(name);
    continue;
  }
  const { figures, failures } = measureTuning(set);
  Object.assign(measured, figures);
  if (name === "newsqa-tuning") Object.assign(measured, measureCheck(name, set.stories, EVERY));
  for (const failure of failures.slice(0, shown)) console.log(`${failure}\n`);
}

for (const story of stories) {
  const [statements, people] = [measureStatements(story), measurePeople(story)];
  Object.assign(measured, statements.figures, people.figures);
  const failures = [...statements.failures, ...people.failures];
  for (const failure of failures.slice(0, shown)) console.log(`${failure}\n`);
}
const marked = articles("attribution-dev");
if (marked) {
  const { figures, failures } = measureAttribution("attribution-dev", marked);
  Object.assign(measured, figures);
  for (const failure of failures.slice(0, shown)) console.log(`${failure}\n`);
} else {
  skipped.push("attribution-dev");
}

const differences = compareFigures(measured, skipped);
if (values.update) writeFigures(measured, skipped);
else if (differences > 0) {
  console.log(
    `${differences} figures differ from the committed ones; if that is meant: npm run evaluate -- --update`,
  );
  process.exitCode = 1;
}
