import type { CallbackQuery, InlineQuery, InlineQueryResultsButton } from "grammy/types";
import {
  checkButton,
  checkResults,
  type InlineResult,
  inlineResult,
  inlineResults,
  resultsButton,
} from "./inline-results.js";
import type { MethodTable } from "./method.js";
import { booleanField, integerField, textField } from "./payload.js";
import { asUser } from "./people.js";
import { badRequest } from "./refusal.js";

/** Longest notice that answers the press of a button, in UTF-16 code units. */
const LONGEST_NOTICE = 200;

/** What answered the press of a button; where text and address are "", the person sees nothing. */
export interface Notice {
  readonly query: CallbackQuery;
  readonly text: string;
  /** True for a window that must be closed, false for a line that goes by itself. */
  readonly alert: boolean;
  readonly url: string;
}

/** Longest `next_offset`, in bytes. */
const LONGEST_OFFSET = 64;

/** How long Telegram keeps an answer for others with the same query, in seconds: unless told, and at most. */
const CACHE_TIME = 300;
const LONGEST_CACHE_TIME = 86_400;

/** What somebody who typed a query was offered. */
export interface Offer {
  readonly query: InlineQuery;
  readonly results: readonly InlineResult[];
  /** "" at the end. */
  readonly nextOffset: string;
  /** In seconds. */
  readonly cacheTime: number;
  readonly personal: boolean;
  readonly button: InlineQueryResultsButton | undefined;
}

/** The methods that answer what somebody waits for. */
export const QUERY_METHODS: MethodTable = {
  answerCallbackQuery: ({ bot, callbackQueries, notices }, payload) => {
    const text = textField(payload, "text");
    const url = textField(payload, "url");
    if (text.length > LONGEST_NOTICE) throw badRequest("MESSAGE_TOO_LONG");
    // A bot without games may only lead to itself.
    if (url !== "" && !url.startsWith(`https://t.me/${bot.username}?start=`)) throw badRequest("URL_INVALID");
    const query = callbackQueries.answer(textField(payload, "callback_query_id"));
    notices.push({ query, text, alert: booleanField(payload, "show_alert"), url });
    return true;
  },
  answerInlineQuery: ({ inlineQueries, offers }, payload) => {
    const button = resultsButton(payload);
    if (button !== undefined) checkButton(button);
    const results = inlineResults(payload);
    const id = textField(payload, "inline_query_id");
    inlineQueries.waiting(id);
    const nextOffset = textField(payload, "next_offset");
    if (Buffer.byteLength(nextOffset, "utf8") > LONGEST_OFFSET) throw badRequest("NEXT_OFFSET_INVALID");
    checkResults(results);
    const seconds = integerField(payload, "cache_time") ?? CACHE_TIME;
    offers.push({
      query: inlineQueries.answer(id),
      results,
      nextOffset,
      cacheTime: Math.min(Math.max(seconds, 0), LONGEST_CACHE_TIME),
      personal: booleanField(payload, "is_personal"),
      button,
    });
    return true;
  },
  answerGuestQuery: ({ bot, chats, guestQueries }, payload) => {
    const result = inlineResult(payload);
    checkResults([result]);
    const { chat, from } = guestQueries.answer(textField(payload, "guest_query_id"));
    const caller = from === undefined ? {} : { guest_bot_caller_user: from };
    const message = chats.send(chat, { from: asUser(bot), ...caller, ...result.content });
    return { inline_message_id: chats.inline.add(message) };
  },
};
