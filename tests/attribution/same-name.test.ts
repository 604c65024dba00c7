import { describe, expect, it } from "vitest";
import { isNameOf } from "../../src/attribution/same-name.js";
import { isNamedIn } from "../../src/retrieval/named.js";
import { madeStory } from "../made-story.js";

describe("a claimed name is the speaker's", () => {
  it.each([
    ["Jane Roe", "Jane Roe"],
    ["roe", "Jane Roe"],
    ["Roe", "the lawyer Jane Roe"],
    ["Jane", "Jane Roe"],
    ["Dr. Roe", "Jane Roe"],
    ["President Roe", "Jane Roe"],
    ["the former mayor Jane Roe", "Jane Roe"],
    ["Jane Roe, a lawyer", "Jane Roe"],
    ["BBC's Roe", "Jane Roe"],
    ["Jane Roe", "Roe"],
    ["Jane Röe", "Jane Roe"],
    ["officials", "Harbour officials"],
    ["the Harbour Ministry", "The Harbour Ministry in Port Ellen"],
    ["Harbour Ministry in Port Ellen", "The Harbour Ministry"],
    ["the prosecutor's office", "The state prosecutor's office in Port Ellen"],
  ])("%s: %s", (claimed, speaker) => {
    expect(isNameOf(claimed, speaker)).toBe(true);
  });
});

describe("a claimed name is another's", () => {
  it.each([
    ["John Roe", "Jane Roe"],
    ["Doe", "Jane Roe"],
    ["Port Ellen", "officials in Port Ellen"],
    ["Port Ellen", "The Harbour Ministry in Port Ellen"],
    ["Roe", "Roe's office"],
    ["President Jane Roe", "President Jane Roe's administration"],
    ["Belgian analysts", "Analysts"],
    ["the president", "Jane Roe"],
    ["", "Jane Roe"],
    ["...", "Jane Roe"],
    ["Jane Roe", ""],
  ])("%s: %s", (claimed, speaker) => {
    expect(isNameOf(claimed, speaker)).toBe(false);
  });
});

describe("a name of a story", () => {
  const story = madeStory([
    "The Ministry of Fish said Jane Roe's aide Ursula van der Doe left Port Ellen.",
    "Fish sank the fish.",
  ]);
  it.each([
    ["Jane Roe", true],
    ["jane roe", true],
    ["the Ministry of Fish", true],
    ["Mrs. van der Doe", true],
    ["Roe", true],
    ["Port Ellen", true],
    ["aide", false],
    ["Fish", false],
    ["John Roe", false],
    ["Jane Doe", false],
    ["the", false],
    ["", false],
  ])("%s: %j", (name, isNamed) => {
    expect(isNamedIn(story, name)).toBe(isNamed);
  });
});
