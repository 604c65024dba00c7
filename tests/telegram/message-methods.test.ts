import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { READER } from "./people.js";

const ASKED = 1;
const ANSWER = 2;

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  telegram.text({ text: "a question" });
});

afterEach(async () => {
  await telegram.close();
});

function call(method: string, payload: object): Promise<unknown> {
  return callMethod(telegram, method, { chat_id: READER.id, ...payload });
}

function keyboard(...buttons: object[]): object {
  return { reply_markup: { inline_keyboard: [buttons] } };
}

describe("sendMessage", () => {
  test("adds a message that readers see", async () => {
    const sent = await call("sendMessage", {
      text: "  an answer\n",
      entities: [{ type: "italic", offset: 2, length: 2 }],
      reply_parameters: { message_id: ASKED },
      link_preview_options: { is_disabled: true },
      ...keyboard(
        { text: "More", callback_data: "é".repeat(32) },
        { text: "Source", url: "https://example.com" },
      ),
    });
    const [, message] = telegram.messages();
    expect(sent).toEqual({ ok: true, result: message });
    expect(message).toMatchObject({
      message_id: ANSWER,
      from: { is_bot: true },
      text: "an answer",
      entities: [{ type: "italic", offset: 0, length: 2 }],
      reply_to_message: { message_id: ASKED, text: "a question" },
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: "More" }, { text: "Source" }]] },
    });
    expect(telegram.shown).toEqual([{ change: "sent", message }]);
  });

  test.each([
    [{ text: "" }, "message text is empty"],
    [{ text: " \n " }, "text must be non-empty"],
    [{ text: "x", chat_id: "" }, "chat_id is empty"],
    [{ text: "x", chat_id: 4711 }, "chat not found"],
    [{ text: "x", chat_id: "@nobody" }, "chat not found"],
    [{ text: "x".repeat(4097) }, "message is too long"],
    [{ text: "*x*", parse_mode: "MarkdownV2" }, "unsupported parse_mode"],
    [{ text: "x", entities: {} }, 'field "entities" must be of type Array'],
    [{ text: "x", message_thread_id: 7 }, "message thread not found"],
    [{ text: "x", reply_parameters: { message_id: 99 } }, "message to be replied not found"],
    [{ text: "x", reply_parameters: {} }, 'can\'t find field "message_id"'],
    [{ text: "x", ...keyboard({ text: "b", callback_data: "é".repeat(33) }) }, "BUTTON_DATA_INVALID"],
    [{ text: "x", ...keyboard({ text: "b", url: "https://a.com/b c" }) }, "BUTTON_URL_INVALID"],
    [{ text: "x", ...keyboard({ text: "b", copy_text: { text: "" } }) }, "BUTTON_COPY_TEXT_INVALID"],
    [
      { text: "x", ...keyboard({ text: "b", copy_text: { text: "x".repeat(257) } }) },
      "BUTTON_COPY_TEXT_INVALID",
    ],
    [
      { text: "x", ...keyboard({ text: "b", url: "ftp://example.com" }) },
      "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [
      { text: "x", ...keyboard({ text: "b", url: "http://localhost:80" }) },
      "inline keyboard button URL 'http://localhost:80' is invalid: Wrong HTTP URL",
    ],
    [
      { text: "x", ...keyboard({ text: "b", callback_data: "" }) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { text: "x", ...keyboard({ callback_data: "b" }) },
      "can't parse inline keyboard button: Can't find field \"text\"",
    ],
  ])("refuses %j", async (payload, reason) => {
    expect(await call("sendMessage", payload)).toEqual(refused(400, `Bad Request: ${reason}`));
    expect(telegram.shown).toEqual([]);
  });

  test("goes without the reply where the asked message is gone and that is allowed", async () => {
    const reply_parameters = { message_id: 99, allow_sending_without_reply: true };
    expect(await call("sendMessage", { text: "x", reply_parameters })).toMatchObject({ ok: true });
    expect(telegram.messages()[1]).not.toHaveProperty("reply_to_message");
  });

  test.each([
    [{ force_reply: true, input_field_placeholder: "Your question", selective: true }, "Your question"],
    [{ force_reply: true }, ""],
    [{ remove_keyboard: true, selective: true }, undefined],
    [{ keyboard: [[{ text: "Yes" }]], selective: true }, undefined],
  ])("takes %j, which is no part of the message", async (reply_markup, field) => {
    expect(await call("sendMessage", { text: "x", reply_markup })).toMatchObject({ ok: true });
    const [shown] = telegram.shown;
    expect(shown?.replyField).toBe(field);
    expect(shown?.message).not.toHaveProperty("reply_markup");
  });

  test("takes buttons of every kind that is known", async () => {
    const buttons = [
      { text: "a", copy_text: { text: "x".repeat(256) } },
      { text: "b", switch_inline_query: "" },
      { text: "c", switch_inline_query_current_chat: "who" },
    ];
    await call("sendMessage", { text: "x", ...keyboard(...buttons) });
    expect(telegram.messages()[1]).toMatchObject(keyboard(...buttons));
  });

  test("drops buttons without a label, and rows without a button", async () => {
    await call("sendMessage", { text: "x", ...keyboard({ text: "", callback_data: "b" }) });
    expect(telegram.messages()[1]).not.toHaveProperty("reply_markup");
  });

  test("goes to a topic that is known", async () => {
    const chat = { id: -100, type: "supergroup", title: "Forum", is_forum: true } as const;
    telegram.message({ chat, text: "in a topic", message_thread_id: 7, is_topic_message: true });
    await call("sendMessage", { chat_id: chat.id, text: "x", message_thread_id: 7 });
    expect(telegram.messages(chat.id)[1]).toMatchObject({ message_thread_id: 7, is_topic_message: true });
  });
});

describe("edits", () => {
  const original = {
    text: "an answer",
    entities: [{ type: "bold", offset: 0, length: 2 }],
    ...keyboard({ text: "More", callback_data: "more" }),
  };

  beforeEach(async () => {
    await call("sendMessage", original);
  });

  test("replace text, entities and buttons as a whole", async () => {
    await call("editMessageText", { message_id: ANSWER, text: "another" });
    const [, message] = telegram.messages();
    expect(message).toMatchObject({ text: "another", edit_date: expect.any(Number) });
    expect(message).not.toHaveProperty("entities");
    expect(message).not.toHaveProperty("reply_markup");
    expect(telegram.shown.map(({ change }) => change)).toEqual(["sent", "edited"]);
  });

  test("may be of the buttons alone", async () => {
    await call("editMessageReplyMarkup", {
      message_id: ANSWER,
      ...keyboard({ text: "Less", callback_data: "l" }),
    });
    expect(telegram.messages()[1]).toMatchObject({
      text: original.text,
      entities: original.entities,
      reply_markup: { inline_keyboard: [[{ text: "Less" }]] },
    });
  });

  test.each([
    ["editMessageText", { message_id: 99, text: "x" }, "message to edit not found"],
    ["editMessageText", { message_id: ASKED, text: "x" }, "message can't be edited"],
    ["editMessageText", { text: "x" }, "message identifier is not specified"],
    ["editMessageText", { message_id: ANSWER, text: "" }, "message text is empty"],
    ["editMessageText", { message_id: ANSWER, text: "x".repeat(4097) }, "MESSAGE_TOO_LONG"],
    [
      "editMessageText",
      { message_id: ANSWER, text: "x", reply_markup: { force_reply: true } },
      "inline keyboard expected",
    ],
    [
      "editMessageReplyMarkup",
      { message_id: ANSWER, reply_markup: { remove_keyboard: true } },
      "inline keyboard expected",
    ],
    ["editMessageReplyMarkup", { chat_id: 4711, message_id: ANSWER }, "chat not found"],
  ])("%s refuses %j", async (method, payload, reason) => {
    expect(await call(method, payload)).toEqual(refused(400, `Bad Request: ${reason}`));
  });

  test.each([
    ["editMessageText", original],
    ["editMessageReplyMarkup", keyboard({ text: "More", callback_data: "more" })],
  ])("%s refuses what changes nothing", async (method, payload) => {
    expect(await call(method, { message_id: ANSWER, ...payload })).toEqual(
      refused(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      ),
    );
  });
});

test("sendChatAction knows Telegram's actions", async () => {
  expect(await call("sendChatAction", { action: "typing" })).toEqual({ ok: true, result: true });
  expect(await call("sendChatAction", { action: "typing", message_thread_id: 7 })).toEqual(
    refused(400, "Bad Request: message thread not found"),
  );
  expect(await call("sendChatAction", { action: "thinking" })).toEqual(
    refused(400, "Bad Request: wrong parameter action in request"),
  );
});
