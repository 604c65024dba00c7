import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import { type Bot, type BotError, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { type BotSettings, createBot, UPDATES } from "./bot.js";
import { describeFailure, isRefusedToken } from "./calls/failure.js";
import { logFlags } from "./flags.js";
import { syncMenu } from "./menu.js";
import type { Live } from "./responder.js";
import type { Observer } from "./serving/observer.js";
import { InHand } from "./updates/in-hand.js";
import { conflictWith, isConflict, Polling } from "./updates/polling.js";
import { takePosted } from "./updates/posted-updates.js";
import type { Stopping } from "./updates/stopping.js";
import type { Webhook } from "./updates/webhook.js";

/** Exit codes: stopped by a signal, settings that Telegram refuses, anything else. */
const EXIT = { stopped: 0, failed: 1, refused: 2 } as const;

/**
 * Updates in hand at most, 1 kB each. Those of a chat whose call hangs wait behind it, so that with few places one
 * chat would keep the others out.
 */
const IN_HAND = 5000;

/**
 * Runs the bot until it is told to stop.
 * @param webhook takes the updates; undefined: the bot polls for them
 * @returns the exit code of the process
 */
export async function runBot(
  settings: BotSettings,
  live: Live,
  observers: readonly Observer[],
  webhook: Webhook | undefined,
  log: Logger,
  stopping: Stopping,
): Promise<number> {
  const bot = createBot(settings, live, observers, log, stopping.ended);
  const inHand = new InHand();
  try {
    // Not bot.init(), which tries for ever without a word when there is no connection.
    bot.botInfo = await bot.api.getMe(stopping.asked);
    log.info({ username: bot.botInfo.username, stories: live.current.stories.length }, "answering");
    logFlags(bot.botInfo, log);
    inHand.add(setUpMenu(bot, log));
    if (webhook) await takePosted(bot, webhook, inHand, stopping.asked);
    else await pollUntilStopped(bot, log, inHand, stopping);
    log.info("stopped");
    return EXIT.stopped;
  } catch (error) {
    return stopping.asked.aborted ? EXIT.stopped : logEnd(log, error);
  }
}

/** Answers updates until the first signal, and finishes what is under way, also where fetching them fails for good. */
async function pollUntilStopped(
  bot: Bot,
  log: Logger,
  inHand: InHand,
  { asked, ended }: Stopping,
): Promise<void> {
  // While a webhook is set there is nothing to fetch; what came for it is kept.
  await bot.api.deleteWebhook({}, asked);
  const polling = new Polling(bot.api, UPDATES, log);
  const sink = createConcurrentSink<Update, BotError>(
    { consume: (update) => inHand.add(bot.handleUpdate(update)) },
    async (error) => {
      await bot.errorHandler(error);
    },
    { concurrency: IN_HAND },
  );
  const runner = createRunner(createSource(polling), sink);
  runner.start();
  const fetching = runner.task();
  const stop = () => void runner.stop();
  if (asked.aborted) stop();
  else asked.addEventListener("abort", stop);
  try {
    await fetching;
    await polling.confirm(ended);
  } finally {
    await inHand.done();
  }
}

/** The bot answers without its menu, too. */
async function setUpMenu(bot: Bot, log: Logger): Promise<void> {
  for (const part of await syncMenu(bot.api)) log.warn({ part }, "could not be set up; going on without");
}

/** Says in one line why the bot cannot go on. */
function logEnd(log: Logger, error: unknown): number {
  if (isRefusedToken(error)) {
    log.fatal("Telegram refuses the token: check BOT_TOKEN");
    return EXIT.refused;
  }
  if (error instanceof GrammyError && error.method === "setWebhook" && error.error_code === 400) {
    log.fatal(describeFailure(error), "WEBHOOK_URL: expected an address that Telegram takes");
    return EXIT.refused;
  }
  log.fatal(describeFailure(error), isConflict(error) ? conflictWith(error) : "the bot cannot go on");
  return EXIT.failed;
}
