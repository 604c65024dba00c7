import { autoRetry } from "@grammyjs/auto-retry";
import { sequentialize } from "@grammyjs/runner";
import { Bot, type Context } from "grammy";
import type { Logger } from "pino";
import { describeFailure } from "./failure.js";
import { guest } from "./guest.js";
import { inline } from "./inline.js";
import { messages } from "./messages.js";
import { presses } from "./presses.js";
import { type Live, Responder } from "./responder.js";
import { onlyWhereWelcome } from "./welcome.js";

/** How often a call is tried again after 429 or 5xx, and the longest wait in seconds that is worth a late answer. */
const RETRIES = { maxRetryAttempts: 3, maxDelaySeconds: 60 };

export interface BotSettings {
  readonly token: string;
  readonly apiRoot: string | undefined;
  /** Of one person. */
  readonly questionsPerMinute: number;
}

/** The updates that the bot takes. */
export const UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "guest_message",
  "my_chat_member",
] as const;

/** The bot with all its handlers, not yet running. */
export function createBot(settings: BotSettings, live: Live, log: Logger): Bot {
  const { token, apiRoot, questionsPerMinute } = settings;
  const bot = new Bot(token, apiRoot === undefined ? {} : { client: { apiRoot } });
  // A call whose connection broke is not repeated: the reader may have the message already.
  bot.api.config.use(autoRetry({ ...RETRIES, rethrowHttpErrors: true }));
  bot.use(sequentialize(oneAfterTheOther));
  bot.catch(({ error }) => log.error(describeFailure(error), "an update could not be answered"));
  bot.use(onlyWhereWelcome(), messages(new Responder(live), questionsPerMinute));
  bot.use(presses(live), inline(live), guest(live));
  return bot;
}

/** What belongs to one chat, or to one message sent through inline results, is done in the order in which it came. */
function oneAfterTheOther(ctx: Context): string | undefined {
  return ctx.chat?.id.toString() ?? ctx.callbackQuery?.inline_message_id;
}
