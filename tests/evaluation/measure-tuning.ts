import { ask, openLibrary } from "../../src/answer/ask.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";
import { auroc, share } from "./measures.js";
import type { GoldQuestion, TuningSet } from "./tuning-sets.js";

/** "Within story": one story's sentences, a hit is the sentence in which the gold span begins. */
export function measureTuning({ name, stories, questions }: TuningSet): {
  figures: Figures;
  failures: string[];
} {
  const libraries = new Map(stories.map((story) => [story, openLibrary([story])]));
  const askIn = (story: Story, question: string) => {
    const library = libraries.get(story);
    if (!library) throw new Error(`${name}: a question on a story that is not in the set`);
    return ask(library, question, { limit: 3 });
  };
  const asked = questions.map((gold) => ({ gold, answer: askIn(gold.story, gold.question) }));
  const wrong = questions.map(({ story, question }) => askIn(otherThan(story, stories), question).confidence);
  const hit = (one: (typeof asked)[number], among: number) =>
    one.answer.excerpts
      .slice(0, among)
      .some(({ sentence }) =>
        one.gold.gold.some(({ start }) => sentence.start <= start && start < sentence.end),
      );
  const figures = {
    [`${name}: within-story top-1`]: share(asked, (one) => hit(one, 1)),
    [`${name}: within-story top-3`]: share(asked, (one) => hit(one, 3)),
    [`${name}: wrong-story AUROC`]: auroc(
      asked.map(({ answer }) => answer.confidence),
      wrong,
    ),
  };
  const failures = asked
    .filter((one) => !hit(one, 1))
    .map(({ gold, answer }) =>
      describe(gold, answer.excerpts[0] && wordsAt(gold.story, answer.excerpts[0].sentence)),
    );
  return { figures, failures };
}

/** The story to which a question is put that is not about it: always the same one, so that figures stay exact. */
function otherThan(story: Story, stories: readonly Story[]): Story {
  return stories[(stories.indexOf(story) + Math.floor(stories.length / 2)) % stories.length] ?? story;
}

function describe({ question, story, gold }: GoldQuestion, found: string | undefined): string {
  const answers = gold.map((span) => wordsAt(story, span).trim());
  const sentence = story.sentences.find(
    ({ start, end }) => start <= (gold[0]?.start ?? -1) && (gold[0]?.start ?? -1) < end,
  );
  return [
    `${question}   (${story.id})`,
    `  found: ${found ?? "nothing"}`,
    `  gold: ${answers.join(" | ")} in: ${sentence ? wordsAt(story, sentence) : "no sentence"}`,
  ].join("\n");
}
