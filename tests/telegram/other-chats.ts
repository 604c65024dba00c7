import type { InlineQuery, Message, User } from "grammy/types";
import { GroupLife } from "./group-life.js";
import type { InlineResult } from "./inline-results.js";
import type { Incoming, TalkChat } from "./messaging.js";
import { asUser, privateChat, READER } from "./people.js";

/** Longest query, in characters. */
const LONGEST_QUERY = 256;

/** What a deep link may carry. */
const PAYLOAD = /^[\w-]{1,64}$/;

interface Place {
  readonly from?: User;
  /** Where it goes on; the person's private chat with the bot unless said otherwise. */
  readonly chat?: TalkChat;
}

/** What people do with the bot from any chat, as a test makes them do it: inline mode and guest mode. */
export class OtherChats extends GroupLife {
  /**
   * Somebody types a query behind the bot's name.
   * @throws where inline mode is off
   */
  inline(
    query: string,
    { from = READER, chat = privateChat(from), offset = "" }: Place & { readonly offset?: string } = {},
  ): InlineQuery {
    const { bot, inlineQueries } = this.state;
    if (!bot.supports_inline_queries) throw new Error("inline mode is off");
    if ([...query].length > LONGEST_QUERY) throw new Error(`a query has at most ${LONGEST_QUERY} characters`);
    const chat_type = chat.id === from.id ? "sender" : chat.type;
    const inline = { id: inlineQueries.newId(), from, query, offset, chat_type } as const;
    this.update({ inline_query: inline });
    return inline;
  }

  /**
   * Somebody chooses a result that was offered: its message appears in the chat.
   * @param told true where the bot has feedback on (a setting of its owner): then it is told what was chosen
   */
  choose(
    result: InlineResult,
    { from = READER, chat = privateChat(from), told = false }: Place & { readonly told?: boolean } = {},
  ): Message {
    const { bot, chats, offers } = this.state;
    const offer = offers.findLast(({ results }) => results.includes(result));
    if (offer === undefined) throw new Error("that result was not offered");
    const message = this.message({ chat, from, via_bot: asUser(bot), ...result.content });
    const id = message.reply_markup && chats.inline.add(message);
    if (told) {
      const { query } = offer.query;
      const chosen = { result_id: result.id, from, query, ...(id && { inline_message_id: id }) };
      this.update({ chosen_inline_result: chosen });
    }
    return message;
  }

  /**
   * Somebody opens t.me/BOT?start=PAYLOAD, or the button above inline results, and presses Start.
   * @throws where Telegram would not take the payload
   */
  start(payload: string, { from = READER }: { readonly from?: User } = {}): Message {
    if (!PAYLOAD.test(payload)) throw new Error(`${JSON.stringify(payload)} cannot stand behind start=`);
    return this.text({ from, text: `/start ${payload}` });
  }

  /**
   * Somebody calls the bot by its name in a chat in which it is not.
   * @throws where guest mode is off, or the name is missing
   */
  guest(incoming: Incoming & { readonly chat: TalkChat; readonly text: string }): Message {
    const { bot, updates } = this.state;
    if (!bot.supports_guest_queries) throw new Error("guest mode is off");
    this.withoutBot(incoming.chat);
    const before = updates.count;
    const message = this.text(incoming);
    if (updates.count === before) throw new Error(`the text does not call @${bot.username}`);
    return message;
  }
}
