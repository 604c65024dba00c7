import type { WordVectors } from "../../../src/language/vectors.js";
import { buildIndex, type Index, indexOfPart } from "../../../src/retrieval/index.js";
import { type Story, wordsAt } from "../../../src/story/story.js";
import type { GoldQuestion, TuningSet } from "../../evaluation/tuning-sets.js";

/** A question of a tuning set with what it is put to. */
export interface Case extends GoldQuestion {
  /** Which half its document belongs to: what is learned on one is measured on the other. */
  readonly fold: 0 | 1;
  /** The story that it is about. */
  readonly own: Index;
  /** A story that it is not about, always the same one. */
  readonly wrong: Index;
  /** Its own story without the sentences that answer; made when asked for. */
  readonly near: () => Index;
}

export function casesOf({ stories, questions }: TuningSet, vectors: WordVectors): Case[] {
  const indexes = new Map(stories.map((story) => [story, buildIndex([story], vectors)]));
  const indexFor = (story: Story | undefined): Index => {
    const index = story && indexes.get(story);
    if (!index) throw new Error("a question on a story that is not in the set");
    return index;
  };
  const half = Math.floor(stories.length / 2);
  return questions.map((asked) => {
    const number = stories.indexOf(asked.story);
    const own = indexFor(asked.story);
    return {
      ...asked,
      fold: number % 2 === 0 ? 0 : 1,
      own,
      wrong: indexFor(stories[(number + half) % stories.length]),
      near: () => withoutAnswer(own, asked, vectors),
    };
  });
}

/** Without the sentence of the gold span and all others that hold the same words. */
function withoutAnswer(own: Index, { story, gold }: GoldQuestion, vectors: WordVectors): Index {
  const answers = gold
    .map((span) => wordsAt(story, span).trim().toLowerCase())
    .filter((words) => words !== "");
  const left = own.passagesOf(story).filter(({ sentence }) => {
    const text = wordsAt(story, sentence).toLowerCase();
    const isGold = gold.some(({ start, end }) => sentence.start < end && start < sentence.end);
    return !isGold && !answers.some((words) => text.includes(words));
  });
  return indexOfPart(story, left, vectors);
}
