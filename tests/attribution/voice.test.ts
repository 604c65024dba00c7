import { describe, expect, it } from "vitest";
import { type Voice, voiceAt } from "../../src/attribution/voice.js";
import type { Story } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

/** The voice of each sentence of a story. */
function voices(story: Story): Voice[] {
  return story.sentences.map((sentence) => voiceAt(story, sentence));
}

/** The voice of a sentence that is a whole story. */
function voiceOf(sentence: string): Voice | undefined {
  return voices(madeStory([sentence || "It rained."]))[0];
}

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
    // something before it, or between it and the verb
    ["But Roe said the strike would go on.", "Roe"],
    ["On Monday Roe said the strike would go on.", "Roe"],
    ["Last week Roe said the strike would go on.", "Roe"],
    ["Jane Roe, the mayor, said it was over.", "Jane Roe"],
    ["Jane Roe last week said it was over.", "Jane Roe"],
    ["The plan – Roe said – is dead.", "Roe"],
    ["The ministry on July 1 accused the union of lying.", "The ministry"],
    ["Her mother said Roe was at work.", "Her mother"],
    // around quotations
    ['"We will strike," Jane Roe said.', "Jane Roe"],
    ['"We will strike," Jane Roe told reporters.', "Jane Roe"],
    ['"We will strike," the union\'s head Jane Roe added.', "Jane Roe"],
    ['"We will strike," said Jane Roe, who leads the union.', "Jane Roe"],
    ["“We will strike,” said Jane Roe.", "Jane Roe"],
    ['"Will we strike?" asked Jane Roe.', "Jane Roe"],
    ['"We will strike," said Jane Roe and left.', "Jane Roe"],
    ['"We will strike," said Dr. J. K. Roe on Monday.', "J. K. Roe"],
    ['"We will strike," said Roe Monday.', "Roe"],
    ['"We will strike," said Roe in a statement.', "Roe"],
    ['"We will strike," said Roe while visiting Paris.', "Roe"],
    // according to
    ["The quay is closed, according to Jane Roe, a lawyer.", "Jane Roe"],
    ["According to Jane Roe, the quay is closed.", "Jane Roe"],
    ["The quay is closed, according to the Port/Harbour expert Jane Roe.", "Jane Roe"],
    ["The quay is closed, according to Mr. J. Roe.", "J. Roe"],
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
    expect(voiceOf(sentence)?.speaker?.name).toBe(name);
  });
});

describe("nobody is named", () => {
  it.each([
    // whoever it is stands in another sentence
    "He said the quay was closed.",
    '"We will strike," she added.',
    "The latter's lawyers said so.",
    "Another port official said so.",
    // nobody, or nobody in particular
    "Nobody said so.",
    "No officials said so.",
    "None of the officials said so.",
    "Neither Roe nor Doe said so.",
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
    "The Harbour Ministry wants final say in the talks.",
    // clauses between or before
    "As Jane Roe said, it is over.",
    "If Jane Roe said so, it is true.",
    "Jane Roe had said so.",
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
    "Insurance claims rose by a third.",
    "The harbour ministry reacted with unusual force.",
    "The union wants a new quay.",
    "It's over for the strikers' union.",
    "Roe's ship left the harbour in the '90s.",
    'A 5" pipe burst in the harbour.',
    "",
  ])("%s", (sentence) => {
    expect(voiceOf(sentence)).toEqual({ voice: "publisher", speaker: null });
  });
});

describe("a name in quotation marks quotes nobody", () => {
  it.each([
    'Roe works for the "Dockside" video agency.',
    "Roe works for the “Dockside” video agency.",
    'Divers found the ship "Aurora" in May.',
    'She played in the band "Friends of the Sea" for years.',
    'The state-run "Dockside" channel went off the air.',
    '"Dockside" magazine closed in May.',
    'Jane "Dolly" Roe left the harbour.',
    'The police searched the "Dockside" newspaper and the "Harbour Radio" station.',
    'Norland\'s "Dockside" agency closed.',
  ])("%s", (sentence) => {
    expect(voiceOf(sentence)).toEqual({ voice: "publisher", speaker: null });
  });

  it.each([
    'The "spies" were released.',
    '"Spies" were released.',
    'The "independent" agency closed.',
    'Dockers shouted "Freedom" outside.',
    'Posters with "Freedom" hung over the quay.',
    'A "Traitors" group of posters hung over the quay.',
    'Chants of "Freedom" were heard.',
    'Protesters branded the company "Liars" in May.',
    'The dockers waved at the ship. "Never Again."',
    'The dockers went aboard the ship: "Never".',
    'The "Dockside" agency called it "madness".',
    'The "Dockside" agency fled the "hell" of the harbour.',
    'The captain of the "Aurora" fled the "Terror", he wrote.',
    'On Monday "Traitor" Roe left.',
    'Freedom is "Freedom".',
    'The "Dockside is closed" agency is no more.',
  ])("nothing else in quotation marks is the publisher's: %s", (sentence) => {
    const story = madeStory([sentence]);
    const last = story.sentences.at(-1);
    expect(last && voiceAt(story, last).voice).not.toBe("publisher");
  });

  it("an agency in quotation marks may still be the source", () => {
    expect(voiceOf('The "Dockside" agency said the quay was closed.')?.voice).not.toBe("publisher");
  });
});

describe("inside a quotation that goes beyond the sentence", () => {
  it("it is the speaker's to its end, though no mark closes it", () => {
    const story = madeStory([
      'Jane Roe said: "They came at night. They broke my arm. The Harbour Police did it.',
      "It rained.",
    ]);
    expect(voices(story).map(({ voice, speaker }) => [voice, speaker?.name, speaker?.basis])).toEqual([
      ["source", "Jane Roe", "stated"],
      ["source", "Jane Roe", "inferred"],
      ["source", "Jane Roe", "inferred"],
      ["publisher", undefined, undefined],
    ]);
  });

  it("it goes on in the next paragraph, whose own mark opens it again", () => {
    const story = madeStory([
      '"They came at night," Jane Roe said. "They broke my arm.',
      '"The Harbour Police did it."',
      '"Nobody knows."',
    ]);
    expect(voices(story).map(({ speaker }) => speaker?.name)).toEqual([
      "Jane Roe",
      "Jane Roe",
      "Jane Roe",
      undefined,
    ]);
  });

  it("nothing is passed off as the story's own words where it is so long that it is divided", () => {
    const sentence = `${"They came at night with dogs ".repeat(11)}again.`;
    const story = madeStory([`"${sentence} ${sentence} ${sentence}" she said. It rained.`]);
    expect(voices(story).map(({ voice }) => voice)).toEqual(["unattributed", "unattributed", "publisher"]);
  });
});
