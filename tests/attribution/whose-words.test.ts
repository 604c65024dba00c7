import { describe, expect, it } from "vitest";
import { whoseWords } from "../../src/attribution/whose-words.js";
import { readCorpus } from "../../src/story/corpus.js";
import type { Story } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const harbour = madeStory([
  "The bridge has not been reopened, but port officials said the ferries would run on Sunday.",
  "While the council has condemned the strike, it has stopped short of fines, Jane Roe said.",
  "The mayor called the new quay “a gift to the whole coast” before the crowd left for lunch.",
  "The harbour board said on Tuesday that the cranes were old and had never been checked.",
  "According to Wu Min, the crew slept on the deck for three nights.",
  "The ship reportedly sank near the old lighthouse, and the owner said he would raise it.",
  "“We will stay until spring,” said John Doe. “Nobody has asked us to leave the port.”",
]);
const [first] = (await readCorpus("corpus")).stories;

function voiceOf(story: Story | undefined, words: string): string {
  const start = story?.body.indexOf(words) ?? -1;
  if (!story || start < 0) throw new Error(`the story does not say "${words}"`);
  const { voice, speaker } = whoseWords(story, [{ start, end: start + words.length }]);
  return speaker?.name ?? voice;
}

describe("a part of a sentence is that one's who says the part", () => {
  it.each([
    ["The bridge has not been reopened", "publisher"],
    ["the ferries would run on Sunday", "port officials"],
    ["port officials said the ferries would run on Sunday", "port officials"],
    ["The bridge has not been reopened, but port officials said the ferries would run", "unattributed"],
    ["a gift to the whole coast", "The mayor"],
    ["before the crowd left for lunch", "publisher"],
    ["the cranes were old and had never been checked", "The harbour board"],
    ["the crew slept on the deck for three nights", "Wu Min"],
    ["The ship reportedly sank near the old lighthouse", "unattributed"],
    ["We will stay until spring", "John Doe"],
    ["stay until spring,” said John Doe. “Nobody has asked us", "John Doe"],
  ])("%s: %s", (words, whose) => {
    expect(voiceOf(harbour, words)).toBe(whose);
  });
});

describe("in the first story", () => {
  it.each([
    ["The charges have not been officially confirmed", "publisher"],
    ["While the Kremlin has condemned Azerbaijan's moves", "publisher"],
    ["decried the move as a hostile act against freedom of expression", "Russian officials"],
    ["police in Baku detained several people accused", "local media affiliated with the government"],
    ["a Russian missile defense unit reportedly shot down", "unattributed"],
    ["it wants to increase the distance from Moscow", "Vadim Dubnov"],
  ])("%s: %s", (words, whose) => {
    expect(voiceOf(first, words)).toBe(whose);
  });
});
