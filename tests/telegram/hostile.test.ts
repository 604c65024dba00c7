import { AbortController } from "abort-controller";
import fc from "fast-check";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { pino } from "pino";
import { expect, test } from "vitest";
import { openLibrary } from "../../src/answer/ask.js";
import { createBot } from "../../src/telegram/bot.js";
import { madeStory } from "../made-story.js";
import { hostileUpdate } from "./hostile-updates.js";
import { BOT } from "./people.js";
import { strictApi } from "./strict-api.js";

/** The longest that one update may take, in milliseconds. */
const WITHIN = 50;

const STORIES = [
  madeStory(
    [
      "The harbour was closed on Monday after a ferry hit the northern pier.",
      '"Nobody was hurt on the ferry," said Jane Roe, who runs the harbour.',
      "Repairs of the northern pier will take three weeks, according to the constructor, __proto__ Ltd.",
    ],
    { url: "https://harbour.example/ferry.html", published: "2025-07-01" },
    "harbour",
  ),
  madeStory(
    [
      "😀 The toString tower 👩‍👩‍👧 was seen by John Doe on June 5 <b>in</b> *Northport*.",
      `${"A word that goes on ".repeat(60)}said Əli Məmmədov — "ﷺ \u200ftower\u200f is ours".`,
    ],
    { url: "https://tower.example/a.html#top" },
    "__proto__",
  ),
];

function startBot(): Bot {
  const settings = { token: "1:x", apiRoot: undefined, questionsPerMinute: 1_000_000 };
  const live = { current: openLibrary(STORIES) };
  const bot = createBot(settings, live, [], pino({ level: "silent" }), new AbortController().signal);
  bot.api.config.use(strictApi(STORIES));
  bot.botInfo = BOT;
  return bot;
}

let lastId = 0;

/** How long the bot takes for an update, in milliseconds; the best of three where others had the processor meanwhile. */
async function timeFor(bot: Bot, content: Omit<Update, "update_id">): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && best > WITHIN; i++) {
    const began = performance.now();
    await bot.handleUpdate({ update_id: ++lastId, ...content });
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

test("10,000 hostile updates: none fails, none is slow, every call is one that Telegram takes", async () => {
  const bot = startBot();
  await fc.assert(
    fc.asyncProperty(hostileUpdate, async (content) => {
      expect(await timeFor(bot, content)).toBeLessThan(WITHIN);
    }),
    { numRuns: 10_000, seed: 1 },
  );
}, 60_000);
