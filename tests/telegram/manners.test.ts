import type { User } from "grammy/types";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BotHere, runHere } from "./bot-here.js";
import { FakeTelegram } from "./fake-telegram.js";
import { BOT, FORUM, GROUP, person, privateChat, READER } from "./people.js";
import { chatMember } from "./standing.js";

const ANNA = person(2101, "Anna");
const WHEN = "When was the harbour closed?";
const NOTICE = /^Too many questions at once\./;

let telegram: FakeTelegram;
let bot: BotHere;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
});

afterEach(async () => {
  vi.useRealTimers();
  await bot.stop();
  await telegram.close();
});

const sent = (chat = READER.id) =>
  telegram.shown.filter(({ message }) => message.chat.id === chat).map(({ message }) => message);

/** The bot's texts so far, the notice by its name. */
const texts = (chat = READER.id) =>
  sent(chat).map(({ text = "" }) => (NOTICE.test(text) ? "notice" : text.slice(0, 18)));

const ANSWER = "The harbour was cl";

async function ask(times: number, from: User = READER): Promise<void> {
  for (let i = 0; i < times; i++) telegram.text({ text: WHEN, from });
  await telegram.idle();
}

test("five questions of a person in a window, one notice, then silence until it is over", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  bot = await runHere(telegram, { questionsPerMinute: 30 });
  await ask(8);
  expect(texts()).toEqual([...Array(5).fill(ANSWER), "notice"]);
  expect(sent().at(-1)?.text).toBe("Too many questions at once. Please ask again in 10 seconds.");
  await ask(1, ANNA);
  expect(texts(ANNA.id)).toEqual([ANSWER]);
  vi.setSystemTime(1_800_000_009_900);
  await ask(1);
  expect(texts()).toHaveLength(6);
  vi.setSystemTime(1_800_000_010_000);
  await ask(6);
  expect(texts().slice(6)).toEqual([...Array(5).fill(ANSWER), "notice"]);
});

test("presses, edits and the talk of a group are not counted; commands are", async () => {
  telegram.setStanding(GROUP, "administrator");
  bot = await runHere(telegram, { questionsPerMinute: 30 });
  for (let i = 0; i < 9; i++) telegram.text({ text: "Good morning!", chat: GROUP });
  const asked = telegram.text({ text: WHEN });
  const answer = await telegram.until(() => sent()[0]);
  for (let i = 0; i < 9; i++) telegram.press(answer, "More context");
  for (const text of ["Who runs the harbour?", WHEN]) telegram.edit(asked, { text });
  await telegram.idle();
  for (let i = 0; i < 3; i++) telegram.text({ text: "/help" });
  await ask(2);
  expect(telegram.shown.filter(({ change }) => change === "sent").slice(1)).toHaveLength(5);
  expect(texts().slice(-2)).toEqual([ANSWER, "notice"]);
  expect(sent(GROUP.id)).toEqual([]);
});

test("answers come in the order of the questions, and no chat waits for another", async () => {
  bot = await runHere(telegram);
  const held = bot.hold(READER.id);
  telegram.text({ text: WHEN });
  telegram.text({ text: "How long will repairs take?" });
  telegram.text({ text: WHEN, from: ANNA });
  await telegram.until(() => sent(ANNA.id)[0]);
  expect(sent()).toEqual([]);
  held.letGo();
  await telegram.until(() => sent()[1]);
  expect(texts()).toEqual([ANSWER, "Repairs of the nor"]);
});

test("typing is shown, in the topic, while an answer is long in coming, and only then", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const topic = telegram.topic(FORUM, "Harbour");
  bot = await runHere(telegram);
  telegram.text({ text: WHEN });
  await telegram.until(() => sent()[0]);
  const held = bot.hold(FORUM.id);
  telegram.text({ text: `/ask ${WHEN}`, topic });
  await telegram.idle();
  await vi.advanceTimersByTimeAsync(1000);
  const typing = await telegram.nextCall("sendChatAction");
  expect(typing.payload).toMatchObject({
    chat_id: FORUM.id,
    action: "typing",
    message_thread_id: topic.message_id,
  });
  held.letGo();
  await telegram.until(() => sent(FORUM.id)[0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(telegram.calls.filter(({ method }) => method === "sendChatAction")).toHaveLength(1);
});

test("/ask without words opens the field in a private chat, and says in a group what to do", async () => {
  bot = await runHere(telegram);
  telegram.text({ text: "/ask" });
  const { payload } = await telegram.nextCall("sendMessage");
  expect(payload.reply_markup).toEqual({
    force_reply: true,
    input_field_placeholder: "Your question about the story",
  });
  telegram.text({ text: "/ask", chat: GROUP });
  const { payload: inGroup } = await telegram.nextCall("sendMessage");
  expect(inGroup).not.toHaveProperty("reply_markup");
});

test("who has blocked the bot is not written to until they let it in again", async () => {
  bot = await runHere(telegram);
  telegram.setStanding(privateChat(READER), "kicked");
  const written = {
    message_id: 99,
    date: 1_800_000_000,
    chat: privateChat(READER),
    from: READER,
    text: WHEN,
  };
  telegram.update({ message: written });
  await telegram.idle();
  expect(telegram.calls.map(({ method }) => method)).not.toContain("sendMessage");
  telegram.setStanding(privateChat(READER), "member");
  telegram.text({ text: WHEN });
  await telegram.until(() => sent()[0]);
  expect(telegram.calls.every(({ result }) => result.ok)).toBe(true);
});

test("a group that has muted the bot for a time is written to again when that is over", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  bot = await runHere(telegram);
  telegram.setStanding(GROUP, "member");
  const muted = { ...chatMember(BOT, "restricted"), until_date: 1_800_000_060 };
  telegram.update({
    my_chat_member: {
      chat: GROUP,
      from: ANNA,
      date: 1_800_000_000,
      old_chat_member: chatMember(BOT, "member"),
      new_chat_member: muted,
    },
  });
  telegram.text({ text: `/ask ${WHEN}`, chat: GROUP });
  await telegram.idle();
  expect(sent(GROUP.id)).toEqual([]);
  vi.setSystemTime(1_800_000_060_000);
  telegram.text({ text: `/ask ${WHEN}`, chat: GROUP });
  await telegram.until(() => sent(GROUP.id)[0]);
});
