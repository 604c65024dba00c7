import type { Message, UserFromGetMe } from "grammy/types";
import { isMember, type Standing } from "./standing.js";

/** What only service messages have, as far as people here cause them. */
const SERVICE = [
  "new_chat_members",
  "left_chat_member",
  "forum_topic_created",
  "forum_topic_closed",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "pinned_message",
] as const;

/**
 * True where a message that a person sent reaches the bot. Telegram's rules, from core.telegram.org/bots/features and
 * /bots/faq: all that is written in private, all service messages, and in groups everything for administrators and for
 * bots with privacy mode off. With privacy mode on, only
 * - commands meant for the bot: /command@its_name,
 * - general commands (/command), if it was the last bot to send a message to the group,
 * - messages sent via the bot,
 * - replies to messages meant for it: to its own, and to those that reached it.
 * A message reaches one bot with privacy mode at most, and replies come first: a reply to another bot does not reach
 * this one, whatever its text. No bot gets what another bot writes. A name in the text (@its_name) is not among the rules. While no bot has written, a general
 * command counts as if this one had.
 * @param earlier the chat's messages before it
 */
export function reachesBot(
  message: Message,
  earlier: readonly Message[],
  standing: Standing,
  bot: UserFromGetMe,
): boolean {
  // An administrator who hides behind the group writes as a bot that is none.
  if (!isMember(standing) || (message.from?.is_bot && !message.sender_chat)) return false;
  if (message.chat.type === "private" || standing === "administrator") return true;
  return bot.can_read_all_group_messages || isMeant(message, earlier, bot);
}

/**
 * True where a message calls the bot as a guest: by its name, in a chat in which it is not. Whether a name calls a bot so
 * where it is a member Telegram does not say; here it does not.
 */
export function callsGuest(message: Message, standing: Standing, bot: UserFromGetMe): boolean {
  if (!bot.supports_guest_queries || isMember(standing) || message.from?.is_bot) return false;
  const name = `@${bot.username.toLowerCase()}`;
  return [
    [message.text, message.entities] as const,
    [message.caption, message.caption_entities] as const,
  ].some(([text = "", entities = []]) =>
    entities.some(({ type, offset, length }) => {
      return type === "mention" && text.slice(offset, offset + length).toLowerCase() === name;
    }),
  );
}

function isMeant(message: Message, earlier: readonly Message[], bot: UserFromGetMe): boolean {
  if (SERVICE.some((field) => message[field] !== undefined)) return true;
  const replied = earlier.find(({ message_id }) => message_id === message.reply_to_message?.message_id);
  const writer = replied?.via_bot ?? replied?.from;
  if (replied && writer?.is_bot && !replied.sender_chat) return writer.id === bot.id;
  if (message.via_bot) return message.via_bot.id === bot.id;
  if (commandMeans(message, earlier, bot)) return true;
  return replied !== undefined && !isTopic(replied) && isMeant(replied, before(replied, earlier), bot);
}

/** True where a message begins with a command that goes to the bot. */
function commandMeans(message: Message, earlier: readonly Message[], bot: UserFromGetMe): boolean {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const command = entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (command === undefined) return false;
  const addressee = text.slice(0, command.length).split("@")[1];
  if (addressee !== undefined) return addressee.toLowerCase() === bot.username.toLowerCase();
  const last = earlier.findLast(({ from, sender_chat }) => from?.is_bot && !sender_chat);
  return last === undefined || last.from?.id === bot.id;
}

/** Every message in a topic that replies to none replies to the one that began the topic. */
function isTopic(message: Message): boolean {
  return message.forum_topic_created !== undefined;
}

function before({ message_id }: Message, messages: readonly Message[]): readonly Message[] {
  return messages.filter((one) => one.message_id < message_id);
}
