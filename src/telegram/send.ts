import type { Api } from "grammy";
import type { InlineKeyboardMarkup, Message, MessageEntity } from "grammy/types";
import { telegramMessage } from "../reply/telegram-message.js";
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

/** Text with entities, never a parse mode, and without a preview of the link. */
export function contentOf({ reply, keyboard }: Outgoing): Content {
  const { text, entities } = telegramMessage(reply);
  return {
    text,
    others: {
      entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    },
  };
}

/** Sends an answer to the message that asked, in its topic. */
export async function sendAnswer(api: Api, asked: Message, { text, others }: Content): Promise<Message> {
  const topic = asked.is_topic_message === true ? asked.message_thread_id : undefined;
  return await api.sendMessage(asked.chat.id, text, {
    ...others,
    reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
    ...(topic === undefined ? {} : { message_thread_id: topic }),
  });
}
