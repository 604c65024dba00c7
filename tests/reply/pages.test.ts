import { expect, test } from "vitest";
import { openLibrary } from "../../src/answer/ask.js";
import { namedIn } from "../../src/answer/people.js";
import { quotesAsked, quotesFor } from "../../src/answer/quotes.js";
import { peoplePage } from "../../src/reply/people-reply.js";
import { quotesPage } from "../../src/reply/quotes-reply.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { madeStory } from "../made-story.js";

const speakers = ["Jane Roe", "John Doe", "Mary Poe"];
const paragraphs = Array.from({ length: 90 }, (_, i) => {
  const name = speakers[i % speakers.length];
  return `"Pier number ${i} will stay closed until the last of the ${i} boats is gone," said the lawyer ${name}.`;
});
const library = openLibrary([madeStory(paragraphs)]);

/** The text of every page that is reached by following the last line of the one before. */
function pages(words: string): string[] {
  const texts: string[] = [];
  for (let next: string | undefined = words; next !== undefined && texts.length < 50; ) {
    const { text, entities } = telegramMessage(quotesPage(quotesFor(library, next)));
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(entities.length).toBeLessThanOrEqual(100);
    texts.push(text);
    next = /\/quotes (.+)$/.exec(text)?.[1];
  }
  return texts;
}

test("each statement stands on one page, and every page fits into a message", () => {
  const texts = pages("");
  expect(texts.length).toBeGreaterThan(1);
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/Pier number (\d+)/g)].map(([, number]) => number),
  );
  expect(numbers).toEqual(paragraphs.map((_, i) => String(i)));
});

test("one speaker's pages, in small letters", () => {
  const texts = pages("jane row poe".replace(" poe", ""));
  expect(texts.join("\n")).not.toContain("John Doe");
  expect(
    pages("jane roe")
      .join("\n")
      .match(/Pier number/g),
  ).toHaveLength(30);
});

test.each([
  "",
  " ",
  "2",
  "999999",
  "nobody",
  "nobody 2",
  "Jane Roe 999999",
  "x".repeat(4000),
  "/quotes",
  "(.*)+$",
])("/quotes %s is answered", (words) => {
  const { text } = telegramMessage(quotesPage(quotesFor(library, words)));
  expect(text).toMatch(/^(?:Who says what|The story does not)/);
  expect(text.length).toBeLessThanOrEqual(4096);
});

test("plain words", () => {
  expect(quotesAsked(library, "Who is quoted?")?.found).toHaveLength(90);
  expect(quotesAsked(library, "quotes by Mary Poe")?.found).toHaveLength(30);
  expect(quotesAsked(library, "quotes about the piers")).toBeUndefined();
  expect(quotesAsked(library, "What did Roe say?")).toBeUndefined();
});

test("people are paged, too", () => {
  const text = telegramMessage(peoplePage(namedIn(library.stories), 1)).text;
  expect(text).toContain("Jane Roe, lawyer · quoted or reported 30 times");
  const crowd = madeStory(
    Array.from({ length: 400 }, (_, i) => {
      const name = `${String.fromCharCode(65 + (i % 26))}a${String.fromCharCode(97 + Math.floor(i / 26))}ol`;
      return `The lawyer Jane ${name} stayed.`;
    }),
  );
  const people = namedIn([crowd]);
  expect(people).toHaveLength(400);
  const first = telegramMessage(peoplePage(people, 1)).text;
  expect(first.length).toBeLessThanOrEqual(4096);
  expect(first).toMatch(/… and \d+ more: \/people 2$/);
});
