import type { Message } from "grammy/types";
import { expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { Questions } from "../../src/telegram/questions.js";
import { madeStory } from "../made-story.js";
import { BOT, GROUP, privateChat, READER } from "./people.js";

const HARBOUR = [
  "The harbour was closed on Monday after a ferry hit the northern pier.",
  '"Nobody was hurt on the ferry," said Jane Roe, who runs the harbour.',
  "Repairs of the northern pier will take three weeks.",
];
const LIBRARY = openLibrary([madeStory(HARBOUR)]);
const CHANGED = openLibrary([madeStory([...HARBOUR, "The ferry sails again."])]);

const HINT = "Say in your question whom or what it is about, or reply to one of my answers.";

/** One chat with the bot: what is asked with a message of that number, and the answer's text. */
function talk(chat: Message["chat"] = privateChat(READER)) {
  const questions = new Questions([]);
  return (id: number, question: string, library = LIBRARY) => {
    const message = { message_id: id, date: 1_800_000_000, chat, from: READER, text: question };
    return telegramMessage(questions.answer(library, BOT, message, question).reply).text;
  };
}

test("in a private chat a question leans on the one before it", () => {
  const ask = talk();
  expect(ask(1, "and who said that?")).toContain(HINT);
  ask(2, "Was somebody hurt on the ferry?");
  expect(ask(4, "who said that?")).toMatch(/^"Nobody was hurt on the ferry,".*\n— Jane Roe/);
});

test("in a group it leans on nothing", () => {
  const ask = talk(GROUP);
  ask(1, "Was somebody hurt on the ferry?");
  expect(ask(2, "who said that?")).toContain(HINT);
});

test("an edited question leans on what came before it, and the next one on what it is now", () => {
  const ask = talk();
  ask(1, "Was somebody hurt on the ferry?");
  ask(3, "How long will repairs take?");
  expect(ask(3, "who said that?")).toMatch(/^"Nobody was hurt/);
  ask(3, "How long will repairs take?");
  expect(ask(5, "who said that?")).toMatch(/^Repairs of/);
});

test("the edit of an earlier question leans on nothing, and leaves what the last one left behind", () => {
  const ask = talk();
  ask(1, "How long will repairs take?");
  ask(3, "Was somebody hurt on the ferry?");
  expect(ask(1, "who said that?")).toContain(HINT);
  ask(1, "When was the harbour closed?");
  expect(ask(5, "who said that?")).toMatch(/^"Nobody was hurt/);
});

test("a story that has changed is leant on no more", () => {
  const ask = talk();
  ask(1, "Was somebody hurt on the ferry?");
  expect(ask(3, "who said that?", CHANGED)).toContain(HINT);
});

test("of 10,001 chats the first is forgotten, which costs a hint", () => {
  const questions = new Questions([]);
  const ask = (person: number, id: number, text: string) => {
    const chat = privateChat({ ...READER, id: person });
    const message = { message_id: id, date: 1_800_000_000, chat, text };
    return telegramMessage(questions.answer(LIBRARY, BOT, message, text).reply).text;
  };
  // Small talk is quick, and takes a place all the same.
  for (let person = 1; person <= 10_001; person++) {
    ask(person, 1, person <= 2 ? "Was somebody hurt on the ferry?" : "thanks");
  }
  expect(ask(2, 2, "who said that?")).toMatch(/^"Nobody was hurt/);
  expect(ask(1, 2, "who said that?")).toContain(HINT);
});
