import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask } from "../../src/answer/ask.js";
import { askedWords } from "../../src/answer/asked-words.js";
import { openLibrary } from "../../src/answer/library.js";
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

function speakersOf(question: string, limit: number) {
  return ask(library, question, { limit }).excerpts.map(({ voice, speaker }) => speaker?.name ?? voice);
}

test("asked for nothing but somebody's words, the story answers with all of them and no other, in its order", () => {
  const { answer, words } = firstOf("What did Lindqvist say?");
  expect(answer.kind).toBe("answered");
  expect(words).toContain("denied that the cables");
  // His two sentences stand side by side: one excerpt may hold both.
  expect(new Set(speakersOf("What did Lindqvist say?", 9))).toEqual(new Set(["Oskar Lindqvist"]));
  const shown = answer.excerpts.map(({ story, span }) => wordsAt(story, span)).join(" ");
  expect(shown).toMatch(
    /^Harbour director Oskar Lindqvist denied .*best wages on this coast," Lindqvist said\.$/s,
  );
  const scores = answer.excerpts.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test.each([
  "What did Lindqvist say about the crane?",
  "According to Lindqvist, what had been inspected?",
  "tell me what lindqvist said about wages",
])("every sentence of the one who is asked for stands before any other: %s", (question) => {
  const { excerpts } = ask(library, question, { limit: 9 });
  const isOwn = excerpts.map(({ speaker }) => speaker?.name === "Oskar Lindqvist");
  const own = excerpts.slice(0, isOwn.lastIndexOf(true) + 1);
  expect(isOwn.slice(0, own.length)).not.toContain(false);
  const shown = own.map(({ story, span }) => wordsAt(story, span)).join(" ");
  expect(shown).toContain("denied that the cables");
  expect(shown).toContain("the best wages");
});

test.each([
  ["What did the lawyer say?", "Jane Roe"],
  ["What did the harbour director say about wages?", "Oskar Lindqvist"],
  ["what did the safety board say", "The Norland Safety Board"],
])("a description means the one it describes: %s", (question, speaker) => {
  expect(speakersOf(question, 1)).toEqual([speaker]);
});

test("offices speak for the place where they sit; other people there do not", () => {
  const abroad = openLibrary([
    madeStory([
      "The foreign ministry in Oslo said the talks would go on.",
      "Tourists in Oslo said it was cold.",
      "Norway has many lakes.",
    ]),
  ]);
  const { excerpts } = ask(abroad, "What does Oslo say?", { limit: 5 });
  expect(excerpts.map(({ speaker }) => speaker?.name)).toEqual(["The foreign ministry in Oslo"]);
});

test("what the publisher tells that somebody said answers, too; what he did does not", () => {
  const told = openLibrary([
    madeStory([
      "Mayor Anna Berg left before the vote. The union said the crane was old.",
      "Harbour director Oskar Lindqvist made remarks about the strike on Friday.",
    ]),
  ]);
  const [remarks, left] = ["What did Lindqvist say about the strike?", "What did Berg say?"].map((question) =>
    ask(told, question, { limit: 3 }),
  );
  const [first] = remarks?.excerpts ?? [];
  expect(first && wordsAt(first.story, first.sentence)).toContain("made remarks");
  expect(left?.kind).toBe("declined");
});

describe("asked who says something, the story answers with those who say it", () => {
  const quarrel = openLibrary([
    madeStory([
      "Dockers in Port Ellen stopped work on Monday after a crane fell.",
      "The union accused the harbour office of breaking the law.",
      "The harbour office has denied any wrongdoing.",
      'The crane maker Norland Cranes also denied that it was at fault. "We build good cranes," it said.',
      "Mayor Anna Berg believes the crane was too old.",
      "The harbour office accused the union of lying about the crane.",
      "The crane had been painted in May.",
    ]),
  ]);
  test.each([
    ["Who denies wrongdoing?", ["The harbour office", "Norland Cranes"]],
    ["who has denied anything", ["The harbour office"]],
    ["Has anyone denied wrongdoing?", ["The harbour office"]],
    ["Who accused the harbour office?", ["The union"]],
    ["Who blamed the union?", ["The harbour office"]],
    ["Who believes that the crane was old?", ["Anna Berg"]],
    ["Who said that the crane was too old?", ["Anna Berg"]],
  ])("%s", (question, speakers) => {
    const { kind, excerpts } = ask(quarrel, question, { limit: speakers.length });
    expect(kind).toBe("answered");
    expect(excerpts.map(({ speaker }) => speaker?.name)).toEqual(speakers);
  });
});

test("with a larger limit come the same excerpts and then others", () => {
  const asked = fc.constantFrom(
    "What did Roe say?",
    "What did Roe say about the crane?",
    "What did Lindqvist say about wages?",
    "Who denied that the cables were not inspected?",
    "Who said anything about the crane?",
    "What fell into the harbour?",
    "Why did the dockers stop work?",
    "What did Merkel say about the crane?",
    "How old is the moon?",
  );
  fc.assert(
    fc.property(
      asked,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      (question, limit, more) => {
        const short = ask(library, question, { limit }).excerpts;
        const long = ask(library, question, { limit: limit + more }).excerpts;
        expect(long.slice(0, short.length)).toEqual(short);
        expect(short.length).toBe(Math.min(limit, long.length));
      },
    ),
  );
});

test.each([
  "What did Anna Berg say about the crane?",
  "What did Merkel say about the crane?",
  "What did Berg say?",
  "What does Putin think about the strike?",
  "what did merkel say about the crane",
  "what did berg say about the cables",
  "What did the mayor say?",
  "According to Merkel, how old was the crane?",
  "What did Roe say about wages?",
])("another one's words are no answer: %s", (question) => {
  const { answer, first } = firstOf(question);
  const isAnothers = answer.kind === "answered" && first !== undefined;
  expect(isAnothers).toBe(false);
});

test.each<[string, ReturnType<typeof askedWords>]>([
  ["What did Roe say?", { kind: "of", speaker: "Roe", about: [] }],
  [
    "what has the harbour director said about wages",
    { kind: "of", speaker: "the harbour director", about: ["wage"] },
  ],
  ["And what does Jane Roe have to say about it?", { kind: "of", speaker: "Jane Roe", about: [] }],
  ["What did he say?", undefined],
  ["What did the strike cost?", undefined],
  ["When did Roe say that?", undefined],
  ["What was Roe accused of?", undefined],
  ["What did the state prosecutor say?", { kind: "of", speaker: "the state prosecutor", about: [] }],
  ["Why, according to Roe, did it fall?", { kind: "of", speaker: "Roe", about: ["fall"] }],
  ["Who was told to leave?", undefined],
  ["Who is accused of theft?", undefined],
  ["Who else says so?", { kind: "who", verbs: undefined, all: true }],
  ["Who leads the union?", undefined],
  ["say what", undefined],
  ["", undefined],
])("%s", (question, expected) => {
  expect(askedWords(question)).toEqual(expected);
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
