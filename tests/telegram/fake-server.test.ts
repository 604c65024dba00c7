import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { MEDIA } from "./media.js";
import { READER } from "./people.js";

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start({ supports_inline_queries: true });
});

afterEach(async () => {
  await telegram.close();
});

function call(method: string, payload: object = {}): Promise<unknown> {
  return callMethod(telegram, method, payload);
}

describe("calls", () => {
  test("only the bot's token is right", async () => {
    expect(await call("getMe")).toMatchObject({
      ok: true,
      result: { is_bot: true, supports_inline_queries: true },
    });
    expect(await callMethod(telegram, "getMe", {}, "1000:another")).toEqual(refused(401, "Unauthorized"));
  });

  test("the status is the error's code", async () => {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/unheardOf`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual(refused(404, "Not Found: method not found"));
    expect((await fetch(`${telegram.apiRoot}/other`)).status).toBe(404);
  });

  test("fields come from the address, a form or JSON; names of methods in any case", async () => {
    telegram.text({ text: "hello" });
    const url = `${telegram.apiRoot}/bot${telegram.token}/SENDMESSAGE`;
    const entities = JSON.stringify([{ type: "bold", offset: 0, length: 2 }]);
    const form = new URLSearchParams({ chat_id: String(READER.id), text: "in a form", entities });
    expect(await (await fetch(url, { method: "POST", body: form })).json()).toMatchObject({ ok: true });
    expect((await fetch(`${url}?chat_id=${READER.id}&text=by+GET`)).ok).toBe(true);
    expect(telegram.messages().map(({ text }) => text)).toEqual(["hello", "in a form", "by GET"]);
    const broken = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"chat_id":',
    };
    expect((await fetch(url, broken)).status).toBe(400);
  });

  test("are logged with their answers, and can be waited for", async () => {
    const before = telegram.nextCall("getMyName");
    await call("getMyName");
    await call("getMe");
    expect(await before).toMatchObject({ method: "getMyName", payload: {}, result: { ok: true } });
    expect(await telegram.nextCall("getMe")).toBe(telegram.calls[1]);
    await expect(telegram.nextCall("getMe", { timeout: 10 })).rejects.toThrow(
      "after 10 ms: no call of getMe; there were: getMyName, getMe",
    );
  });
});

describe("updates", () => {
  const poll = (payload: object = {}) => call("getUpdates", payload);
  const updates = (...ids: number[]) => ({ ok: true, result: ids.map((update_id) => ({ update_id })) });

  test("come in order, again and again until they are confirmed", async () => {
    for (const text of ["one", "two", "three"]) telegram.text({ text });
    expect(await poll({ limit: 2 })).toMatchObject(updates(1, 2));
    expect(await poll()).toMatchObject(updates(1, 2, 3));
    expect(await poll({ offset: 3 })).toMatchObject(updates(3));
    expect(await poll()).toMatchObject(updates(3));
    expect(await poll({ offset: 4 })).toEqual(updates());
    for (const text of ["four", "five"]) telegram.text({ text });
    expect(await poll({ offset: -1 })).toMatchObject(updates(5));
    expect(await poll()).toMatchObject(updates(5));
  });

  test("are waited for, as long as the call says", async () => {
    const waiting = poll({ timeout: 30 });
    await telegram.polled();
    telegram.text({ text: "hello" });
    expect(await waiting).toMatchObject(updates(1));
    const start = performance.now();
    expect(await poll({ offset: 2, timeout: 1 })).toEqual(updates());
    expect(performance.now() - start).toBeGreaterThan(900);
  });

  test("are not sent twice at a time: a second poll ends the first", async () => {
    const first = poll({ timeout: 30 });
    await telegram.polled();
    const second = poll({ timeout: 30 });
    expect(await first).toEqual(
      refused(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      ),
    );
    telegram.text({ text: "hello" });
    expect(await second).toMatchObject(updates(1));
  });

  test("are not waited for any more when the bot hangs up or the server closes", async () => {
    const controller = new AbortController();
    const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`;
    const aborted = fetch(url, { signal: controller.signal }).catch(() => "aborted");
    await telegram.polled();
    controller.abort();
    expect(await aborted).toBe("aborted");
    const waiting = poll({ timeout: 30 }).catch(() => "closed");
    await telegram.polled();
    await telegram.close();
    await waiting;
    telegram = await FakeTelegram.start();
  });

  test("of a kind that the bot does not want are not sent; the last list counts", async () => {
    await poll({ allowed_updates: ["callback_query"] });
    telegram.text({ text: "unwanted" });
    expect(await poll()).toEqual(updates());
    await poll({ allowed_updates: [] });
    telegram.text({ text: "wanted" });
    expect(await poll()).toMatchObject(updates(2));
  });

  test("go to a webhook instead while one is set", async () => {
    const waiting = poll({ timeout: 30 });
    await telegram.polled();
    expect(await call("setWebhook", { url: "http://example.com/" })).toEqual(
      refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
    );
    await call("setWebhook", { url: "https://example.com/", allowed_updates: ["message"] });
    expect(await waiting).toEqual(refused(409, "Conflict: terminated by setWebhook request"));
    expect(await poll()).toMatchObject({ error_code: 409 });
    telegram.text({ text: "hello" });
    expect(await call("getWebhookInfo")).toMatchObject({
      result: { url: "https://example.com/", pending_update_count: 1, allowed_updates: ["message"] },
    });
    await call("deleteWebhook", { drop_pending_updates: true });
    expect(await poll()).toEqual(updates());
  });

  test("leave the bot idle once it has confirmed them and waits for more", async () => {
    telegram.text({ text: "hello" });
    await expect(telegram.idle(10, { timeout: 50 })).rejects.toThrow("1 updates not confirmed");
    const waiting = poll({ offset: 2, timeout: 30 });
    await telegram.idle(10);
    telegram.text({ text: "again" });
    await waiting;
  });
});

describe("what people send", () => {
  test("is numbered by chat, and commands are found in it", async () => {
    const other = { id: 2002, is_bot: false, first_name: "Other" };
    telegram.text({ text: "/ask@story_bot who? see /help and 1/2" });
    telegram.message({ ...MEDIA.photo, caption: "a picture" });
    telegram.text({ from: other, text: "hello" });
    expect(telegram.messages()).toMatchObject([
      {
        message_id: 1,
        from: READER,
        entities: [
          { type: "bot_command", offset: 0, length: 14 },
          { type: "bot_command", offset: 24, length: 5 },
        ],
      },
      { message_id: 2, caption: "a picture" },
    ]);
    expect(telegram.messages(other.id)).toMatchObject([{ message_id: 1, chat: { type: "private" } }]);
  });
});

describe("the bot's profile", () => {
  test("keeps commands apart by scope and language", async () => {
    const commands = [{ command: "help", description: "How to ask" }];
    await call("setMyCommands", { commands });
    telegram.text({ text: "/start" });
    const scope = { type: "chat", chat_id: READER.id };
    const chosen = [{ command: "ask", description: "Frag" }];
    await call("setMyCommands", { commands: chosen, scope, language_code: "de" });
    expect(await call("getMyCommands", { scope, language_code: "de" })).toEqual({ ok: true, result: chosen });
    await call("deleteMyCommands", { scope, language_code: "de" });
    expect(await call("getMyCommands", { scope, language_code: "de" })).toEqual({ ok: true, result: [] });
    expect(await call("getMyCommands", { scope: { type: "default" } })).toEqual({
      ok: true,
      result: commands,
    });
    expect(await call("getMyCommands", { language_code: "de" })).toEqual({ ok: true, result: [] });
  });

  test.each([
    [{ commands: [{ command: "Bad", description: "x" }] }, "BOT_COMMAND_INVALID"],
    [{ commands: [{ command: "", description: "x" }] }, "command must be non-empty"],
    [{ commands: [{ command: "ask", description: "" }] }, "command description must be non-empty"],
    [{ commands: [], scope: { type: "x" } }, "can't parse BotCommandScope: Unsupported type specified"],
    [{ commands: [], scope: { type: "chat" } }, "can't parse BotCommandScope: Can't find field \"chat_id\""],
    [{ commands: [], scope: { type: "chat", chat_id: 4711 } }, "chat not found"],
    [{ commands: [], language_code: "english" }, "invalid language code specified"],
  ])("refuses the commands of %j", async (payload, reason) => {
    expect(await call("setMyCommands", payload)).toEqual(refused(400, `Bad Request: ${reason}`));
  });

  test("keeps descriptions within Telegram's bounds", async () => {
    expect(await call("getMyName")).toEqual({ ok: true, result: { name: "Story Bot" } });
    await call("setMyDescription", { description: "d".repeat(512) });
    await call("setMyShortDescription", { short_description: "s".repeat(120) });
    expect(await call("getMyDescription")).toEqual({ ok: true, result: { description: "d".repeat(512) } });
    expect(await call("getMyShortDescription", { language_code: "en" })).toEqual({
      ok: true,
      result: { short_description: "" },
    });
    expect(await call("setMyDescription", { description: "d".repeat(513) })).toMatchObject({ ok: false });
    expect(await call("setMyShortDescription", { short_description: "s".repeat(121) })).toMatchObject({
      ok: false,
    });
  });
});
