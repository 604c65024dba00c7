/**
 * Learns the order of sentences and the confidence from the tuning sets beside the project, and writes both: the model
 * that the program uses, learned on all, and the two that evaluation uses, each learned on one half of the documents.
 */
import { writeFileSync } from "node:fs";
import { MARK_INPUTS } from "../../../src/answer/mark.js";
import { isStopWord } from "../../../src/language/terms.js";
import { tokens } from "../../../src/language/tokens.js";
import { CONFIDENCE_INPUTS } from "../../../src/retrieval/confidence.js";
import { PLACES, RANKING_INPUTS } from "../../../src/retrieval/features.js";
import { type ModelWeights, wordVectors } from "../../../src/retrieval/model.js";
import { Network, type NetworkWeights } from "../../../src/retrieval/network.js";
import { KINDS } from "../../../src/retrieval/question.js";
import { tuningSet } from "../../evaluation/tuning-sets.js";
import { type Case, casesOf } from "./cases.js";
import { confidenceExample, markingExample, rankingExample } from "./examples.js";
import { type Example, fitNetwork, type Settings } from "./fit.js";

/** News stories are what the bot is for, and the smaller set: each of their questions counts more. */
const NEWS_WEIGHT = 5;

/** Of the larger set every so manieth question teaches the decision; the others only cost time. */
const DECISION_EVERY = 2;

/** Every so manieth question teaches the decision as bare keywords too: neither set has such questions, readers type them. */
const KEYWORDS_EVERY = 3;

/**
 * How much it counts where a sentence stands: 1 for the tuning sets, whose news questions were written from headlines and
 * highlights and are answered by the opening twice as often as by any other place; readers ask about the whole story.
 * On the development questions the answer is in the first excerpt for .69 of them with 1 and for .81 with 0.
 */
const READERS_PLACES = 0;

const RANKING: Settings = {
  inputs: RANKING_INPUTS,
  directOnly: PLACES.length,
  kinds: KINDS.length,
  hidden: 12,
  starts: 4,
  epochs: 9,
};
const CONFIDENCE: Settings = {
  inputs: CONFIDENCE_INPUTS,
  kinds: KINDS.length,
  hidden: 12,
  starts: 3,
  epochs: 12,
};
const MARKING: Settings = { inputs: MARK_INPUTS, kinds: KINDS.length, hidden: 16, starts: 2, epochs: 16 };

interface Weighted extends Case {
  readonly weight: number;
  /** Whether it also teaches the confidence and the marking, and is put to its story without the answer. */
  readonly teachesDecision: boolean;
  readonly isKeywords: boolean;
}

const cases = (["squad-tuning", "newsqa-tuning"] as const).flatMap((name): Weighted[] => {
  const set = tuningSet(name);
  if (!set) throw new Error(`${name} is not here: there is nothing to learn from`);
  const isNews = name === "newsqa-tuning";
  return casesOf(set, wordVectors()).flatMap((one, i): Weighted[] => {
    const teachesDecision = isNews || i % DECISION_EVERY === 0;
    const whole = { ...one, weight: isNews ? NEWS_WEIGHT : 1, teachesDecision, isKeywords: false };
    if (i % KEYWORDS_EVERY > 0 || !teachesDecision) return [whole];
    return [
      whole,
      { ...whole, question: keywordsOf(one.question), weight: whole.weight / 2, isKeywords: true },
    ];
  });
});
console.log(`${cases.length} questions`);

/** The question as somebody types it who is in a hurry: its words that tell something, in small letters. */
function keywordsOf(question: string): string {
  return tokens(question)
    .filter(({ text }) => !isStopWord(text))
    .map(({ text }) => text.toLowerCase())
    .join(" ");
}

const ranking = cases.flatMap((one) => {
  const example = one.isKeywords ? undefined : rankingExample(one, one.own, one.weight);
  return example ? [{ example, fold: one.fold }] : [];
});
console.log(`${ranking.length} with the answer among the candidates`);
const halves = ([0, 1] as const).map((fold) => {
  const weights = fitNetwork(of(ranking, fold), RANKING);
  console.log(`order learned on half ${fold}`);
  return weights;
});

// Each question is judged by the order that was learned without its document.
const deciding = cases.filter(({ teachesDecision }) => teachesDecision);
const confidence = deciding.flatMap((one) => confidenceExamples(one, networkWithout(one.fold)));
console.log(`${confidence.length} examples for the confidence`);
const marking = deciding.flatMap((one) => {
  const example = markingExample(one, one.own, networkWithout(one.fold), one.weight);
  return example ? [{ example, fold: one.fold }] : [];
});
console.log(`${marking.length} examples for the words that answer`);

const models = ([0, 1] as const).map((fold): ModelWeights => {
  const own = halves[fold];
  if (!own) throw new Error("a half is missing");
  return {
    origin: originOf(`documents ${fold === 0 ? "0, 2, 4 …" : "1, 3, 5 …"} of each`),
    ranking: own,
    confidence: fitNetwork(of(confidence, fold), CONFIDENCE),
    marking: fitNetwork(of(marking, fold), MARKING),
  };
});
writeFileSync("tests/learning/ranking/halves.json", `${JSON.stringify(models)}\n`);
const all: ModelWeights = {
  origin: originOf("all documents"),
  ranking: forReaders(
    fitNetwork(
      ranking.map(({ example }) => example),
      RANKING,
    ),
  ),
  confidence: fitNetwork(
    confidence.map(({ example }) => example),
    CONFIDENCE,
  ),
  marking: fitNetwork(
    marking.map(({ example }) => example),
    MARKING,
  ),
};
writeFileSync("data/ranking.json", `${JSON.stringify(all)}\n`);

function of(examples: readonly { example: Example; fold: number }[], fold: number): Example[] {
  return examples.filter((one) => one.fold === fold).map(({ example }) => example);
}

/** The same order with as much weight on where a sentence stands as suits readers. */
function forReaders(weights: NetworkWeights): NetworkWeights {
  const from = weights.inputs.length - PLACES.length;
  const direct = weights.direct.map((value, i) =>
    i >= from && i < weights.inputs.length ? value * READERS_PLACES : value,
  );
  return { ...weights, direct };
}

function networkWithout(fold: 0 | 1): Network {
  const weights: NetworkWeights | undefined = halves[1 - fold];
  if (!weights) throw new Error("a half is missing");
  return new Network(weights, RANKING_INPUTS);
}

function confidenceExamples(one: Weighted, network: Network): { example: Example; fold: number }[] {
  const put = (index: Case["own"], yes: boolean) => {
    const example = confidenceExample(one.question, index, network, yes, one.weight);
    return example ? [{ example, fold: one.fold }] : [];
  };
  return [...put(one.own, true), ...put(one.wrong, false), ...put(one.near(), false)];
}

function originOf(part: string): string {
  return (
    `Learned by npm run learn:ranking from SQuAD 1.1 (a part of its training set, CC BY-SA 4.0) and NewsQA (a part of the MRQA 2019 ` +
    `development set), ${part}. Numbers only; no text of either is in here.`
  );
}
