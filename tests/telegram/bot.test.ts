import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { spawnBot, startBot } from "./bot-process.js";
import { inReplyTo } from "./chats.js";
import { FakeTelegram } from "./fake-telegram.js";

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
});

afterEach(async () => {
  await telegram.close();
});

const methods = () => telegram.calls.map(({ method }) => method);

test("commands and descriptions are set at the start", async () => {
  await (await startBot(telegram)).stop();
  expect(methods()).toEqual(
    expect.arrayContaining(["setMyCommands", "setMyDescription", "setMyShortDescription"]),
  );
});

test.each(["SIGTERM", "SIGINT"] as const)("%s stops it cleanly", async (signal) => {
  const bot = await startBot(telegram);
  expect((await bot.stop(signal)).code).toBe(0);
});

test("a refused token ends it with one clear line that does not hold the token", async () => {
  const bot = await spawnBot(telegram, { BOT_TOKEN: "123456:WRONG-token-of-somebody" });
  const { code, stdout, stderr } = await bot.exited;
  expect(code).toBe(2);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("BOT_TOKEN");
  expect(stdout + stderr).not.toContain("WRONG-token");
});

test("a faulty corpus: every fault, and no start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "verbatim-corpus-"));
  await writeFile(join(folder, "one.md"), "---\npublished: soon\n---\nText.\n");
  await writeFile(join(folder, "two.md"), "---\npublisher: Harbour Daily\ncolour: red\n---\nText.\n");
  const { code, stderr } = await (await spawnBot(telegram, { CORPUS_DIR: folder })).exited;
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(stderr).toContain("one.md:2: published:");
  expect(stderr).toContain("one.md:2: publisher: is missing");
  expect(stderr).toContain("two.md:3: colour:");
  expect(methods()).not.toContain("getUpdates");
});

test("an update that cannot be answered does not end it", async () => {
  const bot = await startBot(telegram);
  // The chat is one that the server does not know, so that the reply is refused.
  telegram.update({
    message: {
      message_id: 5,
      date: 0,
      chat: { id: 404, type: "private", first_name: "Gone" },
      from: { id: 404, is_bot: false, first_name: "Gone" },
      text: "When was Sputnik raided?",
    },
  });
  await telegram.idle();
  telegram.text({ text: "When was Sputnik raided?" });
  await telegram.until(() => telegram.shown[0]);
  const { code, stderr } = await bot.stop();
  expect(code).toBe(0);
  expect(stderr).toContain("chat not found");
  expect(stderr).not.toContain("Sputnik");
});

test("an answer is a reply to the question that survives its deletion, without a preview and without a parse mode", async () => {
  const bot = await startBot(telegram);
  const asked = telegram.text({ text: "When was Sputnik raided?" });
  const { payload } = await telegram.nextCall("sendMessage");
  await bot.stop();
  expect(payload).toMatchObject({
    reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
    link_preview_options: { is_disabled: true },
  });
  expect(payload).not.toHaveProperty("parse_mode");
  expect(payload).not.toHaveProperty("message_thread_id");
});

test("the edit of a message that is not known is no new question", async () => {
  const bot = await startBot(telegram);
  telegram.update({
    edited_message: {
      message_id: 1,
      date: 0,
      edit_date: 1,
      chat: { id: 7, type: "private", first_name: "Ada" },
      from: { id: 7, is_bot: false, first_name: "Ada" },
      text: "When?",
    },
  });
  await telegram.idle();
  await bot.stop();
  expect(telegram.shown).toEqual([]);
});

test("/check as a reply takes the text of that message as it is, or what is marked of it", async () => {
  const bot = await startBot(telegram);
  const words = "Azerbaijani authorities took the dramatic move of raiding the Baku offices";
  const posted = telegram.text({ text: `"${words}" — Vladimir Putin` });
  await telegram.until(() => telegram.shown[0]);
  telegram.text({ text: "/check", ...inReplyTo(posted) });
  const whole = await telegram.until(() => telegram.shown[1]);
  expect(whole.message.text).toMatch(/^Word for word in the story\.\n/);
  telegram.text({
    text: "/check",
    ...inReplyTo(posted),
    quote: { text: "Azerbaijani authorities took the", position: 1, is_manual: true },
  });
  const marked = await telegram.until(() => telegram.shown[2]);
  await bot.stop();
  const bold = marked.message.entities?.find(({ type }) => type === "bold");
  expect(bold && marked.message.text?.slice(bold.offset, bold.offset + bold.length)).toBe(
    "Azerbaijani authorities took the",
  );
});
