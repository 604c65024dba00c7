import { makeStory, type Story } from "../../src/story/story.js";

/** Sentences of one generated story; about as long as a news story. */
const SENTENCES_PER_STORY = 30;

/** Words of one generated sentence, at least and at most. */
const WORDS = { least: 12, most: 32 };

/** Distinct words of the generated language besides the words of the real stories. */
const VOCABULARY = 20_000;

/**
 * Stories of generated sentences whose word frequencies fall off as in real text (Zipf): a few words in every second
 * sentence, most in one or two. Real words come first, so that real questions find something everywhere.
 * @param seed the same seed gives the same stories
 */
export function generatedStories(real: readonly Story[], sentences: number, seed = 1): Story[] {
  const random = randomFrom(seed);
  const realWords = [...new Set(real.flatMap(({ body }) => body.match(/\p{L}{3,}/gu) ?? []))];
  const words = [...realWords, ...Array.from({ length: VOCABULARY }, () => madeUpWord(random))];
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? "the";
  const sentence = () => {
    const count = WORDS.least + Math.floor(random() * (WORDS.most - WORDS.least));
    return `The ${Array.from({ length: count }, word).join(" ")}.`;
  };
  return Array.from({ length: Math.ceil(sentences / SENTENCES_PER_STORY) }, (_, i) => {
    const body = Array.from({ length: SENTENCES_PER_STORY }, sentence).join("\n");
    return makeStory(`generated-${i}`, { publisher: "Generated", language: "en" }, body);
  });
}

function madeUpWord(random: () => number): string {
  const syllables = 2 + Math.floor(random() * 3);
  const one = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  return Array.from({ length: syllables }, () => one("bcdfghjklmnprstvz") + one("aeiou") + one("nrlst")).join(
    "",
  );
}

/** Mulberry32: small, and good enough to mix words. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
