import { autoRetry } from "@grammyjs/auto-retry";
import { sequentialize } from "@grammyjs/runner";
import { Bot, type Context } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import type { Logger } from "pino";
import type { Library } from "../answer/ask.js";
import { namedIn } from "../answer/people.js";
import { asksForPeople, asksForTimeline, quotationToCheck } from "../answer/plain-words.js";
import { quotesAsked, quotesFor } from "../answer/quotes.js";
import { suggestions } from "../answer/suggestions.js";
import { timelineOf } from "../answer/timeline.js";
import { peoplePage } from "../reply/people-reply.js";
import { quotesPage } from "../reply/quotes-reply.js";
import { lines, storyReply } from "../reply/reply.js";
import { timelinePage } from "../reply/timeline-reply.js";
import { WORDING } from "../reply/wording.js";
import { checkReply } from "./check.js";
import { Conversations } from "./conversations.js";
import { describeFailure } from "./failure.js";
import { onceInAWhile } from "./once-in-a-while.js";
import { sendReply } from "./send.js";

/** A hint on what the bot can read is given to one chat at most this often, in milliseconds. */
const HINT_EVERY = 10 * 60 * 1000;

/** How often a call is tried again after 429 or 5xx, and the longest wait in seconds that is worth a late answer. */
const RETRIES = { maxRetryAttempts: 3, maxDelaySeconds: 60 };

/** What a person may send that holds no text to read; service messages are not among them. */
const NOT_TEXT = [
  "message:photo",
  "message:video",
  "message:animation",
  "message:audio",
  "message:voice",
  "message:video_note",
  "message:document",
  "message:sticker",
  "message:location",
  "message:contact",
  "message:poll",
  "message:dice",
] as const;

export interface BotSettings {
  readonly token: string;
  readonly apiRoot: string | undefined;
}

/** The bot with all its handlers, not yet running. It answers in private chats. */
export function createBot(settings: BotSettings, library: Library, log: Logger): Bot {
  const { token, apiRoot } = settings;
  const bot = new Bot(token, apiRoot === undefined ? {} : { client: { apiRoot } });
  // A call whose connection broke is not repeated: the reader may have the message already.
  bot.api.config.use(autoRetry({ ...RETRIES, rethrowHttpErrors: true }));
  bot.use(sequentialize((ctx) => ctx.chat?.id.toString()));
  bot.catch(({ error }) => log.error(describeFailure(error), "an update could not be answered"));

  const overview = storyReply(library.stories, suggestions(library));
  const mayHint = onceInAWhile(HINT_EVERY);
  const chat = bot.chatType("private");
  chat.command("start", (ctx) => sendReply(ctx, [...lines([WORDING.welcome]), ...overview]));
  chat.command("help", (ctx) => sendReply(ctx, lines(WORDING.help)));
  chat.command("story", (ctx) => sendReply(ctx, overview));
  const conversations = new Conversations(library);
  chat.command("ask", (ctx) => sendReply(ctx, conversations.answer(ctx.msg, ctx.match)));
  chat.command("check", (ctx) => sendReply(ctx, checkReply(library, ctx.msg, ctx.match)));
  const timeline = (page = 1) => timelinePage(timelineOf(library.stories), page);
  chat.command("timeline", (ctx) => sendReply(ctx, timeline(pageBehind(ctx.match))));
  const people = (page = 1) => peoplePage(namedIn(library.stories), page);
  chat.command("people", (ctx) => sendReply(ctx, people(pageBehind(ctx.match))));
  chat.command("quotes", (ctx) => sendReply(ctx, quotesPage(quotesFor(library, ctx.match))));
  const replyTo = (message: Message, text: string) => {
    const quotation = quotationToCheck(text);
    if (quotation !== undefined) return checkReply(library, message, quotation);
    if (asksForTimeline(text)) return timeline();
    if (asksForPeople(text)) return people();
    const quotes = quotesAsked(library, text);
    return quotes ? quotesPage(quotes) : conversations.answer(message, text);
  };
  chat.on("message:text", (ctx) =>
    sendReply(ctx, isCommand(ctx, bot.botInfo) ? lines(WORDING.help) : replyTo(ctx.msg, ctx.msg.text)),
  );
  chat.on([...NOT_TEXT], async (ctx) => {
    if (mayHint(ctx.chat.id)) await sendReply(ctx, lines([WORDING.notText]));
  });
  return bot;
}

/** The number of a page behind a command; the first where there is none. */
function pageBehind(words: string): number {
  return /^\d{1,6}$/.test(words) ? Number(words) : 1;
}

/** True for a command that no handler took. */
function isCommand(ctx: Context, me: UserFromGetMe): boolean {
  const [entity] = ctx.entities("bot_command");
  if (entity?.offset !== 0) return false;
  const addressee = entity.text.split("@")[1];
  return addressee === undefined || addressee.toLowerCase() === me.username.toLowerCase();
}
