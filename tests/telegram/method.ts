import type { BotCommand, CallbackQuery, InlineQuery, Message, UserFromGetMe } from "grammy/types";
import type { Chats } from "./chats.js";
import type { Payload } from "./payload.js";
import type { Queries } from "./queries.js";
import type { Notice, Offer } from "./query-methods.js";
import type { UpdateQueue } from "./update-queue.js";
import type { WebhookDelivery } from "./webhook-delivery.js";

/** How the bot presents itself, as setMy… set it. Languages are codes, "" for all that have none of their own. */
export interface Profile {
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  /** By scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>;
}

/** All that the methods of the fake Bot API read and change. */
export interface TelegramState {
  readonly bot: UserFromGetMe;
  readonly chats: Chats;
  readonly updates: UpdateQueue;
  readonly profile: Profile;
  readonly callbackQueries: Queries<CallbackQuery>;
  /** What presses were answered with. */
  readonly notices: Notice[];
  readonly inlineQueries: Queries<InlineQuery>;
  /** What inline queries were answered with. */
  readonly offers: Offer[];
  /** Messages that called the bot from chats in which it is not. */
  readonly guestQueries: Queries<Message>;
  readonly webhook: WebhookDelivery;
}

/**
 * One method of the Bot API: gives its `result`, or throws a Refusal.
 * @param gone fires when the caller has hung up
 */
export type Method = (state: TelegramState, payload: Payload, gone: AbortSignal) => unknown;

/** Methods by name. */
export type MethodTable = Readonly<Record<string, Method>>;
