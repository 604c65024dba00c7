import { describe, expect, it } from "vitest";
import { withoutFrame } from "../../src/retrieval/frame.js";
import { readQuestion } from "../../src/retrieval/question.js";

describe("what a question wants to know", () => {
  it.each([
    ["Who closed the harbour?", "who"],
    ["which minister closed the harbour", "who"],
    ["Who is Jane Roe?", "describe"],
    ["What is the Harbour Board?", "describe"],
    ["When did the strike begin?", "when"],
    ["what year was the quay built", "when"],
    ["Where is the ship now?", "where"],
    ["in which city did they meet?", "where"],
    ["Why did the sailors leave?", "why"],
    ["What was the reason for the strike?", "why"],
    ["What did the minister resign for?", "why"],
    ["how many sailors stayed", "how many"],
    ["What is the number of ships?", "how many"],
    ["How much did it cost?", "how much"],
    ["How long did the strike last?", "how long"],
    ["How old is the captain?", "how old"],
    ["How did they cross the bay?", "how"],
    ["What did Jane Roe say about the strike?", "said"],
    ["How did the minister react?", "said"],
    ["What sank?", "what"],
    ["Did the ship sink?", "yes-no"],
    ["is it true that the ship sank?", "words"],
    ["harbour strike", "words"],
    ["strike date", "when"],
    ["", "words"],
  ])("%s", (text, kind) => expect(readQuestion(text).kind).toBe(kind));
});

describe("chat around a question", () => {
  it.each([
    ["hey, can you tell me who closed the harbour please?", "who closed the harbour"],
    ["ok so do we know anything about the captain", "the captain"],
    ["I was wondering, why did they leave?", "why did they leave?"],
    ["just curious what the ship carried", "what the ship carried"],
    ["Is it true that the ship sank?", "the ship sank?"],
    ["according to the article, who sank the ship", "who sank the ship"],
    ["Who told the captain?", "Who told the captain?"],
    ["What did the well contain?", "What did the well contain?"],
    ["please", "please"],
    ["so-called peace", "so-called peace"],
  ])("%s", (text, asked) => expect(withoutFrame(text)).toBe(asked));
});
