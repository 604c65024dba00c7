import type { Message, UserFromGetMe } from "grammy/types";

/** What a message asks of the bot. */
export type Asked =
  | { readonly kind: "command"; readonly name: string; readonly words: string }
  /** Words without a command: a question, or a plain request. */
  | { readonly kind: "text"; readonly text: string }
  /** Something without words: a voice message, a sticker… */
  | { readonly kind: "wordless" }
  /** Nothing: talk of a group, a message for another bot, a service message. */
  | { readonly kind: "nothing" };

const NOTHING: Asked = { kind: "nothing" };

/** What a person may send that holds no words to read; service messages are not among them. */
const WORDLESS = [
  "photo",
  "video",
  "animation",
  "audio",
  "voice",
  "video_note",
  "document",
  "sticker",
  "location",
  "contact",
  "poll",
  "dice",
] as const;

/** In a private chat everything is for the bot; in a group only commands, and replies to its own messages. */
export function askedIn(message: Message, me: UserFromGetMe): Asked {
  // What was sent through the bot's inline results is an answer already.
  if (message.via_bot || message.from?.is_bot) return NOTHING;
  const isPrivate = message.chat.type === "private";
  const written = writtenIn(message, me);
  if (written === undefined) {
    return isPrivate && WORDLESS.some((kind) => message[kind] !== undefined) ? { kind: "wordless" } : NOTHING;
  }
  if (written.kind !== "text" || isPrivate || isReplyTo(message, me)) return written;
  return NOTHING;
}

/** The question that a message holds by itself, wherever it stands: the words behind its command, or all of its words. */
export function questionIn(message: Message, me: UserFromGetMe): string | null {
  const written = writtenIn(message, me);
  if (written?.kind === "text") return written.text;
  return written?.kind === "command" && written.words !== "" ? written.words : null;
}

/** True for a message that answers one of the bot's. */
export function isReplyTo({ reply_to_message: replied }: Message, me: UserFromGetMe): boolean {
  return replied?.from?.id === me.id;
}

function writtenIn(message: Message, me: UserFromGetMe): Asked | undefined {
  const text = message.text ?? message.caption;
  if (text === undefined) return undefined;
  const [entity] = message.entities ?? message.caption_entities ?? [];
  if (entity?.type !== "bot_command" || entity.offset !== 0) return { kind: "text", text };
  const [name = "", addressee] = text.slice(1, entity.length).split("@");
  if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return NOTHING;
  return { kind: "command", name: name.toLowerCase(), words: text.slice(entity.length).trim() };
}

/** The words of the message that another one replies to: what its sender marked of it, or all of it. */
export function repliedWords({ quote, reply_to_message: replied }: Message): string {
  return (quote?.is_manual ? quote.text : undefined) ?? replied?.text ?? replied?.caption ?? "";
}
