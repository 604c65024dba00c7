import type { User } from "grammy/types";
import { describe, expect, test } from "vitest";
import { spawnBot, startBot } from "./bot-process.js";
import { cleanLog, LEVEL } from "./clean-logs.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";
import { ADVISED } from "./people.js";

const QUESTION = "When was Sputnik raided?";
const [FIRST, SECOND, THIRD] = [
  readerWith(7_400_000_001),
  readerWith(7_400_000_002),
  readerWith(7_400_000_003),
];
const CHATS = [FIRST.id, SECOND.id, THIRD.id];
/** For each test, in milliseconds: several processes start, and one of them has ten seconds to stop. */
const PATIENCE = 60_000;

/** More than the runner takes in hand where it is not told how many. */
const MANY = 600;

const ENV = { LOG_LEVEL: "trace", QUESTIONS_PER_MINUTE: "6000" };

function readerWith(id: number): User {
  return { id, is_bot: false, first_name: "Reader" };
}

function answersFor(telegram: FakeTelegram, { id }: User): number {
  return telegram.messages(id).filter(({ from }) => from?.is_bot === true).length;
}

function ask(telegram: FakeTelegram, from: User): void {
  telegram.text({ from, text: QUESTION });
}

function answered(telegram: FakeTelegram, reader: User, count = 1): Promise<true> {
  return telegram.until(() => answersFor(telegram, reader) >= count || undefined);
}

/** The call by which a bot that has been told to stop confirms what it has. */
function confirmed(telegram: FakeTelegram): Promise<true> {
  const isLast = ({ method, payload }: { method: string; payload: { readonly [field: string]: unknown } }) =>
    method === "getUpdates" && payload.timeout === 0;
  return telegram.until(() => telegram.calls.some(isLast) || undefined);
}

describe.concurrent("a bot", { timeout: PATIENCE }, () => {
  test("told to stop, answers what is under way and nothing new; the next start answers the rest, each once", async () => {
    const telegram = await FakeTelegram.start();
    const bot = await startBot(telegram, ENV);
    telegram.fail("sendMessage", FAULTS.slow(2000), { chat: FIRST.id });
    telegram.fail("sendChatAction", FAULTS.hanging());
    ask(telegram, FIRST);
    await telegram.faultsMet(2);
    await telegram.polled();
    telegram.fail("getUpdates", FAULTS.badGateway());
    const start = performance.now();
    const stopped = bot.stop();
    await confirmed(telegram);
    ask(telegram, SECOND);
    const exit = await stopped;
    expect(exit.code).toBe(0);
    expect(performance.now() - start).toBeLessThan(7000);
    expect(CHATS.map((id) => answersFor(telegram, readerWith(id)))).toEqual([1, 0, 0]);
    ask(telegram, THIRD);

    const next = await startBot(telegram, ENV);
    await Promise.all([answered(telegram, SECOND), answered(telegram, THIRD)]);
    const nextExit = await next.stop();
    expect(nextExit.code).toBe(0);
    expect(CHATS.map((id) => answersFor(telegram, readerWith(id)))).toEqual([1, 1, 1]);
    for (const one of [exit, nextExit]) cleanLog(one, telegram, CHATS);
    await telegram.close();
  });

  test("told to stop, has ten seconds for what hangs", async () => {
    const telegram = await FakeTelegram.start();
    const bot = await startBot(telegram, ENV);
    telegram.fail("sendMessage", FAULTS.hanging(), { times: 3 });
    for (let i = 0; i < 3; i++) ask(telegram, FIRST);
    await telegram.faultsMet(1);
    const start = performance.now();
    const exit = await bot.stop();
    expect(performance.now() - start).toBeLessThan(12_000);
    expect(performance.now() - start).toBeGreaterThan(9_000);
    expect(exit.code).toBe(0);
    cleanLog(exit, telegram, CHATS);
    await telegram.close();
  });

  test("told to stop, ends at once with a second signal, though one chat hangs; it has never held up another", async () => {
    const telegram = await FakeTelegram.start();
    const bot = await startBot(telegram, ENV);
    telegram.fail("sendMessage", FAULTS.hanging(), { chat: FIRST.id, times: MANY });
    for (let i = 0; i < MANY; i++) ask(telegram, FIRST);
    await telegram.faultsMet(1);
    const asked = performance.now();
    for (const reader of [SECOND, THIRD, SECOND]) ask(telegram, reader);
    await Promise.all([answered(telegram, SECOND, 2), answered(telegram, THIRD)]);
    expect(performance.now() - asked).toBeLessThan(5000);
    const stopped = bot.stop("SIGINT");
    await confirmed(telegram);
    const second = performance.now();
    await bot.stop("SIGTERM");
    expect(performance.now() - second).toBeLessThan(4000);
    const exit = await stopped;
    expect(exit.code).toBe(0);
    expect(answersFor(telegram, FIRST)).toBe(0);
    cleanLog(exit, telegram, CHATS);
    await telegram.close();
  });

  test("ended by kill -9: only what was in hand may be lost or come again", async () => {
    const telegram = await FakeTelegram.start();
    const bot = await startBot(telegram, ENV);
    ask(telegram, FIRST);
    await answered(telegram, FIRST);
    await telegram.idle();
    telegram.fail("sendMessage", FAULTS.hanging(), { chat: SECOND.id });
    ask(telegram, SECOND);
    await telegram.faultsMet(1);
    cleanLog(await bot.stop("SIGKILL"), telegram, CHATS);
    ask(telegram, THIRD);
    const next = await startBot(telegram, ENV);
    await answered(telegram, THIRD);
    const exit = await next.stop();
    expect(exit.code).toBe(0);
    cleanLog(exit, telegram, CHATS);
    expect(answersFor(telegram, FIRST)).toBe(1);
    expect(answersFor(telegram, SECOND)).toBeLessThanOrEqual(1);
    expect(answersFor(telegram, THIRD)).toBe(1);
    await telegram.close();
  });

  test("told to stop while it cannot start yet, ends", async () => {
    const telegram = await FakeTelegram.start();
    telegram.fail("getMe", FAULTS.hanging());
    const bot = await spawnBot(telegram, ENV);
    await telegram.faultsMet(1);
    const exit = await bot.stop();
    expect(exit.code).toBe(0);
    cleanLog(exit, telegram, CHATS);
    await telegram.close();
  });
  test("started while Telegram is busy or broken: it starts a little later, and the menu keeps nobody waiting", async () => {
    const telegram = await FakeTelegram.start();
    telegram.fail("getMe", FAULTS.tooMany(1));
    telegram.fail("getMe", FAULTS.broken());
    telegram.fail("setMyCommands", FAULTS.hanging());
    ask(telegram, FIRST);
    const bot = await spawnBot(telegram, ENV);
    await answered(telegram, FIRST);
    const exits = await Promise.all([bot.stop("SIGINT"), bot.stop("SIGTERM")]);
    expect(exits[0].code).toBe(0);
    cleanLog(exits[0], telegram, CHATS);
    await telegram.close();
  });

  test("started where no server is: it tries for some seconds, says so and ends with 1", async () => {
    const telegram = await FakeTelegram.start();
    const exit = await (await spawnBot(telegram, { ...ENV, TELEGRAM_API_ROOT: "http://127.0.0.1:1" })).exited;
    expect(exit.code).toBe(1);
    expect(cleanLog(exit, telegram, CHATS)).toMatchObject([
      { level: LEVEL.fatal, reason: "Telegram could not be reached (ECONNREFUSED)" },
    ]);
    await telegram.close();
  });

  test.each([
    ["getMe", 404, "Not Found"],
    ["getUpdates", 401, "Unauthorized"],
  ])("whose %s is refused with %d: one clear line, without the token, and 2", async (method, code, words) => {
    const telegram = await FakeTelegram.start(ADVISED);
    telegram.fail(method, FAULTS.refused(code, words));
    const { stderr, ...rest } = await (await spawnBot(telegram, ENV)).exited;
    const log = cleanLog({ ...rest, stderr }, telegram, CHATS);
    expect(rest.code).toBe(2);
    expect(log.filter(({ level }) => level >= LEVEL.warn)).toMatchObject([
      { level: LEVEL.fatal, msg: "Telegram refuses the token: check BOT_TOKEN" },
    ]);
    await telegram.close();
  });
});
