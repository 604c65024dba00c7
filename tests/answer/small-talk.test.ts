import { describe, expect, it } from "vitest";
import { isSmallTalk } from "../../src/answer/small-talk.js";

describe("small talk is", () => {
  it.each([
    "",
    "  ",
    "hi",
    "Hello!",
    "hey there",
    "Good morning",
    "thanks a lot",
    "Thank you so much!!!",
    "ok",
    "lol",
    "cool",
    "bye",
    "Who are you?",
    "What's your name?",
    "Are you a bot?",
    "are you human",
    "How are you doing today?",
    "What can you do?",
    "Can you help me please",
    "help",
    "test",
    "love you",
    "👍",
    "???",
    "…",
  ])("%j", (message) => {
    expect(isSmallTalk(message)).toBe(true);
  });
});

describe("small talk is not", () => {
  it.each([
    "who are the brothers?",
    "Who are they?",
    "what did you say about Moscow?",
    "what is this about",
    "how many",
    "when",
    "hello, who died?",
    "thanks, and where was it?",
    "Can you tell me who was detained?",
    "Are the police right?",
    "what happened",
    "Is Baku right?",
    "who said hello to the mayor",
    "good relations?",
    "What day is it about?",
    "yes but why",
    "torture",
    "the",
    "__proto__",
    "кто",
  ])("%j", (question) => {
    expect(isSmallTalk(question)).toBe(false);
  });
});
