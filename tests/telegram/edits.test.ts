import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Answered } from "../../src/telegram/answered.js";
import { type BotHere, runHere } from "./bot-here.js";
import { FakeTelegram } from "./fake-telegram.js";
import { GROUP, READER } from "./people.js";

const WHEN = "When was the harbour closed?";
const REPAIRS = "How long will repairs take?";

let telegram: FakeTelegram;
let bot: BotHere;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  bot = await runHere(telegram);
});

afterEach(async () => {
  vi.useRealTimers();
  await bot.stop();
  await telegram.close();
});

const shown = () => telegram.shown.map(({ change, message }) => `${change}: ${message.text?.slice(0, 7)}`);

/** The calls that show something. */
const calls = () =>
  telegram.calls.map(({ method }) => method).filter((method) => /^(send|edit)Message/.test(method));

test("an edit that comes while the first answer is being sent changes it; of several the last one stays", async () => {
  const held = bot.hold(READER.id);
  const asked = telegram.text({ text: WHEN });
  for (const text of ["Who runs the harbour?", WHEN, REPAIRS]) telegram.edit(asked, { text });
  await telegram.until(() => telegram.updateCount === 4 || undefined);
  held.letGo();
  await telegram.idle();
  expect(telegram.messages()).toHaveLength(2);
  expect(shown().at(0)).toBe("sent: The har");
  expect(shown().at(-1)).toBe("edited: Repairs");
});

test("an edit that changes nothing makes no call", async () => {
  const asked = telegram.text({ text: WHEN });
  await telegram.idle();
  for (const text of [WHEN, "When was the harbour closed ??", "when was the harbour closed"]) {
    telegram.edit(asked, { text });
  }
  const list = telegram.text({ text: "/people" });
  await telegram.idle();
  telegram.edit(list, { text: "/people please" });
  await telegram.idle();
  expect(calls()).toEqual(["sendMessage", "sendMessage"]);
});

test("an edit to what is not for the bot leaves the answer", async () => {
  const asked = telegram.text({ text: `/ask ${WHEN}`, chat: GROUP });
  await telegram.idle();
  telegram.edit(asked, { text: "Never mind" });
  telegram.edit(asked, { text: "/ask@other_bot when?" });
  await telegram.idle();
  expect(calls()).toEqual(["sendMessage"]);
});

test("an answer that was deleted is sent anew, once; the next edit changes the new one", async () => {
  const asked = telegram.text({ text: WHEN });
  const answer = await telegram.until(() => telegram.shown[0]);
  telegram.delete(answer.message);
  telegram.edit(asked, { text: REPAIRS });
  await telegram.idle();
  telegram.edit(asked, { text: WHEN });
  await telegram.idle();
  expect(shown()).toEqual(["sent: The har", "sent: Repairs", "edited: The har"]);
});

test("an answer stays deleted where the edit would not change it", async () => {
  const asked = telegram.text({ text: WHEN });
  const answer = await telegram.until(() => telegram.shown[0]);
  telegram.delete(answer.message);
  telegram.edit(asked, { text: WHEN });
  await telegram.idle();
  expect(calls()).toEqual(["sendMessage"]);
});

test("a question that asks for nothing can be edited into one", async () => {
  const asked = telegram.text({ text: "/ask" });
  await telegram.idle();
  telegram.edit(asked, { text: `/ask ${WHEN}` });
  await telegram.idle();
  telegram.edit(asked, { text: "/ask" });
  await telegram.idle();
  expect(shown()).toEqual(["sent: What do", "edited: The har", "edited: What do"]);
  expect(telegram.messages().at(-1)?.reply_markup).toBeUndefined();
});

test("after 48 hours an edit changes nothing", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  const asked = telegram.text({ text: WHEN });
  await telegram.idle();
  vi.setSystemTime(1_800_000_000_000 + 48 * 3600 * 1000);
  telegram.edit(asked, { text: REPAIRS });
  await telegram.idle();
  expect(shown().at(-1)).toBe("edited: Repairs");
  vi.setSystemTime(1_800_000_000_000 + 48 * 3600 * 1000 + 1);
  telegram.edit(asked, { text: WHEN });
  await telegram.idle();
  expect(shown().at(-1)).toBe("edited: Repairs");
});

test("the memory of answers is bounded: the oldest is forgotten", () => {
  const answered = new Answered();
  const date = Math.floor(Date.now() / 1000);
  const question = (message_id: number) => ({ message_id, date, chat: GROUP });
  const content = {
    text: "",
    others: { entities: [], link_preview_options: { is_disabled: true as const } },
  };
  for (let id = 1; id <= 10_001; id++) answered.set(question(id), id, content);
  expect(answered.get(question(1))).toBeUndefined();
  expect(answered.get(question(2))?.messageId).toBe(2);
  expect(answered.get(question(10_001))?.messageId).toBe(10_001);
});
