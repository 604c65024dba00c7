import type { Transformer } from "grammy";
import type { MessageEntity } from "grammy/types";
import type { Story } from "../../src/story/story.js";
import { type Content, contentOf, keyboardOf, textOf } from "./draft.js";
import { checkButton, checkResults, inlineResult, inlineResults, resultsButton } from "./inline-results.js";
import { isPayload, type Payload, textField } from "./payload.js";

/** What the bot's own replies are made of; no other kind of entity comes from it. */
const OWN_ENTITIES: ReadonlySet<string> = new Set([
  "bold",
  "strikethrough",
  "underline",
  "text_link",
  "blockquote",
  "expandable_blockquote",
]);

/** Longest notice that answers a press, in UTF-16 code units. */
const LONGEST_NOTICE = 200;

/**
 * Stands for Telegram without a network: it takes each call that the fake server would take, throws where that would
 * refuse one, and where a blockquote is not a part of one of the stories or a link leads to none of them.
 */
export function strictApi(stories: readonly Story[]): Transformer {
  let lastId = 1_000_000;
  return async (_prev, method, payload) => {
    const json = JSON.stringify(payload);
    const fields: unknown = JSON.parse(json);
    if (!isPayload(fields)) throw new Error("a call without fields");
    if (!isWellFormed(fields)) throw new Error(`half a character in ${method}: ${json}`);
    for (const content of contentsOf(method, fields)) checkContent(content, stories);
    lastId++;
    const message = { message_id: lastId, date: 0, chat: { id: Number(fields.chat_id), type: "private" } };
    return JSON.parse(JSON.stringify({ ok: true, result: method === "sendMessage" ? message : true }));
  };
}

/** What readers see of a call. */
function contentsOf(method: string, fields: Payload): Content[] {
  switch (method) {
    case "sendMessage":
    case "editMessageText":
      return [{ ...contentOf(textOf(fields, "text")), ...keyboardOf(fields) }];
    case "answerInlineQuery": {
      const results = inlineResults(fields);
      checkResults(results);
      const button = resultsButton(fields);
      if (button) checkButton(button);
      return results.map(({ content }) => content);
    }
    case "answerGuestQuery":
      return [inlineResult(fields).content];
    case "answerCallbackQuery":
      if (textField(fields, "text").length > LONGEST_NOTICE) throw new Error("notice too long");
      return [];
    case "sendChatAction":
      return [];
    default:
      throw new Error(`an unexpected call: ${method}`);
  }
}

function checkContent({ text = "", entities = [], reply_markup }: Content, stories: readonly Story[]): void {
  for (const entity of entities)
    checkEntity(entity, text.slice(entity.offset, entity.offset + entity.length), stories);
  for (const button of reply_markup?.inline_keyboard.flat() ?? []) {
    if ("url" in button && !button.url.startsWith("https://t.me/share/")) checkLink(button.url, stories);
  }
}

function checkEntity(entity: MessageEntity, words: string, stories: readonly Story[]): void {
  if (!OWN_ENTITIES.has(entity.type)) throw new Error(`an entity from elsewhere: ${entity.type}`);
  if (entity.type === "text_link") checkLink(entity.url, stories);
  if (entity.type.endsWith("blockquote") && !stories.some(({ body }) => body.includes(words))) {
    throw new Error(`not in any story: ${words}`);
  }
}

function checkLink(url: string, stories: readonly Story[]): void {
  if (!stories.some(({ about }) => about.url !== undefined && url.startsWith(about.url))) {
    throw new Error(`a link to elsewhere: ${url}`);
  }
}

/** False where any text in it has half a surrogate pair: Telegram takes UTF-8 alone. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  return typeof value !== "object" || value === null || Object.values(value).every(isWellFormed);
}
