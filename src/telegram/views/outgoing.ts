import type { InlineKeyboardMarkup } from "grammy/types";
import { lines, type Reply } from "../../reply/reply.js";

/** What the bot shows in one message: the reply and the buttons under it. */
export interface Outgoing {
  readonly reply: Reply;
  readonly keyboard?: InlineKeyboardMarkup;
  /** Where the reader is to write something in reply: what stands in the empty field, at most 64 characters. */
  readonly asksFor?: string;
}

/** The bot's own words, without buttons. */
export function words(...texts: readonly string[]): Outgoing {
  return { reply: lines(texts) };
}
