import { isDeepStrictEqual } from "node:util";
import type { Chat, Message, MessageEntity } from "grammy/types";
import { type Chats, inReplyTo, unixTime } from "./chats.js";
import { parseEntities } from "./entities.js";
import { formattedText } from "./formatted-text.js";
import { inlineKeyboard } from "./keyboard.js";
import type { MethodTable } from "./method.js";
import { booleanField, integerField, listField, objectField, type Payload, textField } from "./payload.js";
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

/** Longest notice that answers the press of a button, in UTF-16 code units. */
const LONGEST_NOTICE = 200;

/** What an edit replaces as a whole: a field that is missing is taken away. */
type Content = Pick<Message, "text" | "entities" | "link_preview_options" | "reply_markup">;

/** The methods that show something in a chat. */
export const MESSAGE_METHODS: MethodTable = {
  sendMessage: ({ chats, bot }, payload) => {
    const draft = draftOf(payload);
    const chat = chats.named(payload);
    const place = { ...topicOf(chats, chat, payload), ...replyOf(chats, chat, payload) };
    return chats.send(chat, { from: bot, ...place, ...contentOf(draft) });
  },
  editMessageText: ({ chats, bot }, payload) => {
    const draft = draftOf(payload);
    return edited(chats, chats.editable(payload, bot), contentOf(draft));
  },
  editMessageReplyMarkup: ({ chats, bot }, payload) => {
    const keyboard = keyboardOf(payload);
    const message = chats.editable(payload, bot);
    const { reply_markup: _, ...others } = contentIn(message);
    return edited(chats, message, { ...others, ...keyboard });
  },
  sendChatAction: ({ chats }, payload) => {
    const action = textField(payload, "action");
    if (!CHAT_ACTIONS.has(action)) throw badRequest("wrong parameter action in request");
    chats.named(payload);
    return true;
  },
  answerCallbackQuery: ({ callbackQueries }, payload) => {
    if (textField(payload, "text").length > LONGEST_NOTICE) throw badRequest("MESSAGE_TOO_LONG");
    if (!callbackQueries.delete(textField(payload, "callback_query_id"))) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    return true;
  },
};

interface Draft {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly rest: Omit<Content, "text" | "entities">;
}

/** Reads a text with all that goes with it. No parse mode is known here: a bot that quotes others sends entities. */
function draftOf(payload: Payload): Draft {
  const text = textField(payload, "text");
  if (text === "") throw badRequest("message text is empty");
  if (textField(payload, "parse_mode") !== "") throw badRequest("unsupported parse_mode");
  const preview = objectField(payload, "link_preview_options");
  return {
    text,
    entities: parseEntities(listField(payload, "entities") ?? []),
    rest: {
      ...(preview && booleanField(preview, "is_disabled")
        ? { link_preview_options: { is_disabled: true } }
        : {}),
      ...keyboardOf(payload),
    },
  };
}

function keyboardOf(payload: Payload): Pick<Content, "reply_markup"> {
  const keyboard = inlineKeyboard(payload);
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}

function contentOf(draft: Draft): Content {
  const { text, entities } = formattedText(draft.text, draft.entities);
  return { text, ...(entities.length === 0 ? {} : { entities: [...entities] }), ...draft.rest };
}

function contentIn({ text, entities, link_preview_options, reply_markup }: Message): Content {
  return {
    ...(text === undefined ? {} : { text }),
    ...(entities === undefined ? {} : { entities }),
    ...(link_preview_options === undefined ? {} : { link_preview_options }),
    ...(reply_markup === undefined ? {} : { reply_markup }),
  };
}

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
function topicOf(
  chats: Chats,
  chat: Chat,
  payload: Payload,
): Pick<Message, "message_thread_id" | "is_topic_message"> {
  const id = integerField(payload, "message_thread_id");
  if (id === undefined) return {};
  const known = chats.messages(chat.id).some((message) => message.message_thread_id === id);
  if (!known) throw badRequest("message thread not found");
  return { message_thread_id: id, is_topic_message: true };
}

function replyOf(chats: Chats, chat: Chat, payload: Payload): Pick<Message, "reply_to_message"> {
  const parameters = objectField(payload, "reply_parameters");
  if (parameters === undefined) return {};
  const id = integerField(parameters, "message_id");
  if (id === undefined) throw badRequest('can\'t find field "message_id"');
  const message = chats.message(chat, id);
  if (message !== undefined) return inReplyTo(message);
  if (booleanField(parameters, "allow_sending_without_reply")) return {};
  throw badRequest("message to be replied not found");
}
