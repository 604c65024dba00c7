import type { MiddlewareFn, Transformer } from "grammy";
import type { Answer } from "../../answer/answer.js";

/** Looks on while the bot works, and changes nothing. */
export interface Observer {
  /** Runs around the work on each update. */
  readonly update?: MiddlewareFn;
  /** Runs around each call of the Bot API, each attempt counted. */
  readonly call?: Transformer;
  /**
   * Is told of each answer to a question that came with a message; inline queries are asked anew with each letter.
   * @param asked the question; null where it stands in a message that somebody else wrote
   */
  readonly answer?: (answer: Answer, asked: string | null) => void;
}
