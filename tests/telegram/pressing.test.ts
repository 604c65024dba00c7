import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotHere, runHere } from "./bot-here.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";

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

async function answered() {
  telegram.text({ text: "When was the harbour closed?" });
  return (await telegram.until(() => telegram.shown[0])).message;
}

const noticeFor = (press: { readonly id: string }) =>
  telegram.until(() => telegram.notices.find(({ query }) => query.id === press.id));

test("a press is answered within a second, also where Telegram takes longer to show what it asks for", async () => {
  const message = await answered();
  telegram.fail("editMessageText", FAULTS.slow(1500));
  const pressed = Date.now();
  await noticeFor(telegram.press(message, "More context"));
  expect(Date.now() - pressed).toBeLessThan(1200);
  await telegram.until(() => telegram.shown.find(({ change }) => change === "edited"));
});

test("a button that is pressed twice says nothing false", async () => {
  const message = await answered();
  const next = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text.startsWith("Next"));
  if (!next || !("callback_data" in next)) throw new Error("there is another passage");
  const first = telegram.press(message, next.text);
  await noticeFor(first);
  telegram.update({ callback_query: { ...first, id: "again" } });
  expect((await noticeFor({ id: "again" })).text).toBe("");
});

test("an answer does not become a list, whatever is sent in the name of its buttons", async () => {
  const message = await answered();
  const first = telegram.press(message, "More context");
  await noticeFor(first);
  const shown = telegram.shown.length;
  for (const data of ["t00000.1", "q00000.1:__proto__", "s00000.1", "nonsense"]) {
    telegram.update({ callback_query: { ...first, id: data, data } });
    expect((await noticeFor({ id: data })).text).toBe("");
  }
  expect(telegram.shown).toHaveLength(shown);
});
