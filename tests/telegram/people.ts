import type { Chat, User, UserFromGetMe } from "grammy/types";

/** The token of every fake bot: of the right form, and nobody's. */
export const TOKEN = "1000:fake-token";

/** The bot as getMe tells it, with the settings of a bot fresh from @BotFather. */
export const BOT: UserFromGetMe = {
  id: 1000,
  is_bot: true,
  first_name: "Story Bot",
  username: "story_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/** What getMe tells of a bot that is set up as the README advises. */
export const ADVISED = { supports_inline_queries: true, supports_guest_queries: true };

export const READER: User = { id: 2001, is_bot: false, first_name: "Reader", language_code: "en" };

/** Who writes, to bots, for every administrator that hides behind the group; `sender_chat` is the group then. */
export const ANONYMOUS: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

/** A bot as messages and updates name it, without what only getMe tells. */
export function asUser({ id, is_bot, first_name, username }: UserFromGetMe): User {
  return { id, is_bot, first_name, username };
}

/** The private chat of a person with the bot; it has the person's id. */
export function privateChat(person: User): Chat.PrivateChat {
  return { id: person.id, type: "private", first_name: person.first_name };
}

/** Chats of several people. */
export const GROUP: Chat.GroupChat = { id: -3001, type: "group", title: "Readers" };
export const SUPERGROUP: Chat.SupergroupChat = {
  id: -1_000_000_003_002,
  type: "supergroup",
  title: "Many readers",
};
export const FORUM: Chat.SupergroupChat = {
  id: -1_000_000_003_003,
  type: "supergroup",
  title: "Readers by topic",
  is_forum: true,
};

export function person(id: number, first_name: string): User {
  return { id, is_bot: false, first_name };
}
