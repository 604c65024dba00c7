import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/** The commands that the bot knows. */
const COMMANDS = [
  "start",
  "help",
  "privacy",
  "story",
  "ask",
  "check",
  "timeline",
  "people",
  "quotes",
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** What a message asks of the bot. */
export type Asked =
  | { readonly kind: "command"; readonly name: CommandName; readonly words: string }
  /** Words without a command: a question, or a plain request. */
  | { readonly kind: "text"; readonly text: string }
  /** Something without words: a voice message, a sticker… */
  | { readonly kind: "wordless" }
  /** Nothing: talk of a group, a message for another bot, a service message. */
  | { readonly kind: "nothing" };

/** The words of a message, before it is known whether they are for the bot. */
type Written =
  /** `addressee` is the bot that is named: "/ask@story_bot". */
  | {
      readonly kind: "command";
      readonly name: string;
      readonly addressee: string | undefined;
      readonly words: string;
    }
  /** `toBot` where the bot is called by its name; the name is not in the text any more. */
  | { readonly kind: "text"; readonly text: string; readonly toBot: boolean };

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

/**
 * In a private chat everything is for the bot; in a group only its commands, replies to its own messages, and what
 * calls it by name.
 */
export function askedIn(message: Message, me: UserFromGetMe): Asked {
  if (!isFromPerson(message)) return NOTHING;
  const isPrivate = message.chat.type === "private";
  const written = writtenIn(message, me);
  if (written === undefined) {
    return isPrivate && WORDLESS.some((kind) => message[kind] !== undefined) ? { kind: "wordless" } : NOTHING;
  }
  if (written.kind === "text")
    return isPrivate || written.toBot || isReplyTo(message, me) ? written : NOTHING;
  const { addressee, words } = written;
  if (addressee !== undefined && addressee !== me.username.toLowerCase()) return NOTHING;
  const name = COMMANDS.find((known) => known === written.name);
  if (name !== undefined) return { kind: "command", name, words };
  // In a group it may be meant for another bot.
  return isPrivate ? { kind: "command", name: "help", words: "" } : NOTHING;
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

/**
 * The words of the message that another one replies to: what its sender marked of it, of the bot's own what it quotes, or
 * all that is known of it.
 */
export function repliedWords(message: Message, me: UserFromGetMe): string {
  const { quote, reply_to_message: replied } = message;
  if (replied && !quote?.is_manual && isReplyTo(message, me)) {
    const quoted = quotedIn(replied);
    if (quoted !== undefined) return quoted;
  }
  return (
    (quote?.is_manual ? quote.text : undefined) ?? replied?.text ?? replied?.caption ?? quote?.text ?? ""
  );
}

/** What stands in a message's first blockquote. */
function quotedIn({ text = "", entities = [] }: Message): string | undefined {
  const first = entities.find(({ type }) => type === "blockquote" || type === "expandable_blockquote");
  return first && text.slice(first.offset, first.offset + first.length);
}

/** The question in the message that another one replies to, without a command or the bot's name before it. */
export function repliedQuestion(message: Message, me: UserFromGetMe): string {
  const { quote, reply_to_message: replied } = message;
  const question = quote?.is_manual || !replied ? null : questionIn(replied, me);
  return question ?? repliedWords(message, me);
}

/**
 * Not another bot, nor what was sent through inline results, which is an answer already, nor the posts of a channel in
 * the group where they are discussed. Who writes as a group or channel has a bot's account there, and is a person.
 */
function isFromPerson({ from, sender_chat, via_bot, is_automatic_forward }: Message): boolean {
  return !via_bot && !is_automatic_forward && (!from?.is_bot || sender_chat !== undefined);
}

function writtenIn(message: Message, me: UserFromGetMe): Written | undefined {
  const text = message.text ?? message.caption;
  if (text === undefined) return undefined;
  const entities = message.entities ?? message.caption_entities ?? [];
  const command = entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (command) {
    const [name = "", addressee] = text.slice(1, command.length).toLowerCase().split("@");
    return { kind: "command", name, addressee, words: text.slice(command.length).trim() };
  }
  const toBot = wordsToBot(text, entities, me);
  return { kind: "text", text: toBot ?? text, toBot: toBot !== undefined };
}

/** What is said to the bot by its name: "@story_bot when was it?", "When was it, @story_bot?"; not what is said about it. */
function wordsToBot(text: string, entities: readonly MessageEntity[], me: UserFromGetMe): string | undefined {
  const name = `@${me.username.toLowerCase()}`;
  const called = entities.find(
    ({ type, offset, length }) =>
      type === "mention" && text.slice(offset, offset + length).toLowerCase() === name,
  );
  if (!called) return undefined;
  const before = text.slice(0, called.offset).replace(/[\s,]+$/, "");
  const after = text.slice(called.offset + called.length).replace(/^[\s,:;–—-]+/, "");
  if (before === "") return after.trim();
  return /^\W*$/.test(after) && `${before}${after}`.includes("?") ? `${before}${after}`.trim() : undefined;
}
