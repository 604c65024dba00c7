import { voiceOf } from "../attribution/voice.js";
import { buildIndex, type Index } from "../retrieval/index.js";
import { type Hit, searchIndex } from "../retrieval/search.js";
import { type Story, wordsAt } from "../story/story.js";
import type { Answer, Excerpt } from "./answer.js";
import { excerptAround } from "./excerpt.js";
import { isSmallTalk } from "./small-talk.js";

/** From this length on, in UTF-16 code units, a message is no question that a story could answer. */
const QUESTION_LIMIT = 10_000;

/** The confidence from which the story is said to answer. */
const ANSWER_FROM = 0.4;

/** Everything that is needed to answer questions on some stories; made once, never changed. */
export interface Library {
  readonly stories: readonly Story[];
  readonly index: Index;
}

export function openLibrary(stories: readonly Story[]): Library {
  return { stories, index: buildIndex(stories) };
}

export interface AskOptions {
  /** How many excerpts at most. */
  readonly limit: number;
  /** Keeps the search to the story of this id. */
  readonly story?: string;
}

/** Answers a question in the stories' own words. Same library and question, same answer; never throws for a question. */
export function ask(library: Library, question: string, { limit, story }: AskOptions): Answer {
  if (question.length >= QUESTION_LIMIT || isSmallTalk(question)) {
    return { kind: "small-talk", confidence: 0, excerpts: [] };
  }
  const { hits, confidence } = searchIndex(library.index, question, limit, story);
  const kind = confidence >= ANSWER_FROM ? "answered" : "declined";
  return { kind, confidence, excerpts: hits.map(excerptOf) };
}

function excerptOf({ found, score }: Hit): Excerpt {
  const { story, sentence } = found;
  return {
    story,
    paragraph: sentence.paragraph,
    span: excerptAround(story, sentence),
    sentence,
    answer: null,
    score,
    ...voiceOf(wordsAt(story, sentence)),
  };
}
