import type { Message } from "grammy/types";
import { expect, test } from "vitest";
import { repliedQuestion } from "../../src/telegram/asked.js";
import { inReplyTo } from "./chats.js";
import { BOT, READER } from "./people.js";

const chat = { id: -5, type: "group", title: "Readers" } as const;

function replyTo(text: string, entities: Message["entities"] = []): Message {
  const replied = { message_id: 1, date: 0, chat, from: READER, text, entities };
  return { message_id: 2, date: 0, chat, from: READER, text: "/ask", ...inReplyTo(replied) };
}

test.each([
  ["When was it?", []],
  ["/ask When was it?", [{ type: "bot_command", offset: 0, length: 4 }]],
  ["/ask@story_bot When was it?", [{ type: "bot_command", offset: 0, length: 14 }]],
  ["@story_bot When was it?", [{ type: "mention", offset: 0, length: 10 }]],
] as const)("a question that is replied to is taken without what stands before it: %s", (text, entities) => {
  expect(repliedQuestion(replyTo(text, [...entities]), BOT)).toBe("When was it?");
});
