import { GrammyError, HttpError } from "grammy";

/** A failed call as it may stand in a log: method, code and Telegram's words; no payload, no address, no token. */
export interface Failure {
  readonly method?: string;
  readonly code?: number;
  readonly reason: string;
}

/** True where a query waited longer for its answer than Telegram keeps it: nobody is harmed. */
export function isTooOld(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("query is too old");
}

/** Never the error itself: those of the network hold the address, and the address holds the token. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof GrammyError) {
    return { method: error.method, code: error.error_code, reason: error.description };
  }
  if (error instanceof HttpError) return { reason: "Telegram could not be reached" };
  return { reason: error instanceof Error ? error.name : "unknown" };
}
