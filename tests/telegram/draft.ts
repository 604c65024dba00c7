import type { Message, MessageEntity } from "grammy/types";
import { parseEntities } from "./entities.js";
import { formattedText } from "./formatted-text.js";
import { inlineKeyboard, onlyInlineKeyboard } from "./keyboard.js";
import { booleanField, listField, objectField, type Payload, textField } from "./payload.js";
import { badRequest } from "./refusal.js";

/** What an edit replaces as a whole: a field that is missing is taken away. */
export type Content = Pick<Message, "text" | "entities" | "link_preview_options" | "reply_markup">;

/** A text as a call has it, with all that goes with it, before Telegram looks at its characters. */
export interface Draft {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly rest: Omit<Content, "text" | "entities">;
}

/**
 * Reads a text with its entities. No parse mode is known here: a bot that quotes others sends entities.
 * @param field the name of the text
 * @throws Refusal
 */
export function textOf(payload: Payload, field: string): Draft {
  const text = textField(payload, field);
  if (text === "") throw badRequest("message text is empty");
  if (textField(payload, "parse_mode") !== "") throw badRequest("unsupported parse_mode");
  const preview = objectField(payload, "link_preview_options");
  const hidden = preview !== undefined && booleanField(preview, "is_disabled");
  return {
    text,
    entities: parseEntities(listField(payload, "entities") ?? []),
    rest: hidden ? { link_preview_options: { is_disabled: true } } : {},
  };
}

export function keyboardOf(payload: Payload): Pick<Content, "reply_markup"> {
  const keyboard = inlineKeyboard(payload);
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}

/** The same where no other markup may stand. */
export function onlyKeyboardOf(payload: Payload): Pick<Content, "reply_markup"> {
  const keyboard = onlyInlineKeyboard(payload);
  return keyboard === undefined ? {} : { reply_markup: keyboard };
}

/**
 * What readers see of a draft.
 * @param tooLong how a text is refused that is
 * @throws Refusal
 */
export function contentOf(draft: Draft, tooLong?: string): Content {
  const { text, entities } = formattedText(draft.text, draft.entities, tooLong);
  return { text, ...(entities.length === 0 ? {} : { entities: [...entities] }), ...draft.rest };
}

export function contentIn({ text, entities, link_preview_options, reply_markup }: Message): Content {
  return {
    ...(text === undefined ? {} : { text }),
    ...(entities === undefined ? {} : { entities }),
    ...(link_preview_options === undefined ? {} : { link_preview_options }),
    ...(reply_markup === undefined ? {} : { reply_markup }),
  };
}
