import { readFileSync } from "node:fs";
import { z } from "zod";
import { markedWords } from "../../src/answer/mark.js";
import { overlaps } from "../../src/language/span.js";
import type { Index } from "../../src/retrieval/index.js";
import { type Model, modelOf, modelSchema } from "../../src/retrieval/model.js";
import { type QuestionKind, readQuestion } from "../../src/retrieval/question.js";
import { searchIndex } from "../../src/retrieval/search.js";
import { wordsAt } from "../../src/story/story.js";
import { type Case, casesOf } from "../learning/ranking/cases.js";
import type { Figures } from "./figures.js";
import { auroc, share } from "./measures.js";
import type { TuningSet } from "./tuning-sets.js";

const HALVES = new URL("../../../tests/learning/ranking/halves.json", import.meta.url);

/** Kinds of question to which a name, a date, a place or a number is the answer. */
const QUICK: ReadonlySet<QuestionKind> = new Set(["who", "when", "where", "how many"]);

/** Of the larger set every so manieth question is put to its story without the answer. */
const NEAR_EVERY = { "squad-tuning": 4, "newsqa-tuning": 1 };

/**
 * Cross-fit: each document's questions are put to the model that was learned on the other half of the documents.
 * "Within story": one story's sentences, a hit is the sentence in which the gold span begins.
 */
export function measureTuning(set: TuningSet): { figures: Figures; failures: string[] } {
  const { name } = set;
  const halves = z
    .array(modelSchema)
    .parse(JSON.parse(readFileSync(HALVES, "utf8")))
    .map(modelOf);
  const cases = casesOf(set, halves[0]?.vectors ?? fail());
  const modelFor = (one: Case): Model => halves[1 - one.fold] ?? fail();
  const put = (one: Case, index: Index) => searchIndex(index, modelFor(one), one.question);
  const asked = cases.map((one) => {
    const { hits, confidence, shared } = put(one, one.own);
    const best = hits[0]?.passage;
    return {
      gold: one,
      best: hits.slice(0, 3).map(({ passage }) => passage.sentence),
      confidence,
      mark: best ? markedWords(best, shared, modelFor(one)) : null,
    };
  });
  type Asked = (typeof asked)[number];
  const wrong = cases.map((one) => put(one, one.wrong).confidence);
  const near = cases
    .filter((_, i) => i % NEAR_EVERY[name] === 0)
    .map((one) => put(one, one.near()).confidence);
  const own = asked.map(({ confidence }) => confidence);
  const hit = (one: Asked, among: number) =>
    one.best
      .slice(0, among)
      .some((sentence) => one.gold.gold.some(({ start }) => sentence.start <= start && start < sentence.end));
  const mark = (one: Asked) => one.mark;
  const marked = asked.filter((one) => mark(one) !== null);
  const quick = asked.filter(({ gold }) => QUICK.has(readQuestion(gold.question).kind));
  const figures = {
    [`${name}: within-story top-1`]: share(asked, (one) => hit(one, 1)),
    [`${name}: within-story top-3`]: share(asked, (one) => hit(one, 3)),
    [`${name}: wrong-story AUROC`]: auroc(own, wrong),
    [`${name}: near-negative AUROC`]: auroc(own, near),
    [`${name}: of what is marked, overlaps the gold`]: share(marked, (one) => {
      const words = mark(one);
      return words !== null && one.gold.gold.some((span) => overlaps(span, words));
    }),
    [`${name}: of who, when, where, how many, marked`]: share(quick, (one) => mark(one) !== null),
  };
  const failures = asked
    .filter((one) => !hit(one, 1))
    .map(({ gold, best }) => describe(gold, best[0] && wordsAt(gold.story, best[0])));
  return { figures, failures };
}

function fail(): never {
  throw new Error("the two halves are not there: npm run learn:ranking");
}

function describe({ question, story, gold }: Case, found: string | undefined): string {
  const answers = gold.map((span) => wordsAt(story, span).trim());
  const start = gold[0]?.start ?? -1;
  const sentence = story.sentences.find((one) => one.start <= start && start < one.end);
  return [
    `${question}   (${story.id}, ${readQuestion(question).kind})`,
    `  found: ${found ?? "nothing"}`,
    `  gold: ${answers.join(" | ")} in: ${sentence ? wordsAt(story, sentence) : "no sentence"}`,
  ].join("\n");
}
