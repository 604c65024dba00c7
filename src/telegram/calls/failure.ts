import { GrammyError, HttpError } from "grammy";
import type { Logger } from "pino";
import { UnansweredError, UnsentError } from "./transport.js";

/** A failed call as it may stand in a log: method, code and a reason; no payload, no address, no token. */
export interface Failure {
  readonly method?: string;
  readonly code?: number;
  readonly reason: string;
}

/**
 * What Telegram says where it is nobody's fault: the chat is not there any more or not open to the bot, the message
 * that was asked or is shown has gone or has not changed, the press came too late. (Texts of the Bot API server.)
 */
const TO_BE_EXPECTED =
  /chat not found|PEER_ID_INVALID|upgraded to a supergroup|TOPIC_(CLOSED|DELETED)|message thread not found|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|message to (be replied|edit|delete) not found|message (is not modified|can't be (edited|deleted))|query is too old|QUERY_ID_INVALID/i;

/** The longest description that is kept, in UTF-16 code units. */
const LONGEST_REASON = 150;

/** What stands in quotation marks, also where the closing one is missing; the apostrophe of "can't" opens nothing. */
const QUOTED = /(?<=^|\s)(["'`]).*?(?:\1(?!\w)|$)/gs;

/** A word that is more than letters: a number, an address. */
const NO_PLAIN_WORD = /\S*(?:[^\sA-Za-z_,.;:()/'’!?…-]|:\S)\S*/g;

/** Never the error itself: those of the network hold the address, and the address holds the token. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof GrammyError) {
    return { method: error.method, code: error.error_code, reason: plainWords(error.description) };
  }
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof UnsentError) return { reason: `Telegram could not be reached (${cause.message})` };
  if (cause instanceof UnansweredError) return { reason: `Telegram did not answer (${cause.message})` };
  return { reason: cause instanceof Error ? cause.name : "unknown" };
}

/** Logs what failed: as an error only where somebody may have to do something. */
export function logFailure(log: Logger, error: unknown, what: string): void {
  if (isToBeExpected(error)) log.info(describeFailure(error), what);
  else log.error(describeFailure(error), what);
}

/** 403 is a reader who has blocked the bot, or a chat that it was removed from. */
function isToBeExpected(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && TO_BE_EXPECTED.test(error.description));
}

/** 404 is how Telegram answers a token that has not even the form of one. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

/** A description without what may be anybody's: Telegram quotes addresses, texts and ids in some. */
function plainWords(description: string): string {
  return description.slice(0, LONGEST_REASON).replace(QUOTED, "…").replace(NO_PLAIN_WORD, "…");
}
