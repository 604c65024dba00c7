import type { AbortSignal } from "abort-controller";
import type { Transformer } from "grammy";
import { followMovedChats } from "./moved-chats.js";
import { retryRefused, retryUnsent } from "./retries.js";
import { limitTime } from "./time-limits.js";

/**
 * What every call of the bot goes through, the innermost first: a time limit for each attempt, attempts within limits.
 * @param ended fires when the process may wait for nothing any more
 */
export function sending(ended: AbortSignal): Transformer[] {
  const endAtOnce: Transformer = (prev, method, payload, signal) => prev(method, payload, signal ?? ended);
  return [limitTime, retryUnsent, retryRefused, followMovedChats, endAtOnce];
}
