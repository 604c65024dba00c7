import { run } from "@grammyjs/runner";
import { GrammyError } from "grammy";
import type { Logger } from "pino";
import { type BotSettings, createBot, UPDATES } from "./bot.js";
import { describeFailure } from "./failure.js";
import { syncMenu } from "./menu.js";
import type { Live } from "./responder.js";

/** Exit codes: stopped by a signal, a refused token, anything else. */
const EXIT = { stopped: 0, failed: 1, tokenRefused: 2 } as const;

/** Pause between two attempts to fetch updates after a failure, in milliseconds. */
const FETCH_AGAIN_AFTER = 1000;

/**
 * Runs the bot by long polling until it is told to stop.
 * @returns the exit code of the process
 */
export async function runBot(settings: BotSettings, live: Live, log: Logger): Promise<number> {
  const bot = createBot(settings, live, log);
  try {
    // Not bot.init(), which tries for ever without a word when there is no connection.
    bot.botInfo = await bot.api.getMe();
  } catch (error) {
    if (isRefusedToken(error)) {
      log.fatal("Telegram refuses the token: check BOT_TOKEN");
      return EXIT.tokenRefused;
    }
    log.fatal(describeFailure(error), "the bot could not be started");
    return EXIT.failed;
  }
  for (const part of await syncMenu(bot.api)) log.warn({ part }, "could not be set up; going on without");
  const runner = run(bot, {
    runner: { fetch: { allowed_updates: UPDATES }, retryInterval: FETCH_AGAIN_AFTER, silent: true },
  });
  const stop = () => void runner.stop();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  log.info({ username: bot.botInfo.username, stories: live.current.stories.length }, "answering");
  try {
    await runner.task();
    log.info("stopped");
    return EXIT.stopped;
  } catch (error) {
    log.fatal(describeFailure(error), "updates can no longer be fetched");
    return isRefusedToken(error) ? EXIT.tokenRefused : EXIT.failed;
  }
}

/** 404 is how Telegram answers a token that has not even the form of one. */
function isRefusedToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}
