import { inspect } from "node:util";
import { Bot, HttpError } from "grammy";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { logFailure } from "../../src/telegram/calls/failure.js";
import { fetchAnswer } from "../../src/telegram/calls/transport.js";
import { startBot } from "./bot-process.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";
import { freePort } from "./free-port.js";
import { person, privateChat, SUPERGROUP, TOKEN } from "./people.js";

const STRANGER = { ...person(987_654_321, "Adalbert"), last_name: "Zwiebelstein", username: "zwiebelfan" };
const CLUB = { ...SUPERGROUP, title: "Quokka fans of Grimsby" };

/** What stands nowhere but in chats: each message has one of these words. */
const WORDS = [
  "Zwiebel",
  "zwiebel",
  "Adalbert",
  "quokka",
  "Quokka",
  "Grimsby",
  "wombat",
  "narwhal",
  "axolotl",
];

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start({ supports_inline_queries: true, supports_guest_queries: true });
});

afterEach(() => telegram.close());

/** All that must not be told. */
const SECRETS = [...WORDS, ...[STRANGER.id, CLUB.id].map(String), TOKEN, TOKEN.split(":")[1] ?? ""];

test("logs at their most talkative and metrics hold no words, names, ids and secrets, whatever fails", async () => {
  const port = await freePort();
  const bot = await startBot(telegram, {
    LOG_LEVEL: "trace",
    PORT: String(port),
  });
  const from = STRANGER;
  const said = `"${STRANGER.first_name} saw a wombat" in http://127.0.0.1/bot${TOKEN}/sendMessage of ${STRANGER.id}`;
  const faults = [
    FAULTS.refused(400, `Bad Request: can't parse entities: ${said}`),
    FAULTS.refused(403, "Forbidden: bot was blocked by the user"),
    FAULTS.refused(404, `Not Found: ${said}`),
    FAULTS.broken(),
    FAULTS.carriedOutThenGarbled(),
    FAULTS.carriedOutThenGarbled(`<html>${said}</html>`),
  ];
  for (const fault of faults) telegram.fail("sendMessage", fault);
  for (const method of ["answerInlineQuery", "answerGuestQuery", "editMessageText", "answerCallbackQuery"]) {
    telegram.fail(method, FAULTS.refused(400, `Bad Request: ${said}`));
  }
  for (const i of faults.keys()) {
    telegram.text({
      from: { ...from, id: from.id * 10 + i },
      text: "Does the wombat know when Sputnik was raided?",
    });
  }
  telegram.text({ from, text: '/check "No quokka was ever raided in Baku" — Narwhal' });
  telegram.text({ from, chat: CLUB, text: "/ask Where do narwhals live?" });
  telegram.inline("axolotl", { from });
  telegram.guest({ from, chat: { ...CLUB, id: CLUB.id - 1 }, text: "@story_bot who fed the axolotl?" });
  await telegram.faultsMet(faults.length + 2);
  const asked = telegram.text({ from, text: "When was Sputnik raided, Adalbert asks?" });
  const answer = await telegram.until(() =>
    telegram.messages(STRANGER.id).find((one) => one.reply_to_message?.message_id === asked.message_id),
  );
  telegram.press(answer, "More context", { from });
  telegram.edit(asked, { text: "When was Sputnik raided, the quokka asks?" });
  telegram.update({ message: JSON.parse(`{"chat":{"id":${STRANGER.id}},"text":["wombat"]}`) });
  telegram.setStanding(privateChat(STRANGER), "kicked", { from });
  await telegram.faultsMet(faults.length + 4);
  await telegram.idle();
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const health = await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
  const { code, stdout, stderr } = await bot.stop();
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr.split("\n").filter((line) => line.includes('"level":50')).length).toBeGreaterThan(3);
  expect(metrics).toContain('verbatim_telegram_errors_total{method="sendMessage",code="400"} 1');
  for (const text of [stderr, metrics, health]) {
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  }
});

test("an error of the network holds the token nowhere, whatever prints it", async () => {
  const { apiRoot } = telegram;
  telegram.fail("getMe", FAULTS.broken());
  telegram.fail("getMe", FAULTS.carriedOutThenGarbled(`{"url":"${apiRoot}/bot${TOKEN}"}`));
  const roots = [
    apiRoot,
    apiRoot,
    apiRoot.replace("http:", "https:"),
    "http://host.invalid",
    "http://127.0.0.1:1",
  ];
  for (const root of roots) {
    const bot = new Bot(TOKEN, { client: { apiRoot: root, fetch: fetchAnswer } });
    const error: unknown = await bot.api.getMe().then(
      () => undefined,
      (failed: unknown) => failed,
    );
    expect(error).toBeInstanceOf(HttpError);
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line) => lines.push(line) });
    logFailure(log, error, "failed");
    expect([inspect(error, { depth: null, showHidden: true }), ...lines].join("\n")).not.toContain(
      "fake-token",
    );
    expect(lines).toHaveLength(1);
  }
});
