import { describe, expect, it, test } from "vitest";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const story = madeStory([
  "The harbour of Yelizovo was closed on March 3 after a strike by 38 dock workers.",
  "Prime Minister Hüseyn Aliyev called the strike a mistake in a speech to parliament.",
  "The harbour master, Evgeny Gagarin, said the gates would stay shut until the United Harbours Board had met.",
  "An autopsy on a sailor who died aboard the Northern Star showed that he had drowned.",
  "Officers seized radio equipment from the offices of the Harbour Gazette.",
  "The ambassador of Norway was summoned on Tuesday to explain why the ship had sailed.",
  "Two fishing boats were let through because they carried medicine.",
]);
const library = openLibrary([story]);

/** The first words of the sentence that is found first. */
function found(question: string): string {
  const [best] = ask(library, question, { limit: 1 }).excerpts;
  return best ? wordsAt(story, best.sentence) : "";
}

describe("a name or word that is spelt in another way still finds its sentence", () => {
  it.each([
    ["who is evgeni gagarin", "The harbour master"],
    ["Who is Гагарин?", "The harbour master"],
    ["guseyn aliev", "Prime Minister"],
    ["What did Əliyev say?", "Prime Minister"],
    ["what did the PM say", "Prime Minister"],
    ["elizovo harbor", "The harbour of Yelizovo"],
    ["thirty-eight dock workers", "The harbour of Yelizovo"],
    ["what happened on mar 3rd", "The harbour of Yelizovo"],
    ["wat did the UHB meet about", "The harbour master"],
    ["2 fishing boats", "Two fishing boats"],
    ["who was sumoned", "The ambassador"],
  ])("%s", (question, start) => expect(found(question).startsWith(start)).toBe(true));
});

describe("other words than the story's find its sentence", () => {
  it.each([
    ["Which envoy had to come in?", "The ambassador"],
    ["What gear did the police take?", "Officers seized"],
    ["What did the post-mortem reveal?", "An autopsy"],
    ["Why could some vessels pass?", "Two fishing boats"],
  ])("%s", (question, start) => expect(found(question).startsWith(start)).toBe(true));
});

describe("the words that answer are marked", () => {
  const marked = (question: string) => {
    const [best] = ask(library, question, { limit: 1 }).excerpts;
    return best?.answer ? wordsAt(story, best.answer) : null;
  };
  it.each([
    ["When was the harbour closed?", /March 3/],
    ["How many fishing boats were let through?", /Two/],
  ])("%s", (question, words) => expect(marked(question)).toMatch(words));
  it("not where the kind of answer is missing", () => {
    expect(marked("How old is the harbour master?")).toBeNull();
  });
});

test("one misspelt name that explains the failure is offered as the story spells it", () => {
  expect(ask(library, "What did Gagravyn say about the gates?", { limit: 1 })).toMatchObject({
    kind: "declined",
    hint: { kind: "did you mean", question: "What did Gagarin say about the gates?" },
  });
});
