import { expect, test } from "vitest";
import { peopleOf } from "../../src/attribution/people.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

/** "P name | description | mentions" for each that is found. */
function found(...paragraphs: string[]): string[] {
  const story = madeStory(paragraphs);
  return peopleOf(story).map(({ name, kind, description, mentions }) =>
    [
      `${kind === "person" ? "P" : "O"} ${name}`,
      description ? wordsAt(story, description) : "-",
      mentions.map((span) => wordsAt(story, span)).join(", "),
    ].join(" | "),
  );
}

test.each<[string, string[], string[]]>([
  [
    "a title",
    ["The strike ended, Norland Prime Minister Oskar Lindqvist said."],
    ["P Oskar Lindqvist | Norland Prime Minister | Oskar Lindqvist"],
  ],
  [
    "short forms, the first name too",
    ["Jane Roe left the harbour. Roe took the night boat, and Jane never looked back."],
    ["P Jane Roe | - | Jane Roe, Roe, Jane"],
  ],
  [
    "beside the name",
    ["The talks failed, said Jane Roe, a lawyer for the dockers. They will go on."],
    ["P Jane Roe | a lawyer for the dockers | Jane Roe"],
  ],
  [
    "several, with one family name",
    ["Two of the men arrested -- Tarkon and Welim Ossar -- were freed on Friday."],
    ["P Tarkon Ossar | - | Tarkon", "P Welim Ossar | - | Welim Ossar"],
  ],
  [
    "an abbreviation in brackets, and alone",
    ["The Norland Harbour Board (NHB) closed the pier. The NHB gave no reason."],
    ["O Norland Harbour Board | - | Norland Harbour Board, NHB, NHB"],
  ],
  [
    "a name with a country in it, and its first word alone",
    ["Police searched Lantern Iceland, a branch of the state news agency. Lantern called it a raid."],
    ["O Lantern Iceland | a branch of the state news agency | Lantern Iceland, Lantern"],
  ],
  ["no general", ["Workers at General Motors went home."], ["O General Motors | - | General Motors"]],
  [
    "a name in quotation marks",
    ['He works for the "Sternwind" radio agency in the capital.'],
    ["O Sternwind | radio agency | Sternwind"],
  ],
])("%s", (_, paragraphs, expected) => {
  expect(found(...paragraphs)).toEqual(expected);
});

test.each([
  ["places", "Oslo is sending a signal to Cairo, said officials in Port Ellen. Chile wants more."],
  ["days and months", "On Tuesday the Norwegians met in June."],
  ["a pronoun and a role", "The president said he would stay. The Minister agreed."],
  ["the place of a report", "LONDON (RNB) -- The strike went on."],
  ["a name behind an article", "They met at the Victoria Harbour and left on the Jane Roe."],
])("nobody: %s", (_, text) => {
  expect(found(text)).toEqual([]);
});
