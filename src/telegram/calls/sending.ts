import type { AbortSignal } from "abort-controller";
import type { ApiClientOptions, Transformer } from "grammy";
import { followMovedChats } from "./moved-chats.js";
import { retryRefused, retryUnsent } from "./retries.js";
import { limitTime } from "./time-limits.js";
import { fetchAnswer } from "./transport.js";

/**
 * How calls leave the process.
 * @param apiRoot of a Bot API server of one's own; undefined: Telegram's
 */
export function clientOptions(apiRoot: string | undefined): ApiClientOptions {
  return { fetch: fetchAnswer, ...(apiRoot === undefined ? {} : { apiRoot }) };
}

/**
 * What every call of the bot goes through, the innermost first: a time limit for each attempt, attempts within limits.
 * @param ended fires when the process may wait for nothing any more
 */
export function sending(ended: AbortSignal): Transformer[] {
  const endAtOnce: Transformer = (prev, method, payload, signal) => prev(method, payload, signal ?? ended);
  return [limitTime, retryUnsent, retryRefused, followMovedChats, endAtOnce];
}
