import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BotProcess, startBot } from "./bot-process.js";
import { FakeTelegram } from "./fake-telegram.js";
import { freePort } from "./free-port.js";

/** A change is answered within this time, in milliseconds. */
const LIVE_WITHIN = 5_000;

const story = (day: string) =>
  `---\npublisher: Harbour Daily\npublished: 2025-03-10\n---\nThe harbour office closed the port on ${day}.\n`;

let telegram: FakeTelegram;
let folder: string;
let bot: BotProcess;
let port: number;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  folder = await mkdtemp(join(tmpdir(), "verbatim-corpus-"));
  await put(story("Monday"));
  port = await freePort();
  // The reader here asks again and again.
  const env = { CORPUS_DIR: folder, PORT: String(port), QUESTIONS_PER_MINUTE: "999999" };
  bot = await startBot(telegram, env);
});

afterEach(async () => {
  await bot.stop();
  await telegram.close();
  await rm(folder, { recursive: true });
});

const put = (content: string) => writeFile(join(folder, "port.md"), content);

/** What a reader is told who asks now. */
async function answer(): Promise<string> {
  telegram.text({ text: "When did the harbour office close the port?" });
  const { payload } = await telegram.nextCall("sendMessage");
  await telegram.idle();
  return String(payload.text);
}

/** What whoever watches the bot is told of its corpus. */
async function health(): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(response.status).toBe(200);
  return await response.json();
}

/** Asks until the log says something; every question is answered. */
async function askUntilLogged(words: RegExp): Promise<string[]> {
  const answers: string[] = [];
  await vi.waitFor(
    async () => {
      answers.push(await answer());
      expect(bot.log()).toMatch(words);
    },
    { timeout: LIVE_WITHIN, interval: 0 },
  );
  return answers;
}

test("an edited story is answered from within five seconds, and every question meanwhile, from the one or the other", async () => {
  expect(await answer()).toContain("on Monday.");
  await put(story("Tuesday"));
  for (const one of await askUntilLogged(/answering from the changed corpus/)) {
    expect(one).toMatch(/on (?:Monday|Tuesday)\./);
  }
  expect(await answer()).toContain("on Tuesday.");
});

test("a faulty file leaves the answers as they were; log and health say where it is wrong, once, without its text", async () => {
  await put("---\npublisher: Harbour Daily\npublished: soon\n---\nA secret about the port.\n");
  await askUntilLogged(/port\.md:3: published: /);
  expect(await answer()).toContain("on Monday.");
  expect(bot.log().match(/port\.md:3/g)).toHaveLength(1);
  expect(bot.log()).not.toContain("secret");
  const faults = [expect.stringContaining("port.md:3: published: ")];
  expect(await health()).toMatchObject({ status: "ok", corpus: { stories: 1, faults } });
  await put(story("Monday"));
  await askUntilLogged(/no fault any more/);
  expect(await health()).toMatchObject({ status: "ok", corpus: { stories: 1, faults: [] } });
  expect(await answer()).toContain("on Monday.");
});

test("SIGHUP does not end the bot: the corpus is read again", async () => {
  await put(story("Friday"));
  bot.signal("SIGHUP");
  await askUntilLogged(/answering from the changed corpus/);
  expect(await answer()).toContain("on Friday.");
  expect((await bot.stop()).code).toBe(0);
});
