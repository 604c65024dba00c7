import { AbortController } from "abort-controller";
import type { Transformer } from "grammy";

/**
 * The longest that one attempt of a call may take, in milliseconds. Telegram answers within a second where it is well;
 * a reader waits for ten at most, and a chat is not held up longer by a call that hangs.
 */
const CALL_WITHIN = 10_000;

/** The same for the answer to an inline query: whoever typed it has typed on by then. */
const INLINE_WITHIN = 5_000;

/** Ends a call that takes too long; waiting for updates may take as long as the call itself says on top. */
export const limitTime: Transformer = async (prev, method, payload, signal) => {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, limitOf(method, payload));
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  try {
    return await prev(method, payload, controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
};

/** In milliseconds; a server that is asked to wait before it answers has that time as well. */
function limitOf(method: string, payload: object): number {
  if (method === "answerInlineQuery") return INLINE_WITHIN;
  const waiting = "timeout" in payload && typeof payload.timeout === "number" ? payload.timeout * 1000 : 0;
  return CALL_WITHIN + waiting;
}
