import { describe, expect, test } from "vitest";
import { ask, openLibrary } from "../../src/answer/ask.js";
import { askedSpeaker } from "../../src/answer/said.js";
import { replyToAnswer } from "../../src/reply/reply.js";
import { terminalText } from "../../src/reply/terminal-text.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const library = openLibrary([
  madeStory([
    "Dockers in Port Ellen stopped work on Monday after a crane fell into the harbour.",
    '"The crane was older than my father," said the union lawyer Jane Roe. "Nobody had looked at its cables for years."',
    "Roe said the strike would last until every crane had been tested.",
    "Harbour director Oskar Lindqvist denied that the cables had not been inspected.",
    '"We pay the best wages on this coast," Lindqvist said.',
    "The Norland Safety Board said the crane had passed its test in March.",
    "Mayor Anna Berg watched the meeting from the gallery and left before the vote.",
  ]),
]);

function firstOf(question: string) {
  const answer = ask(library, question, { limit: 3 });
  const [first] = answer.excerpts;
  return { answer, first, words: first ? wordsAt(first.story, first.sentence) : "" };
}

describe("the words of the one who is asked for come first", () => {
  test.each([
    ["What did Jane Roe say?", "The crane was older"],
    ["What did Roe say about the strike?", "the strike would last"],
    ["what did jane row say about the strike", "the strike would last"],
    ["What does Lindqvist say about wages?", "the best wages"],
    ["What did Lindqvist deny?", "denied that the cables"],
    ["What did the Norland Safety Board say about the crane?", "had passed its test"],
    ["What does the Safety Board have to say?", "had passed its test"],
    ["Who denied that the cables were not inspected?", "denied that the cables"],
  ])("%s", (question, expected) => {
    expect(firstOf(question).words).toContain(expected);
  });
});

test("asked for nothing but somebody's words, the story answers with all of them in its order", () => {
  const { answer } = firstOf("What did Lindqvist say?");
  expect(answer.kind).toBe("answered");
  expect(answer.excerpts.slice(0, 2).map(({ speaker }) => speaker?.name)).toEqual([
    "Oskar Lindqvist",
    "Oskar Lindqvist",
  ]);
  const scores = answer.excerpts.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test.each([
  "What did Anna Berg say about the crane?",
  "What did Merkel say about the crane?",
  "What did Berg say?",
  "What does Putin think about the strike?",
])("another one's words are no answer: %s", (question) => {
  const { answer, first } = firstOf(question);
  const isAnothers = answer.kind === "answered" && first !== undefined && first.voice !== "publisher";
  expect(isAnothers).toBe(false);
});

test.each<[string, ReturnType<typeof askedSpeaker>]>([
  ["What did Roe say?", { speaker: "Roe", all: true }],
  ["what has the harbour director said about wages", { speaker: "the harbour director", all: false }],
  ["And what does Jane Roe have to say about it?", { speaker: "Jane Roe", all: true }],
  ["What did he say?", undefined],
  ["What did the strike cost?", undefined],
  ["When did Roe say that?", undefined],
  ["say what", undefined],
  ["", undefined],
])("%s", (question, expected) => {
  expect(askedSpeaker(question)).toEqual(expected);
});

test("the line under the words names the speaker with the story's description", () => {
  const shown = (question: string) =>
    terminalText(replyToAnswer(ask(library, question, { limit: 1 })), {
      columns: 200,
      colour: false,
    }).replaceAll("\n", " ");
  expect(shown("What does Lindqvist deny?")).toContain(
    "— Oskar Lindqvist, Harbour director · paragraph 4 of 7",
  );
  expect(shown("What did Lindqvist say about wages?")).toMatch(
    /— Oskar Lindqvist, Harbour director \(inferred[^)]*\) · paragraph 5 of 7/,
  );
});
