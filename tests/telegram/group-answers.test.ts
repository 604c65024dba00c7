import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotHere, runHere } from "./bot-here.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FORUM, GROUP, READER, SUPERGROUP } from "./people.js";

const ASKED = "/ask When was the harbour closed?";

let telegram: FakeTelegram;
let bot: BotHere;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  bot = await runHere(telegram);
});

afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

const payload = async () => (await telegram.nextCall("sendMessage")).payload;

test("an answer stands in the topic of its question", async () => {
  const topic = telegram.topic(FORUM, "Harbour");
  telegram.text({ text: ASKED, topic });
  expect(await payload()).toMatchObject({ message_thread_id: topic.message_id });
});

test("where there are no topics, or in the general one, no thread is named", async () => {
  telegram.text({ text: ASKED, chat: FORUM });
  expect(await payload()).not.toHaveProperty("message_thread_id");
  const talk = telegram.text({ text: "Good morning!", chat: SUPERGROUP });
  const asked = telegram.text({ text: ASKED, replyTo: talk });
  expect(asked.message_thread_id).toBe(talk.message_id);
  expect(await payload()).not.toHaveProperty("message_thread_id");
});

test("a question that is deleted meanwhile is answered all the same", async () => {
  const held = bot.hold(GROUP.id);
  const asked = telegram.text({ text: ASKED, chat: GROUP });
  telegram.delete(asked);
  held.letGo();
  const { message } = await telegram.until(() => telegram.shown[0]);
  expect(message.reply_to_message).toBeUndefined();
});

test("a group that becomes a supergroup meanwhile gets its answer there, as a reply to nothing", async () => {
  const held = bot.hold(GROUP.id);
  telegram.text({ text: ASKED, chat: GROUP });
  const supergroup = telegram.upgrade(GROUP);
  held.letGo();
  await telegram.idle();
  expect(telegram.shown).toHaveLength(1);
  const [answer] = telegram.shown;
  expect(answer?.message.chat.id).toBe(supergroup.id);
  expect(answer?.message.reply_to_message).toBeUndefined();
});

test("an answer in a group that has become a supergroup is left as it is when its question is edited", async () => {
  const asked = telegram.text({ text: ASKED, chat: GROUP });
  await telegram.until(() => telegram.shown[0]);
  telegram.upgrade(GROUP);
  const { text: _, ...rest } = asked;
  const edited = { ...rest, chat: GROUP, from: READER, text: "/ask Who runs the harbour?", edit_date: 1 };
  telegram.update({ edited_message: edited });
  await telegram.idle();
  expect(telegram.shown).toHaveLength(1);
});

test("where the bot may not write it is quiet: a closed topic, a muted bot", async () => {
  const topic = telegram.topic(FORUM, "Harbour");
  telegram.closeTopic(topic);
  telegram.text({ text: ASKED, topic });
  telegram.setStanding(SUPERGROUP, "restricted");
  telegram.text({ text: ASKED, chat: SUPERGROUP });
  await telegram.idle();
  expect(telegram.shown).toEqual([]);
  telegram.setStanding(SUPERGROUP, "member");
  telegram.text({ text: ASKED, chat: SUPERGROUP });
  await telegram.until(() => telegram.shown[0]);
});

test("a question in a group leans on no other one of the group, but on the answer that it replies to", async () => {
  telegram.text({ text: ASKED, chat: GROUP });
  const first = await telegram.until(() => telegram.shown[0]);
  telegram.text({ text: "/ask who said that?", chat: GROUP });
  const second = await telegram.until(() => telegram.shown[1]);
  expect(second.message.text).toMatch(/^The story does not say that\.\nSay in your question/);
  telegram.text({ text: "who said that?", replyTo: first.message });
  const third = await telegram.until(() => telegram.shown[2]);
  expect(third.message.text).toMatch(/^The harbour was closed .*\n— Harbour Daily, in its own words/);
});
