import { describe, expect, it } from "vitest";
import { voiceAt, voiceOf } from "../../src/attribution/voice.js";
import { madeStory } from "../made-story.js";

describe("a speaker is named", () => {
  it.each([
    // before the verb
    ["Harbour officials said the quay was closed.", "Harbour officials"],
    ["Analysts, meanwhile, say the port is too small.", "Analysts"],
    ["Two witnesses said they saw smoke.", "Two witnesses"],
    ["U.S. officials said it was over.", "U.S. officials"],
    ["Mr. Doe said it was over.", "Mr. Doe"],
    ["Jane Roe later said that it was over.", "Jane Roe"],
    ["The Harbour Ministry in Port Ellen said it had sent a letter.", "The Harbour Ministry in Port Ellen"],
    ["The mayor's aide Jane Roe said the quay was closed.", "Jane Roe"],
    ["The mayor's aide Ursula van der Roe said the quay was closed.", "Ursula van der Roe"],
    ["Ursula van der Roe said the quay was closed.", "Ursula van der Roe"],
    ["Port officials announced that the quay was closed.", "Port officials"],
    ["Jane Roe told John Doe that it was over.", "Jane Roe"],
    ["The Sunday Gazette said the talks had failed.", "The Sunday Gazette"],
    ["Jane Roe said the union had denied it.", "Jane Roe"],
    ['Jane Roe added: "We will not go."', "Jane Roe"],
    // around quotations
    ['"We will strike," Jane Roe said.', "Jane Roe"],
    ['"We will strike," Jane Roe told reporters.', "Jane Roe"],
    ['"We will strike," the union\'s head Jane Roe added.', "Jane Roe"],
    ['"We will strike," said Jane Roe, who leads the union.', "Jane Roe"],
    ["“We will strike,” said Jane Roe.", "Jane Roe"],
    ['"Will we strike?" asked Jane Roe.', "Jane Roe"],
    ['"We will strike," said Jane Roe and left.', "Jane Roe"],
    ['"We will strike," said Dr. J. K. Roe on Monday.', "Dr. J. K. Roe"],
    ['"We will strike," said Roe Monday.', "Roe"],
    ['"We will strike," said Roe in a statement.', "Roe"],
    ['"We will strike," said Roe while visiting Paris.', "Roe"],
    // according to
    ["The quay is closed, according to Jane Roe, a lawyer.", "Jane Roe"],
    ["According to Jane Roe, the quay is closed.", "Jane Roe"],
    ["The quay is closed, according to the Port/Harbour expert Jane Roe.", "Jane Roe"],
    ["The quay is closed, according to Mr. J. Roe.", "Mr. J. Roe"],
  ])("%s", (sentence, name) => {
    expect(voiceOf(sentence)).toEqual({ voice: "source", speaker: { name, basis: "stated" } });
  });

  it.each([
    ["A lawyer representing Jane Roe said he was well.", "A lawyer representing Jane Roe"],
    ["A spokesman for former president Jane Roe said it.", "A spokesman for former president Jane Roe"],
    ["The wife of mayor Jane Roe said he was well.", "The wife of mayor Jane Roe"],
    ["Protesters outside New York said it was cold.", "Protesters outside New York"],
    ["The mayor and aide Jane Roe said it was cold.", "The mayor and aide Jane Roe"],
  ])("whole where its last name is not the speaker's: %s", (sentence, name) => {
    expect(voiceOf(sentence).speaker?.name).toBe(name);
  });
});

describe("nobody is named", () => {
  it.each([
    // whoever it is stands in another sentence
    "He said the quay was closed.",
    '"We will strike," she added.',
    "Her mother said Roe was at work.",
    "The latter's lawyers said so.",
    "The ministry on July 1 accused the union of lying.",
    "Another port official said so.",
    // nobody, or nobody in particular
    "Nobody said so.",
    "No officials said so.",
    "None of the officials said so.",
    "Neither Roe nor Doe said so.",
    "Others say so.",
    "Enough said.",
    "All told, 38 people died.",
    // not said
    "Jane Roe did not say why.",
    "Jane Roe didn't say why.",
    "Jane Roe never said so.",
    "Jane Roe was told that her son was dead.",
    "Jane Roe is said to be ill.",
    "Officials said to be corrupt fled.",
    "Workers told to leave refused.",
    "Sanctions announced on Monday hit banks.",
    "The union wants a say in the talks.",
    "The Harbour Ministry wants final say in the talks.",
    "Insurance claims rose by a third.",
    "Jane Roe's claims were false.",
    // clauses between or before
    "But Roe said the strike would go on.",
    "As Jane Roe said, it is over.",
    "If Jane Roe said so, it is true.",
    "On Monday Roe said the strike would go on.",
    "Last week Roe said the strike would go on.",
    "In Port Ellen officials said it was over.",
    "Jane Roe, the mayor, said it was over.",
    "Jane Roe smiled then said yes.",
    "Jane Roe had said so.",
    "The plan – Roe said – is dead.",
    "The plan - Roe said - is dead.",
    "The man Roe said was dead came home.",
    "The men officials said were armed fled.",
    "The man accused of killing Jane Roe said he was innocent.",
    "The union rejected what Jane Roe said.",
    // two who speak
    'Jane Roe said it was over, John Doe said it was "not".',
    "According to Jane Roe, John Doe said it was over.",
    "Jane Roe said it was over, according to John Doe.",
    '"It is over," he said, according to Jane Roe.',
    "Jane Roe said it was over, but John Doe denied it.",
    // no source at all
    'According to "Dockside" Jane Roe was detained.',
    "The food was given out according to needs.",
    'The "spies" were released.',
    "The ‘spies’ were released.",
    "The 'spies' were released.",
    "The captain allegedly fled.",
    "The ship was reportedly shot down.",
    "“We will strike.”",
  ])("%s", (sentence) => {
    expect(voiceOf(sentence)).toEqual({ voice: "unattributed", speaker: null });
  });
});

describe("the story speaks for itself", () => {
  it.each([
    "The quay was closed on Monday.",
    "The United States won the match.",
    "The Baltic States joined the talks.",
    "It's over for the strikers' union.",
    "Roe's ship left the harbour in the '90s.",
    'A 5" pipe burst in the harbour.',
    "",
  ])("%s", (sentence) => {
    expect(voiceOf(sentence)).toEqual({ voice: "publisher", speaker: null });
  });
});

describe("inside a quotation that goes beyond the sentence", () => {
  it("nothing is passed off as the story's own words", () => {
    const story = madeStory([
      'Jane Roe said: "They came at night. They broke my arm. The Harbour Police did it.',
      "It rained.",
    ]);
    expect(story.sentences.map((sentence) => voiceAt(story, sentence).voice)).toEqual([
      "unattributed",
      "unattributed",
      "unattributed",
      "publisher",
    ]);
  });

  it("nor where a quotation is so long that it is divided", () => {
    const sentence = `${"They came at night with dogs ".repeat(11)}again.`;
    const story = madeStory([`"${sentence} ${sentence} ${sentence}" she said. It rained.`]);
    expect(story.sentences.map((part) => voiceAt(story, part).voice)).toEqual([
      "unattributed",
      "unattributed",
      "publisher",
    ]);
  });
});
