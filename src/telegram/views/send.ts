import type { Api } from "grammy";
import type { ForceReply, InlineKeyboardMarkup, Message, MessageEntity } from "grammy/types";
import { telegramMessage } from "../../reply/telegram-message.js";
import type { Outgoing } from "./outgoing.js";

/** What a message shows, as sending and editing take it. */
export interface Content {
  readonly text: string;
  readonly others: {
    readonly entities: MessageEntity[];
    readonly link_preview_options: { readonly is_disabled: true };
    readonly reply_markup?: InlineKeyboardMarkup;
  };
}

/**
 * Text with entities, never a parse mode, and without a preview of the link. Half a character, as a reader's words may
 * hold one, becomes U+FFFD: Telegram takes UTF-8 alone.
 */
export function contentOf({ reply, keyboard }: Outgoing): Content {
  const { text, entities } = telegramMessage(reply);
  return {
    text: text.toWellFormed(),
    others: {
      entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    },
  };
}

/**
 * Sends an answer to the message that asked, in its topic.
 * @param asksFor where the reader is to write something in reply: what stands in the empty field
 */
export async function sendAnswer(
  api: Api,
  asked: Message,
  { text, others }: Content,
  asksFor?: string,
): Promise<Message> {
  return await api.sendMessage(asked.chat.id, text, {
    ...others,
    ...(asksFor === undefined ? {} : { reply_markup: askingFor(asksFor) }),
    reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
    ...topicOf(asked),
  });
}

/** The topic of a forum in which a message stands. */
export function topicOf({ is_topic_message, message_thread_id }: Message): { message_thread_id?: number } {
  return is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {};
}

/** Opens the reader's field as a reply. */
function askingFor(placeholder: string): ForceReply {
  return { force_reply: true, input_field_placeholder: placeholder };
}
