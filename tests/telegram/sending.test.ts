import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { AbortController } from "abort-controller";
import { Api, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sending } from "../../src/telegram/calls/sending.js";
import { fetchAnswer, UnansweredError, UnsentError } from "../../src/telegram/calls/transport.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";
import { READER, TOKEN } from "./people.js";
import { ok, refusal, scriptedApi } from "./scripted-api.js";

const UNSENT = new UnsentError("ECONNREFUSED");
const UNANSWERED = new UnansweredError("ECONNRESET");

describe("attempts and waits", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const calls = {
    sendMessage: (api: Api) => api.sendMessage(1, "text"),
    editMessageText: (api: Api) => api.editMessageText(1, 2, "text"),
    getMe: (api: Api) => api.getMe(),
    setMyCommands: (api: Api) => api.setMyCommands([]),
    answerCallbackQuery: (api: Api) => api.answerCallbackQuery("1"),
    answerInlineQuery: (api: Api) => api.answerInlineQuery("1", []),
    answerGuestQuery: (api: Api) =>
      api.answerGuestQuery("1", {
        type: "article",
        id: "1",
        title: "title",
        input_message_content: { message_text: "text" },
      }),
    sendChatAction: (api: Api) => api.sendChatAction(1, "typing"),
    getUpdates: (api: Api) => api.getUpdates(),
  };

  /** When a call is tried that always fails so, in seconds; an hour goes by. */
  async function attemptsOf(method: keyof typeof calls, fault: object | Error): Promise<number[]> {
    const { api, attempts } = scriptedApi(() => {
      if (fault instanceof Error) throw fault;
      return fault;
    });
    api.config.use(...sending(new AbortController().signal));
    const failed = expect(calls[method](api)).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
    await failed;
    expect(vi.getTimerCount()).toBe(0);
    return attempts.map(({ at }) => at / 1000);
  }

  const ERROR = refusal(500, "Internal Server Error");
  const ONCE = [0];
  const UNTIL_CONNECTED = [0, 0.5, 1.5, 3.5, 7.5];

  test.each<[keyof typeof calls, string, object | Error, number[]]>([
    ["sendMessage", "500", ERROR, [0, 3, 9, 21]],
    ["sendMessage", "429 for a second", refusal(429, "Too Many Requests", 1), [0, 1, 2, 3]],
    ["sendMessage", "429 for more than a minute", refusal(429, "Too Many Requests", 61), ONCE],
    ["sendMessage", "400", refusal(400, "Bad Request"), ONCE],
    ["sendMessage", "no connection", UNSENT, UNTIL_CONNECTED],
    ["sendMessage", "a broken connection", UNANSWERED, ONCE],
    ["editMessageText", "a broken connection", UNANSWERED, UNTIL_CONNECTED],
    ["getMe", "a broken connection", UNANSWERED, UNTIL_CONNECTED],
    ["setMyCommands", "500", ERROR, [0, 3, 9, 21]],
    ["answerCallbackQuery", "500", ERROR, ONCE],
    ["answerCallbackQuery", "no connection", UNSENT, ONCE],
    ["answerInlineQuery", "429 for a second", refusal(429, "Too Many Requests", 1), ONCE],
    ["answerGuestQuery", "no connection", UNSENT, ONCE],
    ["sendChatAction", "500", ERROR, ONCE],
    ["getUpdates", "500, which polling tries again", ERROR, ONCE],
    ["getUpdates", "no connection, which polling tries again", UNSENT, ONCE],
  ])("%s: %s", async (method, _, fault, expected) => {
    expect(await attemptsOf(method, fault)).toEqual(expected);
  });

  test("end when the process must wait for nothing any more", async () => {
    const { api, attempts } = scriptedApi(() => refusal(429, "Too Many Requests", 60));
    const ended = new AbortController();
    api.config.use(...sending(ended.signal));
    const failed = expect(api.sendMessage(1, "text")).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(1000);
    ended.abort();
    await failed;
    expect(attempts).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("follow a group to the supergroup that it has become", async () => {
    const { api, attempts } = scriptedApi((n) =>
      n === 1
        ? {
            ...refusal(400, "Bad Request: group chat was upgraded"),
            parameters: { migrate_to_chat_id: -100 },
          }
        : ok({}),
    );
    api.config.use(...sending(new AbortController().signal));
    await api.sendMessage(-5, "text");
    expect(attempts.map(({ payload }) => payload)).toEqual([
      { chat_id: -5, text: "text" },
      { chat_id: -100, text: "text" },
    ]);
  });
});

describe("over HTTP", () => {
  let telegram: FakeTelegram;
  let ended: AbortController;
  let api: Api;

  beforeEach(async () => {
    telegram = await FakeTelegram.start();
    telegram.text({ text: "a question" });
    ended = new AbortController();
    api = new Api(TOKEN, { apiRoot: telegram.apiRoot, fetch: fetchAnswer });
  });

  afterEach(async () => {
    vi.useRealTimers();
    await telegram.close();
  });

  test("what found no connection is sent as soon as there is one, once", async () => {
    await telegram.close();
    let failures = 0;
    api.config.use(async (prev, method, payload, signal) => {
      try {
        return await prev(method, payload, signal);
      } catch (error) {
        if (failures++ === 0) await telegram.open();
        throw error;
      }
    });
    api.config.use(...sending(ended.signal));
    await api.sendMessage(READER.id, "an answer");
    expect(failures).toBe(1);
    expect(telegram.shown).toHaveLength(1);
  });

  test.each([
    ["ten seconds", "sendMessage", 10_000, () => api.sendMessage(READER.id, "an answer")],
    ["five seconds", "answerInlineQuery", 5_000, () => api.answerInlineQuery("1", [])],
    [
      "ten seconds on top of the wait",
      "getUpdates",
      40_000,
      () => api.getUpdates({ timeout: 30, offset: 5 }),
    ],
  ])("a call that hangs ends after %s", async (_, method, limit, call) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    api.config.use(...sending(ended.signal));
    telegram.fail(method, FAULTS.hanging());
    let open = true;
    const failed = call()
      .then(
        () => undefined,
        (error: unknown) => error,
      )
      .finally(() => {
        open = false;
      });
    await telegram.faultsMet(1);
    await vi.advanceTimersByTimeAsync(limit - 1);
    expect(open).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toMatchObject({ error: { name: "UnansweredError" } });
  });

  test("a call may be ended while it hangs", async () => {
    api.config.use(...sending(ended.signal));
    telegram.fail("sendMessage", FAULTS.hanging());
    const failed = expect(api.sendMessage(READER.id, "an answer")).rejects.toThrow();
    await telegram.faultsMet(1);
    ended.abort();
    await failed;
  });

  test("an error of the connection holds neither address nor token", async () => {
    await telegram.close();
    const error: unknown = await api.getMe().catch((failure) => failure);
    expect(error).toBeInstanceOf(HttpError);
    if (error instanceof HttpError) expect(error.error).toEqual(new UnsentError("ECONNREFUSED"));
    await telegram.open();
  });
});

describe("whether a call was sent", () => {
  let server: Server;
  let port: number;

  /** Breaks every connection as soon as it stands, or as soon as something comes. */
  async function breaker(when: "connected" | "spoken to"): Promise<void> {
    server = createServer((socket) => {
      socket.on("error", () => {});
      if (when === "connected") socket.destroy();
      else socket.once("data", () => socket.destroy());
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  }

  afterEach(() => {
    server.close();
  });

  const call = (url: string) =>
    fetchAnswer(url, { method: "POST", headers: {}, body: "{}", signal: new AbortController().signal });

  test("it was not where a secure connection never came to be", async () => {
    await breaker("spoken to");
    await expect(call(`https://127.0.0.1:${port}/bot${TOKEN}/getMe`)).rejects.toThrow(UnsentError);
  });

  test.each(["connected", "spoken to"] as const)(
    "it may have been where the connection broke when %s",
    async (when) => {
      await breaker(when);
      await expect(call(`http://127.0.0.1:${port}/bot${TOKEN}/getMe`)).rejects.toThrow(UnansweredError);
    },
  );
});
