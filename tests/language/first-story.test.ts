import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/story/corpus.js";
import { wordsAt } from "../../src/story/story.js";

/** Read from the story by hand: paragraph, first words, last words. */
const SENTENCES: readonly (readonly [number, string, string])[] = [
  [1, "The deaths of two ethnic Azerbaijanis", "other former Soviet republics."],
  [2, "Azerbaijani officials said on July 1", "showed signs they were beaten."],
  [3, "The state prosecutor's office in Baku", 'agencies of the Russian Federation."'],
  [4, "The accusations and tit-for tat", "close ties with Turkey."],
  [5, "Analysts, meanwhile, say", "that Moscow once dominated."],
  [6, "Buoyed by military victories", "impact on regional geopolitics."],
  [7, '"Azerbaijan is sending a signal', "Caucasus expert Vadim Dubnov."],
  [8, '"It is correcting the imbalance', "Baku's diplomatic maneuvers,\" he added."],
  [9, "Relations between Moscow and Baku", "killing 38 civilians."],
  [10, "Though Russian President Vladimir Putin", "action in international courts."],
  [10, "In May 2025, Aliyev declined", "as a diplomatic snub."],
  [11, "Things worsened after law enforcement", "back to the early 2000s."],
  [11, "Two of the men detained --", "custody under suspicious circumstances."],
  [12, "Eyewitness accounts and family testimonies", "to beatings and torture."],
  [13, "Russian authorities, who did not", "investigation into the second."],
  [14, "The Azerbaijani government reacted", "unprecedented diplomatic force."],
  [15, "It summoned Russia's charge d'affaires", 'killing with ethnic overtones."'],
  [16, "President Ilham Aliyev's administration", "events scheduled in Baku."],
  [17, "On June 30, Azerbaijani authorities", "Russia's state-run news agency."],
  [18, "Citing expired accreditations", "and seized broadcasting equipment."],
  [19, "Local media reports said", "Federal Security Service (FSB)."],
  [20, "The charges have not been", "in Moscow for an explanation."],
  [21, "On July 1, journalist Aytekin", "agency was detained in Baku."],
  [22, "Her mother said Huseynova", "Sputnik Azerbaijan editorial office."],
  [22, "Azerbaijani authorities have not", "reasons for her detention."],
  [23, "The same day, according to", "online trafficking, and cyberfraud."],
  [24, "While the Kremlin has condemned", "sanctions or mass expulsions."],
  [25, "The Foreign Ministry in Moscow", "illegal detention of Russian journalists.”"],
  [26, "The ministry on July 1 accused", '"to dismantle bilateral relations."'],
];

test("every sentence of the first story comes out as a reader would divide it", async () => {
  const { stories, faults } = await readCorpus(fileURLToPath(new URL("../../corpus", import.meta.url)));
  expect(faults).toEqual([]);
  const story = stories.find(({ id }) => id === "azerbaijan-russia-police-raid-deaths-caucasus-diplomacy");
  if (!story) throw new Error("the first story is not in the corpus");
  const found = story.sentences.map((sentence, i) => {
    const words = wordsAt(story, sentence);
    const [, first = "", last = ""] = SENTENCES[i] ?? [];
    return [sentence.paragraph, words.startsWith(first) ? first : words, words.endsWith(last) ? last : words];
  });
  expect(found).toEqual(SENTENCES);
});
