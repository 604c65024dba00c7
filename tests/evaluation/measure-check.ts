import { check } from "../../src/answer/check.js";
import { openLibrary } from "../../src/answer/library.js";
import { spelledWords } from "../../src/language/spelling.js";
import { makeStory, type Sentence, type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";
import { share } from "./measures.js";

/** Quotations as long as readers send them, in words. */
const SHORTEST = 4;
const LONGEST = 25;

/** How many quotations are made of one sentence. */
const OF_ONE_SENTENCE = 8;

type Numbers = (below: number) => number;

/**
 * Quotations made of the sentences of some stories by machine: as they stand; with one to four words changed, swapped,
 * dropped or added, at most one in four; and, against a story from which their sentence was taken out, as they stand.
 * @param every takes each sentence of that many
 */
export function measureCheck(name: string, stories: readonly Story[], every = 1): Figures {
  const random = numbers(7);
  const library = openLibrary(stories);
  const vocabulary = stories.flatMap((story) => keysOf(story.body));
  const made = stories
    .flatMap((story) => story.sentences.map((sentence) => ({ story, sentence })))
    .filter((_, i) => i % every === 0)
    .flatMap(({ story, sentence }) => {
      const elsewhere = openLibrary([without(story, sentence)]);
      return Array.from({ length: OF_ONE_SENTENCE }, () => runOf(story, sentence, random))
        .filter((run) => run.length >= SHORTEST)
        .map((run) => ({ run, altered: alteredRun(run, vocabulary, random), elsewhere }));
    });
  const verdict = (own: typeof library, words: readonly string[]) =>
    check(own, { quotation: words.join(" "), claimed: null }).verdict;
  return {
    [`${name}: check: exact found word for word`]: share(
      made,
      ({ run }) => verdict(library, run) === "verbatim",
    ),
    [`${name}: check: altered found`]: share(made, ({ altered }) => verdict(library, altered) === "altered"),
    [`${name}: check: altered passed as word for word`]: share(
      made,
      ({ altered }) => verdict(library, altered) === "verbatim",
    ),
    [`${name}: check: of another sentence called altered`]: share(
      made,
      ({ run, elsewhere }) => verdict(elsewhere, run) === "altered",
    ),
  };
}

/** Share of questions, which paraphrase a story or ask for what it does not say, that are taken for quotations of it. */
export function measureQuestions(
  name: string,
  stories: readonly Story[],
  questions: readonly string[],
): Figures {
  const library = openLibrary(stories);
  const taken = share(questions, (quotation) =>
    ["verbatim", "altered"].includes(check(library, { quotation, claimed: null }).verdict),
  );
  return { [`${name}: check: questions called a quotation`]: taken };
}

function keysOf(text: string): string[] {
  return spelledWords(text).map(({ key }) => key);
}

function without(story: Story, sentence: Sentence): Story {
  const body = story.body.slice(0, sentence.start) + story.body.slice(sentence.end);
  return makeStory(story.id, story.about, body);
}

function runOf(story: Story, sentence: Sentence, random: Numbers): string[] {
  const keys = keysOf(wordsAt(story, sentence));
  const length = Math.min(keys.length, SHORTEST + random(LONGEST - SHORTEST));
  const from = random(keys.length - length + 1);
  return keys.slice(from, from + length);
}

function alteredRun(run: readonly string[], vocabulary: readonly string[], random: Numbers): string[] {
  const times = 1 + random(Math.min(4, Math.floor(run.length / 4)));
  let words = [...run];
  for (let i = 0; i < times; i++) words = alteredOnce(words, vocabulary, random);
  return words;
}

function alteredOnce(words: readonly string[], vocabulary: readonly string[], random: Numbers): string[] {
  const at = 1 + random(words.length - 2);
  const [word = "", next = ""] = [words[at], words[at + 1]];
  const other = vocabulary[random(vocabulary.length)] ?? "";
  const how = random(4);
  if (how === 0) return words.with(at, other);
  if (how === 1) return words.with(at, next).with(at + 1, word);
  return how === 2 && words.length > SHORTEST ? words.toSpliced(at, 1) : words.toSpliced(at, 0, other);
}

/** Whole numbers from 0, the same at each run (a linear congruential generator, the constants of C's standard). */
function numbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * Math.max(1, below));
  };
}
