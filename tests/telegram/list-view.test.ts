import type { InlineKeyboardButton } from "grammy/types";
import { describe, expect, it, test } from "vitest";
import type { Library } from "../../src/answer/library.js";
import { openLibrary } from "../../src/answer/library.js";
import { quotesAsked, quotesFor } from "../../src/answer/quotes.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { listOf, listView } from "../../src/telegram/views/list-view.js";
import type { Outgoing } from "../../src/telegram/views/outgoing.js";
import { storiesOf } from "../../src/telegram/views/passage-key.js";
import { pressOf } from "../../src/telegram/views/press.js";
import { madeStory } from "../made-story.js";

const BOT = "story_bot";
const speakers = ["Jane Roe", "John Doe", "Mary Poe"];
const paragraphs = Array.from({ length: 60 }, (_, i) => {
  const name = speakers[i % speakers.length];
  return `"Pier number ${i} will stay closed until the last of the ${i} boats is gone," said the lawyer ${name}.`;
});
const library = openLibrary([madeStory(paragraphs)]);

const buttons = ({ keyboard }: Outgoing): InlineKeyboardButton[] => keyboard?.inline_keyboard.flat() ?? [];

function press(from: Library, button: InlineKeyboardButton): Outgoing {
  const pressed = "callback_data" in button ? pressOf(button.callback_data) : undefined;
  if (pressed?.kind !== "list") throw new Error(`${button.text} leads to no list`);
  const found = storiesOf(from.stories, pressed.stories);
  if (found.kind !== "found") throw new Error(`${button.text} leads to stories that are ${found.kind}`);
  return listView(from, { ...pressed, stories: found.stories }, BOT);
}

function textOf({ reply }: Outgoing): string {
  const { text, entities } = telegramMessage(reply);
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(entities.length).toBeLessThanOrEqual(100);
  return text;
}

/** The text of every page, reached by the button to the next one. */
function pages(first: Outgoing): string[] {
  const texts: string[] = [];
  for (let page: Outgoing | undefined = first; page !== undefined && texts.length < 100; ) {
    texts.push(textOf(page));
    const next: InlineKeyboardButton | undefined = buttons(page).find(({ text }) => text.endsWith("›"));
    page = next && press(library, next);
  }
  return texts;
}

test("each statement stands on one page, and every page fits into a message", () => {
  const texts = pages(listOf("quotes", library, BOT));
  expect(texts.length).toBeGreaterThan(1);
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/Pier number (\d+)/g)].map(([, number]) => number),
  );
  expect(numbers).toEqual(paragraphs.map((_, i) => String(i)));
});

test("back leads to the items before, and the buttons say which", () => {
  const first = listOf("quotes", library, BOT);
  const [next] = buttons(first);
  if (!next) throw new Error("there is a next page");
  const second = press(library, next);
  const back = buttons(second).find(({ text }) => text.startsWith("‹"));
  if (!back) throw new Error("there is a way back");
  expect(back.text).toMatch(/^‹ 1–\d+ of 60$/);
  expect(textOf(press(library, back))).toBe(textOf(first));
});

test("one speaker's statements, in small letters, and the way to all who are named", () => {
  const texts = pages(listOf("quotes", library, BOT, "jane roe"));
  expect(texts.join("\n")).not.toContain("John Doe");
  expect(texts.join("\n").match(/Pier number/g)).toHaveLength(20);
  const all = buttons(listOf("quotes", library, BOT, "jane roe")).find(({ text }) => text.includes("All"));
  if (!all) throw new Error("there is a way to all");
  expect(textOf(press(library, all))).toContain("Jane Roe, lawyer · quoted or reported 20 times");
});

test("people lead to what they say", () => {
  const people = listOf("people", library, BOT);
  const doe = buttons(people).find(({ text }) => text === "John Doe (20)");
  if (!doe) throw new Error("John Doe has a button");
  expect(textOf(press(library, doe))).toContain("Pier number 1 ");
});

test("a crowd is paged, too", () => {
  const crowd = openLibrary([
    madeStory(
      Array.from({ length: 300 }, (_, i) => {
        const name = `${String.fromCharCode(65 + (i % 26))}a${String.fromCharCode(97 + Math.floor(i / 26))}ol`;
        return `The lawyer Jane ${name} stayed.`;
      }),
    ),
  ]);
  const first = listOf("people", crowd, BOT);
  expect(textOf(first)).toContain("Jane Aaaol");
  expect(buttons(first).some(({ text }) => / of 300 ›$/.test(text))).toBe(true);
});

describe("several stories", () => {
  const stories = Array.from({ length: 30 }, (_, i) =>
    madeStory([`On May ${i + 1}, 2024, pier ${i} was closed. "It is over," Jane Roe said.`], {}, `pier-${i}`),
  );
  const many = openLibrary(stories);

  it.each(["overview", "timeline", "people", "quotes"] as const)("are chosen from for %s", (list) => {
    const choice = listOf(list, many, BOT);
    const third = buttons(choice).find(({ text }) => text === "pier-2");
    if (!third) throw new Error("each story has a button");
    const text = textOf(press(many, third));
    expect(text).not.toContain("pier 1 ");
    expect(text).toMatch(/pier 2|Jane Roe/);
    const back = buttons(press(many, third)).find((button) => button.text === "‹ All stories");
    expect(back).toBeDefined();
  });

  it("are searched all for a name, of very many those that have it", () => {
    expect(textOf(listOf("quotes", many, BOT, "Roe"))).toContain("It is over");
    const last = madeStory(['"It is not over," John Doe said.'], {}, "last");
    const more = openLibrary([...stories, last]);
    expect(textOf(listOf("quotes", more, BOT, "doe"))).toContain("It is not over");
  });
});

test.each(["", " ", "2", "nobody", "x".repeat(4000), "/quotes", "(.*)+$", "😀".repeat(30)])(
  "/quotes %s is answered",
  (words) => {
    expect(textOf(listOf("quotes", library, BOT, words))).toMatch(/^(?:Who says what|The story does not)/);
  },
);

test("plain words", () => {
  const { stories } = library;
  expect(quotesAsked(stories, "Who is quoted?")).toBe("");
  expect(quotesAsked(stories, "quotes by Mary Poe")).toBe("Mary Poe");
  expect(quotesAsked(stories, "quotes about the piers")).toBeUndefined();
  expect(quotesAsked(stories, "What did Roe say?")).toBeUndefined();
  expect(quotesFor(stories, " ").found).toHaveLength(60);
});
