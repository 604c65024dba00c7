import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { MEDIA } from "./media.js";
import { READER } from "./people.js";

let telegram: FakeTelegram;
let asked: Message;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  asked = telegram.text({ text: "/ask whoo?" });
});

afterEach(async () => {
  await telegram.close();
});

function call(method: string, payload: object): Promise<unknown> {
  return callMethod(telegram, method, { chat_id: READER.id, ...payload });
}

function lastUpdate(): Promise<unknown> {
  return call("getUpdates", { offset: -1 });
}

describe("an edit", () => {
  test("is the same message with another text, and is told", async () => {
    telegram.edit(asked, { text: "who? see /help" });
    expect(telegram.messages()).toMatchObject([{ message_id: asked.message_id, text: "who? see /help" }]);
    expect(await lastUpdate()).toMatchObject({
      result: [
        {
          edited_message: {
            message_id: asked.message_id,
            date: asked.date,
            edit_date: expect.any(Number),
            from: READER,
            text: "who? see /help",
            entities: [{ type: "bot_command", offset: 9, length: 5 }],
          },
        },
      ],
    });
  });

  test("takes away the commands that are in it no more", () => {
    expect(telegram.edit(asked, { text: "who?" })).not.toHaveProperty("entities");
  });

  test("of a photo changes its caption", () => {
    const photo = telegram.message({ ...MEDIA.photo, caption: "whoo?" });
    const edited = telegram.edit(photo, { text: "/ask who?" });
    expect(edited).toMatchObject({ caption: "/ask who?", caption_entities: [{ type: "bot_command" }] });
    expect(edited).not.toHaveProperty("text");
  });

  test("keeps the message that it replies to, as that one stands", () => {
    const reply = telegram.text({ text: "and when?", replyTo: asked });
    telegram.edit(asked, { text: "/ask who?" });
    expect(telegram.edit(reply, { text: "and where?" }).reply_to_message?.text).toBe("/ask who?");
  });
});

describe("a deleted message", () => {
  beforeEach(async () => {
    await call("sendMessage", { text: "an answer" });
    for (const message of telegram.messages()) telegram.delete(message);
  });

  test("is gone, and the bot is not told", async () => {
    expect(telegram.messages()).toEqual([]);
    expect(await lastUpdate()).toMatchObject({ result: [{ message: { text: "/ask whoo?" } }] });
  });

  test.each([
    ["sendMessage", { text: "x", reply_parameters: { message_id: 1 } }, "message to be replied not found"],
    ["editMessageText", { message_id: 2, text: "x" }, "message to edit not found"],
    ["editMessageReplyMarkup", { message_id: 2 }, "message to edit not found"],
    ["deleteMessage", { message_id: 2 }, "message to delete not found"],
  ])("is refused by %s %j", async (method, payload, reason) => {
    expect(await call(method, payload)).toEqual(refused(400, `Bad Request: ${reason}`));
  });

  test("does not keep back an answer that may go without it", async () => {
    const reply_parameters = { message_id: asked.message_id, allow_sending_without_reply: true };
    expect(await call("sendMessage", { text: "x", reply_parameters })).toMatchObject({ ok: true });
    expect(telegram.messages()[0]).not.toHaveProperty("reply_to_message");
  });

  test("is an error for whoever would change it again", () => {
    expect(() => telegram.edit(asked, { text: "x" })).toThrow("message 1 was deleted");
    expect(() => telegram.delete(asked)).toThrow("message 1 was deleted");
    expect(() => telegram.text({ text: "x", replyTo: asked })).toThrow("message 1 was deleted");
  });
});

test("the bot deletes its own messages, and in a private chat the other's", async () => {
  await call("sendMessage", { text: "an answer" });
  expect(await call("deleteMessage", { message_id: 2 })).toEqual({ ok: true, result: true });
  expect(await call("deleteMessage", { message_id: 1 })).toEqual({ ok: true, result: true });
  expect(telegram.messages()).toEqual([]);
  expect(await call("deleteMessage", {})).toEqual(
    refused(400, "Bad Request: message identifier is not specified"),
  );
});

test("a forwarded message says that it is one, and its commands are found", () => {
  expect(telegram.forward({ text: "/check this" })).toMatchObject({
    forward_origin: { type: "hidden_user" },
    entities: [{ type: "bot_command" }],
  });
});
