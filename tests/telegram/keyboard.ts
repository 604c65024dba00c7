import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { booleanField, isPayload, listField, objectField, type Payload, textField } from "./payload.js";
import { badRequest } from "./refusal.js";
import { addressFault } from "./web-address.js";

/** Most data that a button carries, in bytes of UTF-8. */
const MOST_DATA = 64;

/** Longest text that a button copies, in characters. */
const LONGEST_COPY = 256;

/** What markup of the reader's own keyboard has. */
const OWN_KEYBOARD = ["force_reply", "keyboard", "remove_keyboard"];

/**
 * The inline keyboard in a call's `reply_markup`, undefined where there is none. Buttons without a label are silently
 * dropped.
 * @throws Refusal
 */
export function inlineKeyboard(payload: Payload): InlineKeyboardMarkup | undefined {
  const markup = objectField(payload, "reply_markup");
  const rows = markup === undefined ? undefined : listField(markup, "inline_keyboard");
  if (rows === undefined) return undefined;
  const buttons = rows.map(parseRow).filter((row) => row.length > 0);
  return buttons.length === 0 ? undefined : { inline_keyboard: buttons };
}

/**
 * The same where nothing else may stand: under a message that is there already, or comes from a chosen result. Other markup
 * belongs to the reader's own keyboard.
 * @throws Refusal
 */
export function onlyInlineKeyboard(payload: Payload): InlineKeyboardMarkup | undefined {
  const markup = objectField(payload, "reply_markup");
  const other = OWN_KEYBOARD.some((field) => markup?.[field] !== undefined);
  if (other) throw badRequest("inline keyboard expected");
  return inlineKeyboard(payload);
}

/** What stands in the field for the answer that a call asks for with ForceReply; undefined where it asks for none. */
export function askedReply(payload: Payload): string | undefined {
  const markup = objectField(payload, "reply_markup");
  if (markup === undefined || !booleanField(markup, "force_reply")) return undefined;
  return textField(markup, "input_field_placeholder");
}

function parseRow(row: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(row)) throw unparsable("expected an Array of InlineKeyboardButton");
  return row.map(parseButton).filter(({ text }) => text !== "");
}

function parseButton(button: unknown): InlineKeyboardButton {
  if (!isPayload(button)) throw unparsable("expected an Object");
  if (button.text === undefined) throw unparsable('Can\'t find field "text"');
  const text = textField(button, "text");
  const data = textField(button, "callback_data");
  const url = textField(button, "url");
  if (url !== "") return { text, url: checkedAddress(url) };
  if (data !== "") return { text, callback_data: checkedData(data) };
  const copy = objectField(button, "copy_text");
  if (copy !== undefined) return { text, copy_text: { text: checkedCopy(textField(copy, "text")) } };
  if (typeof button.switch_inline_query === "string") {
    return { text, switch_inline_query: button.switch_inline_query };
  }
  if (typeof button.switch_inline_query_current_chat === "string") {
    return { text, switch_inline_query_current_chat: button.switch_inline_query_current_chat };
  }
  throw unparsable("Text buttons are unallowed in the inline keyboard");
}

function checkedData(data: string): string {
  if (!data.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  if (Buffer.byteLength(data, "utf8") > MOST_DATA) throw badRequest("BUTTON_DATA_INVALID");
  return data;
}

function checkedCopy(text: string): string {
  if (text === "" || [...text].length > LONGEST_COPY) throw badRequest("BUTTON_COPY_TEXT_INVALID");
  return text;
}

function checkedAddress(url: string): string {
  const fault = addressFault(url);
  if (fault !== undefined) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${fault}`);
  if (/\s/.test(url.trim())) throw badRequest("BUTTON_URL_INVALID");
  return url;
}

function unparsable(reason: string): Error {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}
