import { autoRetry } from "@grammyjs/auto-retry";
import { HttpError, type Transformer } from "grammy";
import { pause } from "./pause.js";
import { UnansweredError, UnsentError } from "./transport.js";

/** How often a call is tried again after 429 or 5xx, and the longest wait in seconds that is worth a late answer. */
const AFTER_REFUSAL = { maxRetryAttempts: 3, maxDelaySeconds: 60 };

/** The waits, in milliseconds, before a call is tried again that found no connection: together a router's restart. */
const AFTER_NO_CONNECTION = [500, 1000, 2000, 4000];

/** After this long, in milliseconds, a call is not tried once more: attempts that hang take ten seconds each. */
const TRY_FOR = 15_000;

/** Nobody waits for these a second later; and polling has its own patience. */
const NEVER_AGAIN = new Set([
  "answerCallbackQuery",
  "answerGuestQuery",
  "answerInlineQuery",
  "getUpdates",
  "sendChatAction",
]);

/** What may be done twice without anybody seeing it. */
const MAY_BE_REPEATED = /^(get|set|edit|delete)/;

// Its own way with broken connections is to send again without end, also what the reader has already.
const retryAfterRefusal = autoRetry({ ...AFTER_REFUSAL, rethrowHttpErrors: true });

/** Tries again what Telegram refused for now: after 429 when it says so, after 5xx later and later. */
export const retryRefused: Transformer = (prev, method, payload, signal) =>
  NEVER_AGAIN.has(method) ? prev(method, payload, signal) : retryAfterRefusal(prev, method, payload, signal);

/** Tries again what was not sent; what was sent and not answered only where doing it twice does no harm. */
export const retryUnsent: Transformer = async (prev, method, payload, signal) => {
  const until = Date.now() + TRY_FOR;
  for (const wait of AFTER_NO_CONNECTION) {
    try {
      return await prev(method, payload, signal);
    } catch (error) {
      if (signal?.aborted || Date.now() > until || !mayGoAgain(method, error)) throw error;
      await pause(wait, signal);
    }
  }
  return await prev(method, payload, signal);
};

function mayGoAgain(method: string, error: unknown): boolean {
  if (NEVER_AGAIN.has(method) || !(error instanceof HttpError)) return false;
  const { error: cause } = error;
  return cause instanceof UnsentError || (cause instanceof UnansweredError && MAY_BE_REPEATED.test(method));
}
