import { isDeepStrictEqual } from "node:util";
import type { Chat, Message } from "grammy/types";
import { type Chats, isInline, unixTime } from "./chats.js";
import { type Content, contentIn, contentOf, keyboardOf, onlyKeyboardOf, textOf } from "./draft.js";
import { askedReply } from "./keyboard.js";
import type { MethodTable } from "./method.js";
import { booleanField, integerField, objectField, type Payload, textField } from "./payload.js";
import { replyPlace, topicPlace } from "./places.js";
import { badRequest } from "./refusal.js";

const CHAT_ACTIONS: ReadonlySet<string> = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);

/** The methods that show something in a chat. */
export const MESSAGE_METHODS: MethodTable = {
  sendMessage: ({ chats, bot }, payload) => {
    const draft = textOf(payload, "text");
    const keyboard = keyboardOf(payload);
    const chat = chats.writable(payload);
    const place = { ...topicOf(chats, chat, payload), ...replyOf(chats, chat, payload) };
    const content = { from: bot, ...place, ...contentOf(draft), ...keyboard };
    return chats.send(chat, content, askedReply(payload));
  },
  editMessageText: ({ chats, bot }, payload) => {
    const draft = textOf(payload, "text");
    const keyboard = onlyKeyboardOf(payload);
    const content = { ...contentOf(draft, "MESSAGE_TOO_LONG"), ...keyboard };
    const message = edited(chats, chats.editable(payload, bot), content);
    return isInline(payload) || message;
  },
  editMessageReplyMarkup: ({ chats, bot }, payload) => {
    const keyboard = onlyKeyboardOf(payload);
    const message = chats.editable(payload, bot);
    const { reply_markup: _, ...others } = contentIn(message);
    const changed = edited(chats, message, { ...others, ...keyboard });
    return isInline(payload) || changed;
  },
  deleteMessage: ({ chats, bot }, payload) => {
    const message = chats.existing(payload, "delete");
    const own = message.from?.id === bot.id || message.chat.type === "private";
    if (!own) throw badRequest("message can't be deleted");
    chats.delete(message);
    return true;
  },
  sendChatAction: ({ chats }, payload) => {
    const action = textField(payload, "action");
    if (!CHAT_ACTIONS.has(action)) throw badRequest("wrong parameter action in request");
    topicOf(chats, chats.writable(payload), payload);
    return true;
  },
};

function edited(chats: Chats, message: Message, content: Content): Message {
  if (isDeepStrictEqual(contentIn(message), content)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const { text, entities, link_preview_options, reply_markup, ...rest } = message;
  return chats.edit({ ...rest, ...content, edit_date: unixTime() });
}

/** The topic that a message goes to; one is known once somebody wrote in it. */
function topicOf(chats: Chats, chat: Chat, payload: Payload): Partial<Message> {
  const id = integerField(payload, "message_thread_id");
  if (id === undefined) return {};
  const thread = chats.messages(chat.id).filter((message) => message.message_thread_id === id);
  if (thread.some((message) => message.is_topic_message)) {
    const closed = thread.some((message) => message.forum_topic_closed);
    if (closed && chats.standing(chat) !== "administrator") throw badRequest("TOPIC_CLOSED");
    const began = chats.message(chat, id);
    return began ? topicPlace(began) : { message_thread_id: id, is_topic_message: true };
  }
  throw badRequest(
    thread.length > 0 ? "message thread is not a forum topic thread" : "message thread not found",
  );
}

function replyOf(chats: Chats, chat: Chat, payload: Payload): Partial<Message> {
  const parameters = objectField(payload, "reply_parameters");
  if (parameters === undefined) return {};
  const id = integerField(parameters, "message_id");
  if (id === undefined) throw badRequest('can\'t find field "message_id"');
  const message = chats.message(chat, id);
  if (message !== undefined) return replyPlace(message);
  if (booleanField(parameters, "allow_sending_without_reply")) return {};
  throw badRequest("message to be replied not found");
}
