import type { CallbackQuery, Chat, InaccessibleMessage, Message, Update, User } from "grammy/types";
import { type MessageContent, unixTime } from "./chats.js";
import { detectedEntities } from "./detected-entities.js";
import type { TelegramState } from "./method.js";
import { privateChat, READER } from "./people.js";
import { replyPlace, topicPlace } from "./places.js";
import { callsGuest, reachesBot } from "./privacy.js";
import type { UpdateContent } from "./update-queue.js";

/** A chat in which people write. */
export type TalkChat = Exclude<Chat, Chat.ChannelChat>;

/** A person's message: any content, from the reader in the private chat unless said otherwise. */
export interface Incoming extends Omit<MessageContent, "from"> {
  readonly from?: User;
  readonly chat?: TalkChat;
  /** The message that it replies to; where no chat is named, it goes to that one's. */
  readonly replyTo?: Message;
  /** The topic of a forum, where it replies to no message of one. */
  readonly topic?: Message;
}

/** What people do with messages, as a test makes them do it. */
export class Messaging {
  protected readonly state: TelegramState;

  protected constructor(state: TelegramState) {
    this.state = state;
  }

  /** Delivers an update as it is, with the next number. */
  update(content: UpdateContent): Update {
    const { callback_query: press, inline_query: typed, guest_message: call } = content;
    const { callbackQueries, inlineQueries, guestQueries, updates } = this.state;
    if (press) callbackQueries.open(press.id, press);
    if (typed) inlineQueries.open(typed.id, typed);
    if (call?.guest_query_id) guestQueries.open(call.guest_query_id, call);
    return updates.push(content);
  }

  /**
   * Somebody sends a message of any kind: `{ sticker }`, `{ photo, caption }`, `{ voice }`… It reaches the bot where
   * Telegram lets it.
   */
  message(incoming: Incoming): Message {
    const { replyTo, topic, from = READER, chat = chatOf(replyTo ?? topic, from), ...content } = incoming;
    const place = replyTo ? replyPlace(this.#standing(replyTo)) : topic ? topicPlace(topic) : {};
    const message = this.state.chats.receive(chat, { ...place, ...content, from });
    if (this.#reaches(message)) this.update({ message: { ...message, chat, from } });
    else if (callsGuest(message, this.state.chats.standing(chat), this.state.bot)) {
      const guest_query_id = this.state.guestQueries.newId();
      this.update({ guest_message: { ...message, chat, from, guest_query_id } });
    }
    return message;
  }

  /** Somebody sends text; Telegram finds the commands in it. */
  text(incoming: Incoming & { readonly text: string }): Message {
    return this.message({ ...foundIn(incoming.text), ...incoming });
  }

  /** Somebody sends what is not text, with a caption where it is not "". */
  caption(incoming: Incoming, caption: string): Message {
    if (caption === "") return this.message(incoming);
    const { entities } = foundIn(caption);
    return this.message({ ...incoming, caption, ...(entities && { caption_entities: entities }) });
  }

  /** Somebody forwards text that a person wrote elsewhere who does not want to be found. */
  forward(incoming: Incoming & { readonly text: string }): Message {
    const origin = { type: "hidden_user", date: unixTime(), sender_user_name: "Somebody" } as const;
    return this.text({ ...incoming, forward_origin: origin });
  }

  /**
   * The person who wrote a message changes its text, or its caption where it has one.
   * @throws where it was deleted
   */
  edit(message: Message, { text }: { readonly text: string }): Message {
    const { entities, caption_entities, ...before } = this.#standing(message);
    const { from } = before;
    if (from === undefined) throw new Error("a message that nobody wrote is not edited");
    const found = foundIn(text).entities;
    const content =
      before.caption === undefined
        ? { text, ...(found && { entities: found }) }
        : { caption: text, ...(found && { caption_entities: found }) };
    const after = { ...before, ...content, chat: talkChat(before.chat), edit_date: unixTime() };
    this.state.chats.rewrite(after);
    if (this.#reaches(after)) this.update({ edited_message: { ...after, from } });
    return after;
  }

  /** Somebody deletes a message; bots are not told. */
  delete(message: Message): void {
    this.state.chats.delete(this.#standing(message));
  }

  /**
   * Somebody presses a button under a message of the bot.
   * @param button its label, or its data
   * @param gone true where the message is deleted at the same moment: the bot learns no more of it than where it stood
   * @throws where the message has no such button that calls the bot
   */
  press(
    message: Message,
    button: string,
    { from = READER, gone = false }: { readonly from?: User; readonly gone?: boolean } = {},
  ): CallbackQuery {
    const { chats, callbackQueries } = this.state;
    const now = this.#standing(message);
    const inline = chats.inline.idOf(now);
    const query = {
      id: callbackQueries.newId(),
      from,
      chat_instance: String(now.chat.id),
      data: dataOf(now, button),
      ...(inline === undefined ? { message: gone ? inaccessible(now) : now } : { inline_message_id: inline }),
    };
    if (gone) chats.delete(now);
    this.update({ callback_query: query });
    return query;
  }

  #reaches(message: Message): boolean {
    const { bot, chats } = this.state;
    const earlier = chats
      .messages(message.chat.id)
      .filter(({ message_id }) => message_id < message.message_id);
    return reachesBot(message, earlier, chats.standing(message.chat), bot);
  }

  #standing(message: Message): Message {
    const now = this.state.chats.current(message);
    if (now === undefined) throw new Error(`message ${message.message_id} was deleted`);
    return now;
  }
}

function chatOf(beside: Message | undefined, from: User): TalkChat {
  return beside === undefined ? privateChat(from) : talkChat(beside.chat);
}

function inaccessible({ chat, message_id }: Message): InaccessibleMessage {
  return { chat, message_id, date: 0 };
}

function talkChat(chat: Chat): TalkChat {
  if (chat.type === "channel") throw new Error("nobody but its administrators writes in a channel");
  return chat;
}

function foundIn(text: string): Pick<Message, "entities"> {
  const entities = detectedEntities(text);
  return entities.length === 0 ? {} : { entities };
}

function dataOf({ reply_markup }: Message, wanted: string): string {
  const buttons = reply_markup?.inline_keyboard.flat() ?? [];
  for (const button of buttons) {
    if (!("callback_data" in button)) continue;
    if (button.text === wanted || button.callback_data === wanted) return button.callback_data;
  }
  const labels = buttons.map(({ text }) => `[${text}]`).join(" ") || "none";
  throw new Error(`there is no button [${wanted}] that calls the bot; there are: ${labels}`);
}
