import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotProcess, startBot } from "./bot-process.js";
import { FakeTelegram } from "./fake-telegram.js";
import type { Offer } from "./query-methods.js";

let telegram: FakeTelegram;
let bot: BotProcess;

beforeAll(async () => {
  telegram = await FakeTelegram.start({ supports_inline_queries: true, supports_guest_queries: true });
  bot = await startBot(telegram);
});

afterAll(async () => {
  expect(telegram.calls.filter(({ result }) => !result.ok)).toEqual([]);
  expect((await bot.stop()).code).toBe(0);
  await telegram.close();
});

async function offerFor(text: string, offset = ""): Promise<Offer> {
  const query = telegram.inline(text, { offset });
  return await telegram.until(() => telegram.offers.find((offer) => offer.query.id === query.id));
}

test("a question's passages are offered a page at a time, to the end and without repeats", async () => {
  const ids: string[] = [];
  let offer = await offerFor("who was arrested");
  for (;;) {
    expect(offer.results.length).toBeLessThanOrEqual(10);
    ids.push(...offer.results.map(({ id }) => id));
    if (offer.nextOffset === "") break;
    offer = await offerFor("who was arrested", offer.nextOffset);
  }
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  const again = await offerFor("who was arrested");
  expect(again.results.map(({ id }) => id)).toEqual(ids.slice(0, 10));
});

test("a result shows the answer and its passage, and sends the whole reply", async () => {
  const offer = await offerFor("who was the journalist detained in Baku");
  const [best] = offer.results;
  if (!best) throw new Error("there is a result");
  expect(best.title).toBe("Aytekin Huseynova");
  expect(best.description).toMatch(/^On July 1, journalist Aytekin Huseynova/);
  expect(best.content.text).toContain("paragraph 21 of 26");
  expect(offer).toMatchObject({ personal: false, cacheTime: 300 });
  const sent = telegram.choose(best);
  const labels = sent.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
  expect(labels).toEqual(["More context", "Source", "Share"]);
  const press = telegram.press(sent, "More context");
  await telegram.until(() => telegram.notices.find(({ query }) => query.id === press.id));
  const grown = telegram.messages(sent.chat.id).find(({ message_id }) => message_id === sent.message_id);
  expect(grown?.text).toContain("Her mother said");
});

test("before anything is asked: the story, and what may be asked", async () => {
  for (const query of ["", "wh"]) {
    const { results } = await offerFor(query);
    expect(results.map(({ title }) => title)).toEqual([
      "The story",
      expect.stringMatching(/^What did .+ say\?$/),
      expect.stringMatching(/^What did .+ say\?$/),
      expect.stringMatching(/^What did .+ say\?$/),
    ]);
  }
});

test("what the story does not say has no result, and a way into the private chat", async () => {
  const { results, button } = await offerFor("what is the best recipe for borscht?");
  expect(results).toEqual([]);
  expect(button).toMatchObject({ start_parameter: "chat" });
  telegram.text({ text: "/start chat" });
  await telegram.until(() =>
    telegram.shown.find(({ message: { text } }) => text?.startsWith("I answer questions")),
  );
});

test.each([
  'quote "Azerbaijan is sending a signal that it wants to increase the distance from Moscow" — Vadim Dubnov',
  '"Azerbaijan is sending a signal that it wants to increase the distance from Moscow"',
])("a quotation is checked: %s", async (query) => {
  const { results } = await offerFor(query);
  expect(results).toHaveLength(1);
  expect(results[0]?.title).toBe("Word for word in the story.");
  expect(results[0]?.content.text).toContain("Vadim Dubnov");
});

test("called by name in a chat that it is not in, it answers once", async () => {
  const chat = { id: -77, type: "supergroup", title: "Elsewhere" } as const;
  telegram.guest({ chat, text: "@story_bot who was the journalist detained in Baku?" });
  const reply = await telegram.until(() => telegram.messages(chat.id).find(({ from }) => from?.is_bot));
  expect(reply.text).toContain("Aytekin Huseynova");
  await telegram.idle();
  expect(telegram.calls.filter(({ method }) => method === "answerGuestQuery")).toHaveLength(1);
});
