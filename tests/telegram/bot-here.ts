import { run } from "@grammyjs/runner";
import { AbortController } from "abort-controller";
import type { Bot } from "grammy";
import { pino } from "pino";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { createBot, UPDATES } from "../../src/telegram/bot.js";
import { madeStory } from "../made-story.js";
import type { FakeTelegram } from "./fake-telegram.js";

/** A story about a harbour, as far as it takes to ask something and something else. */
const LIBRARY = openLibrary([
  madeStory([
    "The harbour was closed on Monday after a ferry hit the northern pier.",
    '"Nobody was hurt on the ferry," said Jane Roe, who runs the harbour.',
    "Repairs of the northern pier will take three weeks.",
  ]),
]);

// The first question of a process takes longer than those that tests wait for.
ask(LIBRARY, "When was the harbour closed?", { limit: 1 });

/** Calls that are held back until they are let go. */
export interface Held {
  letGo(): void;
}

/** The bot in the process of the test. */
export interface BotHere {
  /** Holds back whatever the bot sends to a chat. */
  hold(chat: number): Held;
  stop(): Promise<void>;
}

/** Runs the bot without a process of its own, on the story of the harbour. */
export async function runHere(
  telegram: FakeTelegram,
  { questionsPerMinute = 100_000 }: { readonly questionsPerMinute?: number } = {},
): Promise<BotHere> {
  const { token, apiRoot } = telegram;
  const bot = createBot(
    { token, apiRoot, questionsPerMinute },
    { current: LIBRARY },
    [],
    pino({ level: "silent" }),
    new AbortController().signal,
  );
  await bot.init();
  const runner = run(bot, { runner: { fetch: { allowed_updates: UPDATES }, silent: true } });
  await telegram.polled();
  return { hold: (chat) => holdBack(bot, chat), stop: () => runner.stop() };
}

function holdBack(bot: Bot, chat: number): Held {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  bot.api.config.use(async (prev, method, payload, signal) => {
    if (method === "sendMessage" && "chat_id" in payload && payload.chat_id === chat) await gone;
    return await prev(method, payload, signal);
  });
  return { letGo };
}
