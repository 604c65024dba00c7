import type { Message } from "grammy/types";
import { inReplyTo } from "./chats.js";

/** Where a message stands that replies to another: in its topic; in a supergroup without topics in its thread. */
export function replyPlace(replied: Message): Partial<Message> {
  const { chat, message_id, message_thread_id = message_id, is_topic_message } = replied;
  const thread = chat.type === "supergroup" && (is_topic_message || !chat.is_forum);
  return {
    ...inReplyTo(replied),
    ...(thread ? { message_thread_id } : {}),
    ...(is_topic_message ? { is_topic_message } : {}),
  };
}

/** Where a message of a topic stands that replies to none: as if it replied to the one that began the topic. */
export function topicPlace(topic: Message): Partial<Message> {
  return { ...inReplyTo(topic), message_thread_id: topic.message_id, is_topic_message: true };
}
