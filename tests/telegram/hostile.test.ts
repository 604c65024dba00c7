import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { AbortController } from "abort-controller";
import fc from "fast-check";
import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import { pino } from "pino";
import { beforeEach, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import { createBot } from "../../src/telegram/bot.js";
import { runHere } from "./bot-here.js";
import { FakeTelegram } from "./fake-telegram.js";
import { HOSTILE_STORIES } from "./hostile-stories.js";
import { hostileText } from "./hostile-texts.js";
import { hostileUpdate } from "./hostile-updates.js";
import { BOT, GROUP, person, privateChat, READER } from "./people.js";
import { strictApi } from "./strict-api.js";

/** The longest that one update may take, in milliseconds. */
const WITHIN = 50;

function startBot(): Bot {
  const settings = { token: "1:x", apiRoot: undefined, questionsPerMinute: 1_000_000 };
  const live = { current: openLibrary(HOSTILE_STORIES) };
  const bot = createBot(settings, live, [], pino({ level: "silent" }), new AbortController().signal);
  bot.api.config.use(strictApi(HOSTILE_STORIES), (prev, method, payload, signal) => {
    sent.set(method, (sent.get(method) ?? 0) + 1);
    return prev(method, payload, signal);
  });
  bot.botInfo = BOT;
  return bot;
}

/** How much more memory may be in use after the last 7,000 of them, in bytes: what is remembered of 10,000 updates. */
const GROWTH = 8_000_000;

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

/** The memory that is in use, garbage left out, in bytes. */
function memory(): number {
  if (typeof collectGarbage !== "function") throw new Error("no garbage collection");
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

let lastId = 0;
let sent: Map<string, number>;

beforeEach(() => {
  sent = new Map();
});

/** How long the bot takes for an update, in milliseconds; the best of five where others had the processor meanwhile. */
async function timeFor(bot: Bot, content: Omit<Update, "update_id">): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5 && best > WITHIN; i++) {
    const began = performance.now();
    await bot.handleUpdate({ update_id: ++lastId, ...content });
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

test("10,000 hostile updates: none fails, none is slow, every call is one that Telegram takes", async () => {
  const bot = startBot();
  const warmUp = 3000;
  let before = 0;
  let count = 0;
  await fc.assert(
    fc.asyncProperty(hostileUpdate, async (content) => {
      expect(await timeFor(bot, content)).toBeLessThan(WITHIN);
      if (++count === warmUp) before = memory();
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(memory() - before).toBeLessThan(GROWTH);
  const { sendMessage = 0, ...others } = Object.fromEntries(sent);
  expect(sendMessage).toBeGreaterThan(2000);
  expect(Object.keys(others).sort()).toEqual([
    "answerCallbackQuery",
    "answerGuestQuery",
    "answerInlineQuery",
    "editMessageText",
  ]);
}, 60_000);

test("an update that lacks what every update has fails alone", async () => {
  const bot = startBot();
  const whole = { message_id: 1, date: 0, chat: GROUP, from: READER, text: "Who runs the harbour?" };
  const press = { id: "1", from: READER, chat_instance: "1", data: "cAAAAAAAAA0.0" };
  const kinds = { message: whole, edited_message: whole, guest_message: whole, callback_query: press };
  for (const [kind, content] of Object.entries(kinds)) {
    for (const missing of [...Object.keys(content), "everything"]) {
      const fields = Object.entries(content).filter(
        ([field]) => field !== missing && missing !== "everything",
      );
      const update = JSON.parse(JSON.stringify({ update_id: ++lastId, [kind]: Object.fromEntries(fields) }));
      await bot.handleUpdate(update).catch((error) => expect(error).toBeInstanceOf(BotError));
    }
  }
  sent.clear();
  await bot.handleUpdate({ update_id: ++lastId, message: { ...whole, chat: privateChat(READER) } });
  expect(sent.get("sendMessage")).toBe(1);
});

test("over HTTP, hostile messages get one answer at most, and the next question is answered", async () => {
  const telegram = await FakeTelegram.start();
  const bot = await runHere(telegram);
  try {
    const texts = fc.sample(hostileText, { numRuns: 300, seed: 2 }).filter((text) => text.trim() !== "");
    for (const [i, text] of texts.entries()) telegram.text({ from: person(1 + (i % 50), "Reader"), text });
    await telegram.idle();
    expect(telegram.calls.filter(({ result }) => !result.ok)).toEqual([]);
    const asked = telegram.shown.map(({ message: { chat, reply_to_message } }) => [
      chat.id,
      reply_to_message?.message_id,
    ]);
    expect(new Set(asked.map(String)).size).toBe(asked.length);
    // Chats in which the bot never was, presses that nobody waits for: refused, and over.
    for (const update of fc.sample(hostileUpdate, { numRuns: 300, seed: 3 })) telegram.update(update);
    await telegram.idle();
    const before = telegram.shown.length;
    telegram.text({ text: "When was the harbour closed?" });
    await telegram.until(() => telegram.shown.length > before || undefined);
  } finally {
    await bot.stop();
    await telegram.close();
  }
});
