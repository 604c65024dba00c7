import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linkTo } from "../../src/reply/text-fragment.js";
import { wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";
import { anyStory } from "../prose.js";

const URL_OF_STORY = "https://example.org/a";

/** The link to a story's first sentence. */
function linkOf(paragraph: string, url = URL_OF_STORY) {
  const story = madeStory([paragraph], { url });
  const [first] = story.sentences;
  return first && linkTo(story, first);
}

describe("the link to a passage", () => {
  it.each([
    ["The quay was closed.", "The%20quay%20was%20closed."],
    ["A tit-for-tat, he said & left.", "A%20tit%2Dfor%2Dtat%2C%20he%20said%20%26%20left."],
    ['"Why?" asked Roe #1 at 100%.', "%22Why%3F%22%20asked%20Roe%20%231%20at%20100%25."],
    ["Əliyev was in Café 東京.", "%C6%8Fliyev%20was%20in%20Caf%C3%A9%20%E6%9D%B1%E4%BA%AC."],
    ["Two  spaces\tand a tab.", "Two%20spaces%20and%20a%20tab."],
  ])("%s", (sentence, fragment) => {
    expect(linkOf(sentence)).toBe(`${URL_OF_STORY}#:~:text=${fragment}`);
  });

  it("follows a fragment that the address has already", () => {
    expect(linkOf("It rained.", "https://example.org/a#part-2")).toBe(
      "https://example.org/a#part-2:~:text=It%20rained.",
    );
  });

  it("is missing where the address is not known", () => {
    const story = madeStory(["It rained."]);
    expect(linkTo(story, { start: 0, end: 10 })).toBeUndefined();
  });

  const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.";

  it("names the first and last words of a long passage", () => {
    expect(linkOf(long)).toBe(
      `${URL_OF_STORY}#:~:text=one%20two%20three%20four%20five,eleven%20twelve%20thirteen%20fourteen%20fifteen.`,
    );
  });

  it("takes more words where the first ones stand elsewhere too, in whatever case", () => {
    const story = madeStory(["ONE two three four five six, seven.", long], { url: URL_OF_STORY });
    const last = story.sentences.at(-1);
    expect(last && linkTo(story, last)).toContain("#:~:text=one%20two%20three%20four%20five%20six%20seven,");
  });
});

test("every link is an address, and its words lead back into the passage", () => {
  fc.assert(
    fc.property(anyStory, (plain) => {
      const story = { ...plain, about: { ...plain.about, url: URL_OF_STORY } };
      for (const sentence of story.sentences) {
        if (/[\ud800-\udfff]/u.test(wordsAt(story, sentence))) continue;
        const link = linkTo(story, sentence) ?? "";
        expect(URL.canParse(link)).toBe(true);
        const [, fragment = ""] = link.split("#:~:text=");
        expect(fragment).not.toMatch(/[-&\s]/);
        const parts = fragment.split(",").map(decodeURIComponent);
        expect(parts.length).toBeLessThanOrEqual(2);
        const words = wordsAt(story, sentence).split(/\s+/).join(" ");
        expect(words.startsWith(parts[0] ?? "")).toBe(true);
        expect(words.endsWith(parts.at(-1) ?? "")).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
