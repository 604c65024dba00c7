import { describe, expect, it } from "vitest";
import { statementsOf } from "../../src/attribution/statements.js";
import { madeStory } from "../made-story.js";

/** The last statement's speaker, as "name (basis)". */
function lastSpeaker(paragraphs: readonly string[]): string {
  const speaker = statementsOf(madeStory(paragraphs)).at(-1)?.speaker;
  return speaker ? `${speaker.name} (${speaker.basis})` : "nobody";
}

describe("whom a source means", () => {
  it.each<[string, string[], string]>([
    [
      "he, after a quotation of his",
      ['"The quay is closed," said harbour master John Doe.', '"It will stay closed," he added.'],
      "John Doe (inferred)",
    ],
    [
      "she, after what she said",
      ["Harbour master Jane Roe said the quay was closed.", "She said it would stay closed."],
      "Jane Roe (inferred)",
    ],
    [
      "she, who is the subject of the sentence before",
      ["Mayor Jane Roe visited the quay on Monday. She said it would stay closed."],
      "Jane Roe (inferred)",
    ],
    [
      "they, after several who spoke",
      ["Fishermen say the quay is too small.", "The whole old harbour, they say, is not worth its price."],
      "Fishermen (inferred)",
    ],
    [
      "it, the subject of the sentence before",
      ["The harbour ministry reacted at once. It said the quay would stay closed."],
      "The harbour ministry (inferred)",
    ],
    [
      "a family name",
      ["John Doe is the harbour master.", "Doe said the quay was closed."],
      "John Doe (inferred)",
    ],
    [
      "a family name with its form of address",
      ["John Doe is the harbour master.", "Mr. Doe said the quay was closed."],
      "John Doe (inferred)",
    ],
    [
      "the ministry, which spoke before",
      [
        "The Harbour Ministry in Port Ellen said the quay was closed.",
        "The ministry said it would stay closed.",
      ],
      "The Harbour Ministry in Port Ellen (inferred)",
    ],
    [
      "the name beside an office that holds a place",
      ["The chief of police in Norport, Igor Petrov, said the road was closed."],
      "Igor Petrov (stated)",
    ],
    [
      "the name beside an office that holds a place of two words",
      ["The mayor of Port Ellen, Ann Lee, said the road was closed."],
      "Ann Lee (stated)",
    ],
    [
      "the name beside an office, behind the quotation",
      ['"The road is closed," said the mayor of Foo, Ann Lee.'],
      "Ann Lee (stated)",
    ],
    [
      "an office whose place has its country beside it",
      ["Officials in Port Ellen, Norland, said the road was closed."],
      "Officials in Port Ellen (stated)",
    ],
    [
      "not who was told",
      ["The judge, John Roe, who had ruled in May, was told by Wu that the road was closed."],
      "nobody",
    ],
    [
      "a full name with its office",
      ["Secretary of State Jane Roe said the quay was closed."],
      "Jane Roe (stated)",
    ],
    ["a name beside its description", ["A clerk, John Doe, said the quay was closed."], "John Doe (stated)"],
    [
      "a description that holds a name",
      ["A lawyer for Jane Roe said she was well."],
      "A lawyer for Jane Roe (stated)",
    ],
    [
      "an office",
      ["The prosecutor's office in Port Ellen said he was dead."],
      "The prosecutor's office in Port Ellen (stated)",
    ],
  ])("%s", (_, paragraphs, speaker) => {
    expect(lastSpeaker(paragraphs)).toBe(speaker);
  });
});

describe("nobody rather than a guess", () => {
  it.each<[string, string[]]>([
    ["he, with nobody before him", ["He said the quay was closed."]],
    [
      "he, where another man has come up since",
      [
        "Captain John Doe said the quay was closed.",
        "Peter Poe, a clerk, opened it. Later he said it was a mistake.",
      ],
    ],
    [
      "he, where somebody of whom only the family name is told has acted since",
      ["Captain John Doe said the quay was closed.", "Poe opened it, and he said it was a mistake."],
    ],
    ["she, after a man", ["Mr. John Doe said the quay was closed.", "She said it would stay closed."]],
    [
      "he, after a ministry",
      ["The harbour ministry said the quay was closed.", "He said it would stay closed."],
    ],
    ["they, after one person", ["Jane Roe said the quay was closed.", "They said it would stay closed."]],
    [
      "he, two paragraphs on",
      [
        "Captain John Doe said the quay was closed.",
        "It rained for days.",
        "Ships waited.",
        "He said it would stay closed.",
      ],
    ],
    [
      'he, where "the clerk" stands between',
      ["Captain John Doe said the quay was closed.", "Then the clerk came home, and he said it was open."],
    ],
  ])("%s", (_, paragraphs) => {
    expect(lastSpeaker(paragraphs)).toBe("nobody");
  });
});

describe("a short form that may be another's stays as it is", () => {
  it.each<[string, string[], string]>([
    ["two of the name", ["Jane Roe and John Roe met.", "Roe said the quay was closed."], "Roe (stated)"],
    [
      "another's title",
      ["Jane Roe, a teacher, came with President Roe.", "President Roe said the quay was closed."],
      "President Roe (stated)",
    ],
    [
      "his wife named later",
      ["Roe said the quay was closed.", "He was with his wife Jane Roe."],
      "Roe (stated)",
    ],
    [
      "another ministry",
      [
        "The Harbour Ministry said the quay was closed.",
        "The Navy Ministry said it was open.",
        "The ministry said it was sorry.",
      ],
      "The ministry (stated)",
    ],
  ])("%s", (_, paragraphs, speaker) => {
    const names = statementsOf(madeStory(paragraphs)).map(
      (one) => `${one.speaker?.name} (${one.speaker?.basis})`,
    );
    expect(names).toContain(speaker);
  });
});
