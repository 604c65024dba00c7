import type { InlineQueryResultsButton } from "grammy/types";
import { type Content, contentOf, type Draft, onlyKeyboardOf, textOf } from "./draft.js";
import { isPayload, listField, objectField, type Payload, textField } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";

/** What a bot offers to somebody who types a query: a line in a list, and the message that it becomes. */
export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly content: Content;
}

/** Telegram's bounds: results of one answer, bytes of an id, characters of a deep link's payload. */
const MOST_RESULTS = 50;
const MOST_ID = 64;
const LONGEST_START = 64;

/**
 * The results of a call in `results`. Of the kinds of result only articles with a text are known here: a bot that quotes
 * a story has no others.
 * @throws Refusal
 */
export function inlineResults(payload: Payload): InlineResult[] {
  const list = listField(payload, "results") ?? [];
  if (list.length > MOST_RESULTS) throw badRequest("too many inline query results specified");
  const drafts = list.map((one) => within("can't parse inline query result", () => parseResult(one)));
  return drafts.map(resultOf);
}

/** The one result of a call in `result`. */
export function inlineResult(payload: Payload): InlineResult {
  const value = objectField(payload, "result");
  if (value === undefined) throw badRequest("result isn't specified");
  return resultOf(parseResult(value));
}

/**
 * Checks what Telegram looks at when it has the results together.
 * @throws Refusal
 */
export function checkResults(results: readonly InlineResult[]): void {
  const ids = results.map(({ id }) => id);
  if (ids.includes("")) throw badRequest("RESULT_ID_EMPTY");
  if (ids.some((id) => Buffer.byteLength(id, "utf8") > MOST_ID)) throw badRequest("RESULT_ID_INVALID");
  if (new Set(ids).size < ids.length) throw badRequest("RESULT_ID_DUPLICATE");
  if (results.some(({ title }) => title === "")) throw badRequest("ARTICLE_TITLE_EMPTY");
}

/** The button above the results, undefined where there is none; only one that leads to the private chat is known. */
export function resultsButton(payload: Payload): InlineQueryResultsButton | undefined {
  const button = objectField(payload, "button");
  if (button === undefined) return undefined;
  return within("can't parse inline query results button", () => {
    const text = requiredText(button, "text");
    if (button.start_parameter === undefined) {
      throw badRequest("InlineQueryResultsButton must have exactly one optional field");
    }
    return { text, start_parameter: textField(button, "start_parameter") };
  });
}

/** @throws Refusal where a button leads nowhere or says nothing */
export function checkButton({ text, start_parameter = "" }: InlineQueryResultsButton): void {
  if (start_parameter === "") throw badRequest("can't use empty start_parameter");
  if (start_parameter.length > LONGEST_START) throw badRequest("too long start_parameter specified");
  if (!/^[\w-]+$/.test(start_parameter)) {
    throw badRequest("unallowed characters in start_parameter are used");
  }
  if (text === "") throw badRequest("SWITCH_PM_TEXT_EMPTY");
}

interface ResultDraft {
  readonly fields: Payload;
  readonly title: string;
  readonly draft: Draft;
}

function parseResult(fields: unknown): ResultDraft {
  if (!isPayload(fields)) throw badRequest("inline query result must be an object");
  const type = requiredText(fields, "type");
  requiredText(fields, "id");
  if (type !== "article") throw badRequest(`type "${type}" is unsupported for the inline query result`);
  const content = objectField(fields, "input_message_content");
  if (content === undefined) throw badRequest('can\'t find field "message_text"');
  if (textField(content, "message_text") === "") throw badRequest("input message content is not specified");
  const draft = textOf(content, "message_text");
  return { fields, title: requiredText(fields, "title"), draft };
}

function resultOf({ fields, title, draft }: ResultDraft): InlineResult {
  return {
    id: textField(fields, "id"),
    title,
    description: textField(fields, "description"),
    content: { ...contentOf(draft, "MESSAGE_TOO_LONG"), ...onlyKeyboardOf(fields) },
  };
}

function requiredText(fields: Payload, name: string): string {
  if (fields[name] === undefined) throw badRequest(`can't find field "${name}"`);
  return textField(fields, name);
}

/** Says in a refusal what it is about: there its own words begin with a capital. */
function within<T>(subject: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = error.message.replace(/^Bad Request: /, "");
    throw badRequest(`${subject}: ${reason.charAt(0).toUpperCase()}${reason.slice(1)}`);
  }
}
