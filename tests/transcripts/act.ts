import type { Message } from "grammy/types";
import type { MessageContent } from "../telegram/chats.js";
import type { FakeTelegram } from "../telegram/fake-telegram.js";
import { MEDIA } from "../telegram/media.js";
import type { Action, Deed } from "./deed.js";

/** The forms in which a person may send something; what stands after the colon is the caption. */
const FORMS: ReadonlyMap<string, MessageContent> = new Map(Object.entries(MEDIA));

/**
 * Does what a person does in a conversation.
 * @returns the message that this is about
 * @throws where there is no such person, message or button
 */
export function act({ person, deed }: Action, telegram: FakeTelegram): Message {
  if (person !== "reader") throw new Error(`nobody is known as ${person}`);
  switch (deed.kind) {
    case "sends":
      return send(deed, telegram);
    case "presses": {
      const message =
        deed.under === undefined ? withButton(deed.button, telegram) : meant(deed.under, telegram);
      telegram.press(message, deed.button);
      return message;
    }
    case "edits":
      return telegram.edit(meant(deed.message, telegram), deed);
    case "deletes": {
      const message = meant(deed.message, telegram);
      telegram.delete(message);
      return message;
    }
  }
}

function send(deed: Deed & { kind: "sends" }, telegram: FakeTelegram): Message {
  const { form, text, quote } = deed;
  const replyTo = deed.replyTo === undefined ? undefined : meant(deed.replyTo, telegram);
  const reply = {
    ...(replyTo && { replyTo }),
    ...(replyTo && quote !== undefined && { quote: quoted(replyTo, quote) }),
  };
  if (form === "text") return telegram.text({ ...reply, text });
  if (form === "forwarded") return telegram.forward({ ...reply, text });
  const content = FORMS.get(form);
  if (content === undefined) throw new Error(`nothing is sent in the form (${form})`);
  return telegram.message({ ...reply, ...content, ...(text === "" ? {} : { caption: text }) });
}

/** The last message of somebody, or the last one that begins with words in quotation marks. */
function meant(reference: string, telegram: FakeTelegram): Message {
  const words = /^"(.*?)…?"$/.exec(reference)?.[1];
  const found = telegram.messages().findLast((message) => {
    if (words !== undefined) return textIn(message).startsWith(words);
    return reference === "the bot" ? message.from?.is_bot : !message.from?.is_bot;
  });
  if (found === undefined) throw new Error(`there is no message of ${reference}`);
  return found;
}

function withButton(label: string, telegram: FakeTelegram): Message {
  const has = ({ reply_markup }: Message) =>
    reply_markup?.inline_keyboard.flat().some(({ text }) => text === label);
  const found = telegram.messages().findLast(has);
  if (found === undefined) throw new Error(`no message has a button [${label}]`);
  return found;
}

function quoted(message: Message, words: string): NonNullable<Message["quote"]> {
  const position = textIn(message).indexOf(words);
  if (position === -1) throw new Error(`the message does not hold "${words}"`);
  return { text: words, position, is_manual: true };
}

function textIn({ text, caption }: Message): string {
  return text ?? caption ?? "";
}
