import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { spawnBot, startBot } from "./bot-process.js";
import { FakeTelegram } from "./fake-telegram.js";

/** The smallest bot that there can be: it polls, repeats what it is told, and ends at SIGTERM with what ENDS_WITH says. */
const ECHO = `
  const { BOT_TOKEN, TELEGRAM_API_ROOT, ENDS_WITH } = process.env;
  const call = async (method, payload) => {
    const response = await fetch(\`\${TELEGRAM_API_ROOT}/bot\${BOT_TOKEN}/\${method}\`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
    });
    return (await response.json()).result;
  };
  process.once("SIGTERM", () => {
    console.error("stopped");
    process.exit(Number(ENDS_WITH ?? 0));
  });
  let offset = 0;
  for (;;) {
    for (const { update_id, message } of await call("getUpdates", { offset, timeout: 30 })) {
      await call("sendMessage", { chat_id: message.chat.id, text: message.text });
      offset = update_id + 1;
    }
  }
`;

let telegram: FakeTelegram;
let folder: string;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  folder = await mkdtemp(join(tmpdir(), "verbatim-test-"));
});

afterEach(async () => {
  await telegram.close();
  await rm(folder, { recursive: true });
});

async function programOf(source: string): Promise<string> {
  const file = join(folder, "program.mjs");
  await writeFile(file, source);
  return file;
}

test("a bot is started, talked to and stopped", async () => {
  const bot = await startBot(telegram, { ENDS_WITH: "3" }, await programOf(ECHO));
  telegram.text({ text: "hello" });
  telegram.text({ text: "there" });
  await telegram.idle();
  expect(telegram.messages().map(({ text }) => text)).toEqual(["hello", "there", "hello", "there"]);
  expect(await bot.stop()).toEqual({ code: 3, stdout: "", stderr: "stopped\n" });
});

test("a program that ends before it polls is an error with what it said", async () => {
  const program = await programOf('console.error("no token"); process.exit(2);');
  await expect(startBot(telegram, {}, program)).rejects.toThrow(
    "the bot ended with 2 before it polled\nno token",
  );
  const bot = await spawnBot(telegram, {}, program);
  expect(await bot.exited).toMatchObject({ code: 2 });
});

test("a program gets no environment but what it is given", async () => {
  process.env.WEBHOOK_URL = "https://example.com";
  const program = await programOf("console.log(Object.keys(process.env).sort().join());");
  const bot = await spawnBot(telegram, { PORT: "1" }, program);
  delete process.env.WEBHOOK_URL;
  const { stdout } = await bot.exited;
  expect(stdout).toBe("BOT_TOKEN,CORPUS_DIR,PATH,PORT,TELEGRAM_API_ROOT\n");
});
