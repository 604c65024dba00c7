import type { Chat } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import type { InlineResult } from "./inline-results.js";
import { GROUP, person, READER, SUPERGROUP } from "./people.js";

const ANNA = person(2101, "Anna");
const BUTTONS = { inline_keyboard: [[{ text: "More", callback_data: "more" }]] };

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start({ supports_inline_queries: true, supports_guest_queries: true });
});

afterEach(async () => {
  vi.useRealTimers();
  await telegram.close();
});

function call(method: string, payload: object = {}): Promise<unknown> {
  return callMethod(telegram, method, payload);
}

function article(more: object = {}, content: object = {}): object {
  return {
    type: "article",
    id: "1",
    title: "A title",
    input_message_content: { message_text: "an answer", ...content },
    ...more,
  };
}

/** Offers results to somebody who types. */
async function offered(...results: object[]): Promise<readonly InlineResult[]> {
  const { id } = telegram.inline("who");
  expect(await call("answerInlineQuery", { inline_query_id: id, results })).toEqual({
    ok: true,
    result: true,
  });
  return telegram.offers.at(-1)?.results ?? [];
}

async function chosen(result: object, options: Parameters<FakeTelegram["choose"]>[1]) {
  const [one] = await offered(result);
  if (one === undefined) throw new Error("nothing was offered");
  return telegram.choose(one, options);
}

describe("an inline query", () => {
  test.each([
    [undefined, "sender"],
    [GROUP, "group"],
  ] as const)("in %o tells the kind of chat, and who types", async (chat, chat_type) => {
    const query = telegram.inline("who was", { from: ANNA, offset: "10", ...(chat && { chat }) });
    expect(await call("getUpdates")).toMatchObject({
      result: [{ inline_query: { id: query.id, from: ANNA, query: "who was", offset: "10", chat_type } }],
    });
  });

  test("is not typed where inline mode is off, nor longer than Telegram lets it be", async () => {
    expect(() => telegram.inline("x".repeat(257))).toThrow("a query has at most 256 characters");
    await telegram.close();
    telegram = await FakeTelegram.start();
    expect(() => telegram.inline("who")).toThrow("inline mode is off");
  });
});

describe("answerInlineQuery", () => {
  test("offers results, and tells how it goes on", async () => {
    const query = telegram.inline("who");
    await call("answerInlineQuery", {
      inline_query_id: query.id,
      results: [
        article(
          { description: "about it", reply_markup: BUTTONS },
          { entities: [{ type: "bold", offset: 0, length: 2 }] },
        ),
      ],
      next_offset: "10",
      cache_time: 100_000,
      button: { text: "Ask more", start_parameter: "ask-more_1" },
    });
    expect(telegram.offers).toEqual([
      {
        query,
        results: [
          {
            id: "1",
            title: "A title",
            description: "about it",
            content: {
              text: "an answer",
              entities: [{ type: "bold", offset: 0, length: 2 }],
              reply_markup: BUTTONS,
            },
          },
        ],
        nextOffset: "10",
        cacheTime: 86_400,
        personal: false,
        button: { text: "Ask more", start_parameter: "ask-more_1" },
      },
    ]);
  });

  test("may offer nothing", async () => {
    expect(await offered()).toEqual([]);
    expect(telegram.offers[0]).toMatchObject({ nextOffset: "", cacheTime: 300 });
  });

  const RESULT = "can't parse inline query result: ";
  const BUTTON = "can't parse inline query results button: ";

  test.each([
    [{ results: {} }, 'field "results" must be of type Array'],
    [{ results: Array(51).fill(article()) }, "too many inline query results specified"],
    [{ results: ["x"] }, `${RESULT}Inline query result must be an object`],
    [{ results: [article({ type: undefined })] }, `${RESULT}Can't find field "type"`],
    [
      { results: [article({ type: "gif" })] },
      `${RESULT}Type "gif" is unsupported for the inline query result`,
    ],
    [{ results: [article({ id: undefined })] }, `${RESULT}Can't find field "id"`],
    [{ results: [article({ title: undefined })] }, `${RESULT}Can't find field "title"`],
    [
      { results: [article({ input_message_content: undefined })] },
      `${RESULT}Can't find field "message_text"`,
    ],
    [{ results: [article({}, { message_text: "" })] }, `${RESULT}Input message content is not specified`],
    [{ results: [article({}, { parse_mode: "HTML" })] }, `${RESULT}Unsupported parse_mode`],
    [
      { results: [article({}, { entities: [{ type: "bold", offset: 0 }] })] },
      `${RESULT}Can't parse MessageEntity: Can't find field "length"`,
    ],
    [{ results: [article({}, { message_text: " " })] }, "text must be non-empty"],
    [{ results: [article({}, { message_text: "x".repeat(4097) })] }, "MESSAGE_TOO_LONG"],
    [
      { results: [article({}, { entities: [{ type: "bold", offset: 9, length: 1 }] })] },
      "entity begins after the end of the text at UTF-16 offset 9",
    ],
    [{ results: [article({ reply_markup: { force_reply: true } })] }, "inline keyboard expected"],
    [
      {
        results: [
          article({ reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "x".repeat(65) }]] } }),
        ],
      },
      "BUTTON_DATA_INVALID",
    ],
    [{ next_offset: "é".repeat(33) }, "NEXT_OFFSET_INVALID"],
    [{ results: [article({ id: "" })] }, "RESULT_ID_EMPTY"],
    [{ results: [article({ id: "é".repeat(33) })] }, "RESULT_ID_INVALID"],
    [{ results: [article(), article()] }, "RESULT_ID_DUPLICATE"],
    [{ results: [article({ title: "" })] }, "ARTICLE_TITLE_EMPTY"],
    [{ button: {} }, `${BUTTON}Can't find field "text"`],
    [{ button: { text: "x" } }, `${BUTTON}InlineQueryResultsButton must have exactly one optional field`],
    [{ button: { text: "x", start_parameter: "" } }, "can't use empty start_parameter"],
    [{ button: { text: "x", start_parameter: "x".repeat(65) } }, "too long start_parameter specified"],
    [{ button: { text: "x", start_parameter: "who?" } }, "unallowed characters in start_parameter are used"],
    [{ button: { text: "", start_parameter: "x" } }, "SWITCH_PM_TEXT_EMPTY"],
  ])("refuses %j, and the query waits on", async (payload, reason) => {
    const { id } = telegram.inline("who");
    expect(await call("answerInlineQuery", { inline_query_id: id, ...payload })).toEqual(
      refused(400, `Bad Request: ${reason}`),
    );
    expect(await call("answerInlineQuery", { inline_query_id: id })).toMatchObject({ ok: true });
  });

  test("is taken once, and not too late", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const tooOld = refused(
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
    const first = { inline_query_id: telegram.inline("who").id };
    const second = { inline_query_id: telegram.inline("who was").id };
    expect(await call("answerInlineQuery", first)).toMatchObject({ ok: true });
    expect(await call("answerInlineQuery", first)).toEqual(tooOld);
    vi.setSystemTime(Date.now() + 11_000);
    expect(await call("answerInlineQuery", second)).toEqual(tooOld);
    expect(telegram.offers).toHaveLength(1);
  });
});

test("a deep link says /start with its payload", async () => {
  expect(telegram.start("x-1_Y", { from: ANNA })).toMatchObject({
    chat: { id: ANNA.id, type: "private" },
    text: "/start x-1_Y",
    entities: [{ type: "bot_command", offset: 0, length: 6 }],
  });
  for (const payload of ["", "a b", "x".repeat(65)]) {
    expect(() => telegram.start(payload)).toThrow("cannot stand behind start=");
  }
});

describe("a chosen result", () => {
  test("becomes a message of whoever chose it, via the bot, which is told only of the message", async () => {
    const message = await chosen(article(), { from: ANNA });
    expect(message).toMatchObject({ from: ANNA, via_bot: { username: "story_bot" }, text: "an answer" });
    expect(await call("getUpdates", { offset: -1 })).toMatchObject({ result: [{ message }] });
  });

  test.each([
    [article({ reply_markup: BUTTONS }), "inline-1"],
    [article(), undefined],
  ])("%j is told to a bot with feedback, by id %s", async (result, inline_message_id) => {
    await chosen(result, { from: ANNA, told: true });
    const expected = {
      result_id: "1",
      from: ANNA,
      query: "who",
      ...(inline_message_id && { inline_message_id }),
    };
    const answer = await call("getUpdates", { offset: -1 });
    expect(answer).toMatchObject({ result: [{ chosen_inline_result: expected }] });
    expect(JSON.stringify(answer).includes("inline_message_id")).toBe(inline_message_id !== undefined);
  });

  test("in a chat without the bot is pressed and edited by its id alone", async () => {
    telegram.withoutBot(SUPERGROUP);
    const message = await chosen(article({ reply_markup: BUTTONS }), { from: ANNA, chat: SUPERGROUP });
    const query = telegram.press(message, "More", { from: READER });
    expect(query).toMatchObject({ inline_message_id: "inline-1", data: "more" });
    expect(query).not.toHaveProperty("message");
    expect(await call("getUpdates")).toMatchObject({
      result: [{ inline_query: {} }, { callback_query: query }],
    });
    const inline = { inline_message_id: query.inline_message_id };
    const edited = { ...inline, text: "more of it", reply_markup: BUTTONS };
    expect(await call("editMessageText", edited)).toEqual({ ok: true, result: true });
    expect(await call("editMessageText", edited)).toMatchObject({ error_code: 400 });
    expect(telegram.messages(SUPERGROUP.id)).toMatchObject([{ text: "more of it", from: ANNA }]);
    expect(await call("editMessageReplyMarkup", inline)).toEqual({ ok: true, result: true });
    expect(telegram.messages(SUPERGROUP.id)[0]).not.toHaveProperty("reply_markup");
    telegram.delete(message);
    for (const id of ["inline-1", "inline-9"]) {
      expect(await call("editMessageText", { inline_message_id: id, text: "x" })).toEqual(
        refused(400, "Bad Request: MESSAGE_ID_INVALID"),
      );
    }
  });

  test("is one that was offered", async () => {
    const [result] = await offered(article());
    expect(result && (() => telegram.choose({ ...result }))).toThrow("that result was not offered");
  });
});

describe("guest mode", () => {
  const elsewhere: Chat.GroupChat = { ...GROUP, id: -3099 };
  const asked = { chat: elsewhere, from: ANNA, text: "@Story_Bot who?" };

  test("brings what calls the bot by its name, and shows the one answer", async () => {
    const hello = telegram.text({ chat: elsewhere, text: "hello" });
    telegram.guest({ ...asked, replyTo: hello });
    const answer = await call("getUpdates", { offset: -1 });
    expect(answer).toMatchObject({
      result: [
        {
          guest_message: {
            chat: elsewhere,
            from: ANNA,
            text: "@Story_Bot who?",
            reply_to_message: { text: "hello" },
            guest_query_id: "guest-1",
          },
        },
      ],
    });
    const result = article({ reply_markup: BUTTONS });
    expect(await call("answerGuestQuery", { guest_query_id: "guest-1", result })).toEqual({
      ok: true,
      result: { inline_message_id: "inline-1" },
    });
    expect(telegram.shown).toMatchObject([
      {
        change: "sent",
        message: {
          chat: elsewhere,
          from: { username: "story_bot" },
          guest_bot_caller_user: ANNA,
          text: "an answer",
        },
      },
    ]);
    expect(await call("answerGuestQuery", { guest_query_id: "guest-1", result })).toEqual(
      refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
    );
    expect(await call("sendMessage", { chat_id: elsewhere.id, text: "x" })).toMatchObject({
      description: "Bad Request: chat not found",
    });
  });

  test.each([
    [{}, "result isn't specified"],
    [{ result: [] }, 'field "result" must be of type Object'],
    [{ result: { type: "article" } }, 'can\'t find field "id"'],
    [{ result: article({ title: "" }) }, "ARTICLE_TITLE_EMPTY"],
    [{ result: article({ id: "x".repeat(65) }) }, "RESULT_ID_INVALID"],
    [{ result: article({}, { message_text: "x".repeat(4097) }) }, "MESSAGE_TOO_LONG"],
    [{ result: article({}, { message_text: "" }) }, "input message content is not specified"],
  ])("answerGuestQuery refuses %j, and the query waits on", async (payload, reason) => {
    const query = { guest_query_id: "guest-1" };
    telegram.guest(asked);
    expect(await call("answerGuestQuery", { ...query, ...payload })).toEqual(
      refused(400, `Bad Request: ${reason}`),
    );
    expect(await call("answerGuestQuery", { ...query, result: article() })).toMatchObject({ ok: true });
  });

  test("is not asked without the name, nor where it is off", async () => {
    expect(() => telegram.guest({ ...asked, text: "@other_bot who?" })).toThrow("does not call @story_bot");
    expect(() => telegram.guest({ ...asked, text: "story_bot who?" })).toThrow("does not call @story_bot");
    await telegram.close();
    telegram = await FakeTelegram.start();
    expect(() => telegram.guest(asked)).toThrow("guest mode is off");
    telegram.withoutBot(elsewhere);
    telegram.text(asked);
    expect(await call("getUpdates")).toEqual({ ok: true, result: [] });
  });
});
