import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { spawnBot, startBot } from "./bot-process.js";
import { callMethod } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { freePort } from "./free-port.js";

const QUESTION = "When was Sputnik raided?";
const SECRET = "a_secret-1";

/** What has a number and is yet nothing that Telegram sends: the bot lives on. */
const NO_UPDATES: readonly object[] = [
  {},
  { message: null },
  { message: 5 },
  { message: {} },
  { message: { chat: {}, text: QUESTION } },
  { message: { chat: { id: 1, type: "private" }, text: [] } },
  { callback_query: { data: {} } },
  { inline_query: { query: null } },
  { constructor: { prototype: 1 } },
];

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
});

afterEach(() => telegram.close());

const env = (port: number, more: Record<string, string> = {}) => ({ PORT: String(port), ...more });
const webhookEnv = (port: number) =>
  env(port, { WEBHOOK_URL: "https://bot.example/updates", WEBHOOK_SECRET: SECRET });

const answers = () => telegram.shown.map(({ message }) => message.reply_to_message?.message_id);
const methods = () => telegram.calls.map(({ method }) => method);

test("two bots behind one address answer each question once, in order, and leave the webhook when they stop", async () => {
  const ports = [await freePort(), await freePort()];
  const bots = await Promise.all(ports.map((port) => startBot(telegram, webhookEnv(port))));
  await telegram.until(() => methods().filter((one) => one === "setWebhook").length === 2 || undefined);
  telegram.proxyWebhookTo(...ports.map((port) => `http://127.0.0.1:${port}`));
  const asked = [1, 2, 3, 4].map(() => telegram.text({ text: QUESTION }).message_id);
  await telegram.idle();
  expect(answers()).toEqual(asked);
  const metrics = await Promise.all(
    ports.map(async (port) => await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
  );
  for (const text of metrics) expect(text).toContain('verbatim_answers_total{status="answered"} 2');
  for (const bot of bots) expect(await bot.stop()).toMatchObject({ code: 0 });
  expect(methods()).not.toContain("getUpdates");
  expect(methods()).not.toContain("deleteWebhook");
  const set = telegram.calls.find(({ method }) => method === "setWebhook");
  expect(set?.payload).toEqual({
    url: "https://bot.example/updates",
    secret_token: SECRET,
    allowed_updates: expect.arrayContaining(["message"]),
  });
  expect(await callMethod(telegram, "getWebhookInfo")).toMatchObject({ result: { pending_update_count: 0 } });
});

test("the same update posted twice is answered once, one with another secret never; SIGTERM finishes what is under way", async () => {
  const port = await freePort();
  const bot = await startBot(telegram, webhookEnv(port));
  telegram.proxyWebhookTo(`http://127.0.0.1:${port}`);
  const message = telegram.text({ text: QUESTION });
  await telegram.idle();
  const post = async (secret: string, update: object) =>
    await fetch(`http://127.0.0.1:${port}/updates`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret },
      body: JSON.stringify(update),
    });
  expect((await post(SECRET, { update_id: 1, message })).status).toBe(200);
  expect((await post("another", { update_id: 2, message })).status).toBe(401);
  expect(answers()).toEqual([message.message_id]);
  for (const [i, content] of NO_UPDATES.entries()) {
    expect((await post(SECRET, { update_id: 100 + i, ...content })).status).toBe(200);
  }
  const last = telegram.text({ text: QUESTION });
  await telegram.until(() =>
    methods().filter((one) => one === "sendMessage").length === 2 ? true : undefined,
  );
  expect(await bot.stop()).toMatchObject({ code: 0 });
  expect(answers()).toEqual([message.message_id, last.message_id]);
});

test("while polling, a webhook that was set is removed, nothing is lost, and health and metrics are served", async () => {
  await callMethod(telegram, "setWebhook", { url: "https://old.example" });
  const asked = telegram.text({ text: QUESTION });
  const port = await freePort();
  const file = join(tmpdir(), `verbatim-declined-${port}.jsonl`);
  const bot = await spawnBot(telegram, env(port, { QUESTIONS_LOG: file }));
  await telegram.until(() => telegram.shown[0]);
  expect(answers()).toEqual([asked.message_id]);
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(health.status).toBe(200);
  expect(await health.json()).toEqual({
    status: "ok",
    corpus: { loaded: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), stories: 1, faults: [] },
    telegram: { answered: expect.stringMatching(/^\d{4}-/) },
  });
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('verbatim_updates_total{kind="message"} 1');
  telegram.text({ text: "How old were the passengers?" });
  telegram.text({ text: "How old is @somebody?" });
  await telegram.idle();
  expect(await bot.stop()).toMatchObject({ code: 0 });
  expect(await readFile(file, "utf8")).toBe('{"question":"How old were the passengers?"}\n');
  await rm(file);
});

test.each([
  ["a secret is missing", { WEBHOOK_URL: "https://bot.example", PORT: "8080" }, "WEBHOOK_SECRET: expected"],
  ["the webhook is refused", { WEBHOOK_URL: "http://bot.example", WEBHOOK_SECRET: SECRET }, "WEBHOOK_URL"],
  ["a file cannot be written", { QUESTIONS_LOG: "nowhere/questions.jsonl" }, "QUESTIONS_LOG: expected"],
  ["it cannot listen there", { HOST: "192.0.2.1" }, "HOST, PORT: expected"],
])("%s: exit code 2 and what was expected", async (_, settings, said) => {
  const bot = await spawnBot(telegram, env(await freePort(), settings));
  const { code, stderr } = await bot.exited;
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain(SECRET);
});
