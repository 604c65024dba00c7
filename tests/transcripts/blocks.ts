import type { InlineKeyboardButton, Message } from "grammy/types";
import type { Call } from "../telegram/call-log.js";
import type { Shown } from "../telegram/chats.js";
import type { Notice, Offer } from "../telegram/query-methods.js";
import { visibleLines } from "./visible-text.js";

/** As much of a message as is needed to tell which one is meant, in characters. */
const FIRST_WORDS = 40;

/**
 * What readers saw of one thing that the bot did: a line that says what, then the message.
 * @param asked what the person sent, pressed or edited just before
 */
export function shownBlock({ change, message, replyField }: Shown, asked: Message | undefined): string[] {
  const did =
    change === "edited"
      ? `bot edits message ${message.message_id}`
      : `bot${elsewhere(message, asked)}${replying(message, asked)}`;
  const field = replyField === undefined ? [] : [`asks for a reply: ${replyField}`];
  return block(did, [...contentLines(message), ...field]);
}

/** What an inline query was answered with: each result by its number, then how it goes on. */
export function offerBlock({ results, nextOffset, button }: Offer): string[] {
  const lines = results.flatMap(({ title, description }, i) => [
    `${i + 1} ${oneLine(title)}`,
    ...(description === "" ? [] : [`  ${oneLine(description)}`]),
  ]);
  return block(results.length === 0 ? "no results" : "results", [
    ...lines,
    ...(nextOffset === "" ? [] : ["more to scroll to"]),
    ...(button === undefined ? [] : [`button: [${button.text}](start=${button.start_parameter})`]),
  ]);
}

/** The message that a chosen result has become. */
export function chosenBlock(person: string, message: Message): string[] {
  return block(`${person}, via the bot`, contentLines(message));
}

/** What a person sees at once of the answer to a press; none where there is nothing to see. */
export function noticeBlock({ text, alert, url }: Notice): string[][] {
  const what = alert ? "alert" : "notice";
  const shown = text === "" ? [] : [[`  ${what}: ${oneLine(text)}`]];
  return url === "" ? shown : [...shown, [`  opens: ${url}`]];
}

/** The block of a call that Telegram refused, which a conversation should not have; none for other calls. */
export function refusedBlock({ method, result }: Call): string[][] {
  return result.ok ? [] : [[`  refused ${method}: ${result.description}`]];
}

function block(head: string, content: readonly string[]): string[] {
  return [
    content.length === 0 ? `  ${head}` : `  ${head}:`,
    ...content.map((line) => `    ${line}`.trimEnd()),
  ];
}

function contentLines(message: Message): string[] {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return [
    ...visibleLines(message.text ?? "", message.entities ?? []),
    ...preview(message),
    ...rows.map((row) => `buttons: ${row.map(visibleButton).join(" ")}`),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll("\n", " \\ ");
}

/** Said where the bot writes in another place than the one in which it was asked. */
function elsewhere(message: Message, asked: Message | undefined): string {
  if (asked === undefined) return "";
  if (message.chat.id !== asked.chat.id) return `, in ${message.chat.title ?? "private"}`;
  const topic = (one: Message) => (one.is_topic_message ? one.message_thread_id : undefined);
  return topic(message) === topic(asked) ? "" : ", in another topic";
}

function replying({ reply_to_message: replied }: Message, asked: Message | undefined): string {
  if (replied === undefined || replied.forum_topic_created) return "";
  if (replied.message_id === asked?.message_id) return ", replying";
  const text = replied.text ?? "";
  const words = text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS)}…` : text;
  return `, replying to "${words.replaceAll("\n", " ")}"`;
}

/** Telegram shows what is behind a message's first link, unless it is told not to. */
function preview({ entities = [], link_preview_options }: Message): string[] {
  const link = entities.find((entity) => entity.type === "text_link");
  return link === undefined || link_preview_options?.is_disabled ? [] : [`preview: ${link.url}`];
}

function visibleButton(button: InlineKeyboardButton): string {
  return `[${button.text}]${"url" in button ? `(${button.url})` : ""}`;
}
