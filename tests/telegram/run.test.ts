import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import { runBot } from "../../src/telegram/run.js";
import { listenForStop } from "../../src/telegram/updates/stopping.js";
import { madeStory } from "../made-story.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";
import { ADVISED } from "./people.js";

const LIVE = { current: openLibrary([madeStory(["The harbour was closed on Monday."])]) };

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start(ADVISED);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

afterEach(async () => {
  vi.useRealTimers();
  await telegram.close();
});

/** Runs the bot to its end, a tenth of a second going by at each turn of the event loop. */
async function ended(): Promise<{ readonly code: number; readonly said: readonly unknown[] }> {
  const said: unknown[] = [];
  const log = pino(
    { base: null, level: "warn" },
    { write: (line: string) => void said.push(JSON.parse(line).msg) },
  );
  let code: number | undefined;
  const settings = { token: telegram.token, apiRoot: telegram.apiRoot, questionsPerMinute: 30 };
  const stopping = listenForStop();
  runBot(settings, LIVE, [], undefined, log, stopping).then((value) => {
    code = value;
  });
  while (code === undefined) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise(setImmediate);
  }
  stopping.release();
  return { code, said };
}

test("another instance that stays ends the bot with 1, after it was told of and waited for", async () => {
  const start = Date.now();
  telegram.fail("getUpdates", FAULTS.conflict(), { times: 100 });
  const { code, said } = await ended();
  expect(code).toBe(1);
  const words = "another instance of this bot fetches its updates: stop one of the two";
  expect(said).toEqual([words, words]);
  expect(Date.now() - start).toBeGreaterThan(20_000);
});

test("a Telegram that stays broken at the start ends the bot with 1", async () => {
  telegram.fail("getMe", FAULTS.badGateway(), { times: 100 });
  expect(await ended()).toEqual({ code: 1, said: ["the bot cannot go on"] });
  expect(telegram.calls.map(({ method }) => method)).toEqual(["getMe", "getMe", "getMe", "getMe"]);
});

test("the process's signals are left alone again", async () => {
  const before = process.listenerCount("SIGTERM");
  telegram.fail("getMe", FAULTS.refused(401, "Unauthorized"));
  expect((await ended()).code).toBe(2);
  expect(process.listenerCount("SIGTERM")).toBe(before);
});
