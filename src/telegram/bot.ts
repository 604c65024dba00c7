import { sequentialize } from "@grammyjs/runner";
import type { AbortSignal } from "abort-controller";
import { Bot, type Context } from "grammy";
import type { Logger } from "pino";
import { logFailure } from "./calls/failure.js";
import { clientOptions, sending } from "./calls/sending.js";
import { guest } from "./guest.js";
import { inline } from "./inline.js";
import { messages } from "./messages.js";
import { presses } from "./presses.js";
import { type Live, Responder } from "./responder.js";
import type { Observer } from "./serving/observer.js";
import { eachUpdateOnce } from "./updates/seen-updates.js";
import { onlyWhereWelcome } from "./updates/welcome.js";

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

/**
 * The bot with all its handlers, not yet running.
 * @param ended fires when calls may wait for nothing any more
 */
export function createBot(
  settings: BotSettings,
  live: Live,
  observers: readonly Observer[],
  log: Logger,
  ended: AbortSignal,
): Bot {
  const { token, apiRoot, questionsPerMinute } = settings;
  const bot = new Bot(token, { client: clientOptions(apiRoot) });
  bot.api.config.use(...observers.flatMap(({ call }) => call ?? []), ...sending(ended));
  bot.use(eachUpdateOnce());
  bot.use(...observers.flatMap(({ update }) => update ?? []));
  bot.use(sequentialize(oneAfterTheOther));
  // What still waits behind others then is not begun.
  bot.use((_, next) => (ended.aborted ? Promise.resolve() : next()));
  bot.catch(({ error }) => logFailure(log, error, "an update could not be answered"));
  bot.use(onlyWhereWelcome(), messages(new Responder(live, observers), questionsPerMinute));
  bot.use(presses(live), inline(live), guest(live, observers));
  return bot;
}

/** What belongs to one chat, or to one message sent through inline results, is done in the order in which it came. */
function oneAfterTheOther(ctx: Context): string | undefined {
  return ctx.chat?.id.toString() ?? ctx.callbackQuery?.inline_message_id;
}
