import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { READER } from "./people.js";

let telegram: FakeTelegram;
let answer: Message;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  const asked = telegram.text({ text: "a question" });
  const other = telegram.text({ text: "another", replyTo: asked });
  await call("sendMessage", {
    chat_id: READER.id,
    text: "an answer",
    reply_parameters: { message_id: other.message_id },
    reply_markup: {
      inline_keyboard: [
        [{ text: "Source", url: "https://example.com" }],
        [{ text: "More", callback_data: "more-1" }],
      ],
    },
  });
  answer = sent();
});

afterEach(async () => {
  vi.useRealTimers();
  await telegram.close();
});

function call(method: string, payload: object): Promise<unknown> {
  return callMethod(telegram, method, payload);
}

function sent(): Message {
  const [first] = telegram.shown;
  if (first === undefined) throw new Error("the bot sent nothing");
  return first.message;
}

const TOO_OLD = refused(
  400,
  "Bad Request: query is too old and response timeout expired or query ID is invalid",
);

describe("a press", () => {
  test.each(["More", "more-1"])("of %s brings the message as it stands, and who pressed", async (button) => {
    const anna = { id: 7, is_bot: false, first_name: "Anna" };
    await call("editMessageText", {
      chat_id: READER.id,
      message_id: answer.message_id,
      text: "a longer answer",
      reply_markup: answer.reply_markup,
    });
    const query = telegram.press(answer, button, { from: anna });
    expect(await call("getUpdates", { offset: -1 })).toMatchObject({
      result: [{ callback_query: { id: query.id, from: anna, data: "more-1" } }],
    });
    expect(query.message).toMatchObject({
      text: "a longer answer",
      reply_to_message: { text: "another" },
      reply_markup: answer.reply_markup,
    });
    expect(query.message?.reply_to_message).not.toHaveProperty("reply_to_message");
  });

  test("brings no message that was replied to and is deleted", () => {
    const [, other] = telegram.messages();
    if (other) telegram.delete(other);
    expect(telegram.press(answer, "More").message).not.toHaveProperty("reply_to_message");
  });

  test.each(["Less", "Source"])("of %s is an error: that button does not call the bot", (button) => {
    expect(() => telegram.press(answer, button)).toThrow(
      `there is no button [${button}] that calls the bot; there are: [Source] [More]`,
    );
  });

  test("of a message that is deleted at the same moment brings only where it stood", async () => {
    const { message } = telegram.press(answer, "More", { gone: true });
    expect(message).toEqual({ chat: answer.chat, message_id: answer.message_id, date: 0 });
    const edit = { chat_id: READER.id, message_id: answer.message_id, text: "x" };
    expect(await call("editMessageText", edit)).toEqual(
      refused(400, "Bad Request: message to edit not found"),
    );
  });

  test("needs the message", () => {
    telegram.delete(answer);
    expect(() => telegram.press(answer, "More")).toThrow("message 3 was deleted");
  });
});

describe("answerCallbackQuery", () => {
  test("shows a notice, once", async () => {
    const query = telegram.press(answer, "More");
    const notice = { text: "That is all.", show_alert: true, url: "https://t.me/story_bot?start=x" };
    expect(await call("answerCallbackQuery", { callback_query_id: query.id, ...notice })).toEqual({
      ok: true,
      result: true,
    });
    expect(telegram.notices).toEqual([{ query, text: notice.text, alert: true, url: notice.url }]);
    expect(await call("answerCallbackQuery", { callback_query_id: query.id })).toEqual(TOO_OLD);
    expect(telegram.notices).toHaveLength(1);
  });

  test("is refused after the query's life time, and for a query that never was", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const query = telegram.press(answer, "More");
    vi.setSystemTime(Date.now() + 16_000);
    expect(await call("answerCallbackQuery", { callback_query_id: query.id })).toEqual(TOO_OLD);
    expect(await call("answerCallbackQuery", { callback_query_id: "unheard-of" })).toEqual(TOO_OLD);
    expect(await call("answerCallbackQuery", {})).toEqual(TOO_OLD);
  });

  test("takes the query of a raw update too", async () => {
    telegram.update({ callback_query: { id: "q1", from: READER, chat_instance: "1", data: "more" } });
    expect(await call("answerCallbackQuery", { callback_query_id: "q1" })).toMatchObject({ ok: true });
  });

  test.each([
    [{ text: "x".repeat(201) }, "MESSAGE_TOO_LONG"],
    [{ url: "https://example.com" }, "URL_INVALID"],
    [{ url: "https://t.me/other_bot?start=x" }, "URL_INVALID"],
  ])("refuses %j, and the query waits on", async (payload, reason) => {
    const { id } = telegram.press(answer, "More");
    expect(await call("answerCallbackQuery", { callback_query_id: id, ...payload })).toEqual(
      refused(400, `Bad Request: ${reason}`),
    );
    expect(await call("answerCallbackQuery", { callback_query_id: id })).toMatchObject({ ok: true });
  });
});
