import type { Message, User } from "grammy/types";
import type { MessageContent } from "../telegram/chats.js";
import { MEDIA } from "../telegram/media.js";
import type { TalkChat } from "../telegram/messaging.js";
import { ANONYMOUS } from "../telegram/people.js";
import type { Offer } from "../telegram/query-methods.js";
import type { Deed } from "./deed.js";
import type { Stage } from "./stage.js";
import type { Step } from "./transcript.js";

/**
 * The forms in which a person may send something besides text, where what stands after the colon is the caption; text may
 * also be sent (forwarded) and (anonymously), by an administrator who hides behind the group.
 */
const FORMS: ReadonlyMap<string, MessageContent> = new Map(Object.entries(MEDIA));

/** Where and by whom something is done. */
interface Doing {
  readonly stage: Stage;
  readonly chat: TalkChat;
  readonly from: User;
}

/**
 * Does what a person does in a conversation.
 * @returns the message that this is about, if it is about one
 * @throws where there is no such message or button
 */
export function act({ person, deed, scene }: Step, stage: Stage): Message | undefined {
  const { telegram } = stage;
  const from = stage.person(person);
  const doing = { stage, chat: stage.chat(scene, from), from };
  switch (deed.kind) {
    case "sends":
      if (deed.form !== "inline") return send(deed, doing, stage.topic(scene, from));
      telegram.inline(deed.text, { chat: doing.chat, from });
      return undefined;
    case "scrolls": {
      const { query, nextOffset } = lastOffer(stage);
      telegram.inline(query.query, { chat: doing.chat, from, offset: nextOffset });
      return undefined;
    }
    case "chooses": {
      const result = lastOffer(stage).results[deed.result - 1];
      if (result === undefined) throw new Error(`there is no result ${deed.result}`);
      return telegram.choose(result, { chat: doing.chat, from });
    }
    case "opens":
      return telegram.start(deed.payload ?? payloadBehind(deed.button ?? "", doing), { from });
    case "presses": {
      const message = deed.under === undefined ? withButton(deed.button, doing) : meant(deed.under, doing);
      telegram.press(message, deed.button, { from });
      return message;
    }
    case "edits":
      return telegram.edit(meant(deed.message, doing), deed);
    case "deletes":
      telegram.delete(meant(deed.message, doing));
      return undefined;
    case "stands":
      telegram.setStanding(doing.chat, deed.standing, { from });
      return undefined;
    case "upgrades":
      stage.upgrade(from);
      return undefined;
  }
}

function send(deed: Deed & { kind: "sends" }, doing: Doing, topic: Message | undefined): Message {
  const { form, text, quote } = deed;
  const { telegram } = doing.stage;
  const replyTo = deed.replyTo === undefined ? undefined : meant(deed.replyTo, doing);
  const incoming = {
    chat: doing.chat,
    from: doing.from,
    ...(topic && { topic }),
    ...(replyTo && { replyTo }),
    ...(replyTo && quote !== undefined && { quote: quoted(replyTo, quote) }),
  };
  if (form === "text") return telegram.text({ ...incoming, text });
  if (form === "anonymously") {
    return telegram.text({ ...incoming, from: ANONYMOUS, sender_chat: doing.chat, text });
  }
  if (form === "forwarded") return telegram.forward({ ...incoming, text });
  const content = FORMS.get(form);
  if (content === undefined) throw new Error(`nothing is sent in the form (${form})`);
  return telegram.caption({ ...incoming, ...content }, text);
}

/** The last message of somebody, or the last one that begins with words in quotation marks. */
function meant(reference: string, { stage, chat }: Doing): Message {
  const words = /^"(.*?)…?"$/.exec(reference)?.[1];
  const writer = words === undefined && stage.knows(reference) ? stage.person(reference).id : undefined;
  const found = stage.telegram.messages(chat.id).findLast((message) => {
    if (words !== undefined) return textIn(message).startsWith(words);
    return reference === "the bot" ? message.from?.is_bot || message.via_bot : message.from?.id === writer;
  });
  if (found === undefined) throw new Error(`there is no message of ${reference}`);
  return found;
}

function withButton(label: string, { stage, chat }: Doing): Message {
  const has = ({ reply_markup }: Message) =>
    reply_markup?.inline_keyboard.flat().some(({ text }) => text === label);
  const found = stage.telegram.messages(chat.id).findLast(has);
  if (found === undefined) throw new Error(`no message has a button [${label}]`);
  return found;
}

function lastOffer({ telegram }: Stage): Offer {
  const offer = telegram.offers.at(-1);
  if (offer === undefined) throw new Error("no inline query was answered");
  return offer;
}

/** What a button leads to: the one above the last inline results, or the last one of that name under a message. */
function payloadBehind(label: string, doing: Doing): string {
  const above = doing.stage.telegram.offers.at(-1)?.button;
  if (above?.text === label) return above.start_parameter ?? "";
  const buttons = withButton(label, doing).reply_markup?.inline_keyboard.flat() ?? [];
  for (const button of buttons) {
    if (button.text === label && "url" in button) return payloadOf(button.url);
  }
  throw new Error(`[${label}] is no link`);
}

/** What stands behind `start=` in a link, or in the link that it shares. */
function payloadOf(address: string): string {
  const { searchParams } = new URL(address);
  const shared = searchParams.get("url");
  return shared === null ? (searchParams.get("start") ?? "") : payloadOf(shared);
}

function quoted(message: Message, words: string): NonNullable<Message["quote"]> {
  const position = textIn(message).indexOf(words);
  if (position === -1) throw new Error(`the message does not hold "${words}"`);
  return { text: words, position, is_manual: true };
}

function textIn({ text, caption }: Message): string {
  return text ?? caption ?? "";
}
