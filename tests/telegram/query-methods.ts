import type { CallbackQuery } from "grammy/types";
import type { MethodTable } from "./method.js";
import { booleanField, textField } from "./payload.js";
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
};
