import type { Chat, Message, User } from "grammy/types";
import { InlineMessages } from "./inline-messages.js";
import { integerField, type Payload, textField } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";
import { checkAccess, checkWriting, type Standing } from "./standing.js";

/** A message without what the chat gives it. */
export type MessageContent = Omit<Message, "message_id" | "date" | "chat">;

/** What the bot did to a chat, in the order in which readers saw it. */
export interface Shown {
  readonly change: "sent" | "edited";
  readonly message: Message;
  /** Set where the reader's app opens a field for an answer (ForceReply): what stands in it before. */
  readonly replyField?: string;
}

interface Conversation {
  readonly chat: Chat;
  readonly messages: Map<number, Message>;
  readonly administrators: User[];
  lastId: number;
  standing: Standing;
  /** The supergroup that a group has become. */
  upgradedTo?: Chat;
}

/** The chats that there are, what the bot is in each, and their messages as readers see them. */
export class Chats {
  readonly inline = new InlineMessages();
  readonly #conversations = new Map<number, Conversation>();
  readonly #shown: Shown[] = [];

  get shown(): readonly Shown[] {
    return this.#shown;
  }

  forget(): void {
    this.#conversations.clear();
    this.#shown.length = 0;
  }

  messages(chatId: number): readonly Message[] {
    return [...(this.#conversations.get(chatId)?.messages.values() ?? [])];
  }

  /** A message of somebody other than the bot; with it the bot becomes a member of a chat that was not there before. */
  receive(chat: Chat, content: MessageContent): Message {
    const known = this.#conversations.get(chat.id);
    if (known?.upgradedTo !== undefined) throw new Error("the group has become a supergroup");
    return append(known ?? this.#begin(chat, "member"), content);
  }

  standing({ id }: Chat): Standing {
    return this.#conversations.get(id)?.standing ?? "stranger";
  }

  setStanding(chat: Chat, standing: Standing): void {
    const known = this.#conversations.get(chat.id);
    if (known === undefined) this.#begin(chat, standing);
    else known.standing = standing;
  }

  promote({ id }: Chat, person: User): void {
    this.#conversation(id).administrators.push(person);
  }

  administrators({ id }: Chat): readonly User[] {
    return this.#conversation(id).administrators;
  }

  upgrade(chat: Chat, supergroup: Chat): void {
    this.#conversation(chat.id).upgradedTo = supergroup;
  }

  send(chat: Chat, content: MessageContent, replyField?: string): Message {
    const message = append(this.#conversation(chat.id), content);
    this.#shown.push({ change: "sent", message, ...(replyField === undefined ? {} : { replyField }) });
    return message;
  }

  edit(message: Message): Message {
    this.#conversation(message.chat.id).messages.set(message.message_id, message);
    this.#shown.push({ change: "edited", message });
    return message;
  }

  /** A person changes a message of their own; the bot is not concerned. */
  rewrite(message: Message): Message {
    this.#conversation(message.chat.id).messages.set(message.message_id, message);
    return message;
  }

  /** A person deletes a message, or the bot one of its own. */
  delete({ chat, message_id }: Message): void {
    this.#conversation(chat.id).messages.delete(message_id);
  }

  message(chat: Chat, id: number): Message | undefined {
    return this.#conversations.get(chat.id)?.messages.get(id);
  }

  /** A message as it stands now, and so the one that it replies to; undefined where it was deleted. */
  current({ chat, message_id }: Message): Message | undefined {
    const message = this.message(chat, message_id);
    if (message?.reply_to_message === undefined) return message;
    const { reply_to_message, ...rest } = message;
    const replied = this.message(chat, reply_to_message.message_id);
    return replied === undefined ? rest : { ...rest, ...inReplyTo(replied) };
  }

  /**
   * The chat that a call names in `chat_id`.
   * @throws Refusal where the bot may do nothing there
   */
  named(payload: Payload): Chat {
    if (textField(payload, "chat_id") === "") throw badRequest("chat_id is empty");
    const { chat, standing, upgradedTo } = this.#conversation(integerField(payload, "chat_id"));
    if (upgradedTo !== undefined) {
      const parameters = { migrate_to_chat_id: upgradedTo.id };
      throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
    }
    checkAccess(chat, standing);
    return chat;
  }

  /** The chat that a call names, to write in it. */
  writable(payload: Payload): Chat {
    const chat = this.named(payload);
    checkWriting(this.standing(chat));
    return chat;
  }

  /** A message of the bot's own that a call names, to change it. */
  editable(payload: Payload, bot: User): Message {
    if (isInline(payload)) {
      const inline = this.inline.get(textField(payload, "inline_message_id"));
      const message = inline && this.message(inline.chat, inline.message_id);
      if (message === undefined) throw badRequest("MESSAGE_ID_INVALID");
      return message;
    }
    const message = this.existing(payload, "edit");
    if (message.from?.id !== bot.id) throw badRequest("message can't be edited");
    return message;
  }

  /**
   * A message that a call names by chat and number.
   * @param purpose for the refusal
   */
  existing(payload: Payload, purpose: "edit" | "delete"): Message {
    const chat = this.named(payload);
    const id = integerField(payload, "message_id");
    if (id === undefined) throw badRequest("message identifier is not specified");
    const message = this.message(chat, id);
    if (message === undefined) throw badRequest(`message to ${purpose} not found`);
    return message;
  }

  #begin(chat: Chat, standing: Standing): Conversation {
    const conversation = { chat, messages: new Map(), administrators: [], lastId: 0, standing };
    this.#conversations.set(chat.id, conversation);
    return conversation;
  }

  #conversation(id: number | undefined): Conversation {
    const conversation = id === undefined ? undefined : this.#conversations.get(id);
    if (conversation === undefined) throw badRequest("chat not found");
    return conversation;
  }
}

/** True where a call names a message by `inline_message_id`; one that names a chat means that chat's message. */
export function isInline(payload: Payload): boolean {
  return textField(payload, "chat_id") === "" && textField(payload, "inline_message_id") !== "";
}

function append(conversation: Conversation, content: MessageContent): Message {
  const message = {
    message_id: ++conversation.lastId,
    date: unixTime(),
    chat: conversation.chat,
    ...content,
  };
  conversation.messages.set(message.message_id, message);
  return message;
}

/** What makes a message the reply to another; that one is shown without what it replied to itself. */
export function inReplyTo({ reply_to_message: _, ...message }: Message): Pick<Message, "reply_to_message"> {
  return isNoReply(message) ? { reply_to_message: message } : {};
}

function isNoReply(message: Message): message is NonNullable<Message["reply_to_message"]> {
  return message.reply_to_message === undefined;
}

/** Now, in seconds as Telegram counts them. */
export function unixTime(): number {
  return Math.floor(Date.now() / 1000);
}
