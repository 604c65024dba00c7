import type { Chat, ChatMember, User } from "grammy/types";
import { badRequest, Refusal } from "./refusal.js";

/**
 * What the bot is in a chat, by the words of ChatMember: "restricted" may not write; in a private chat "kicked" is
 * blocked. A "stranger" was never there: Telegram does not let it know the chat.
 */
export type Standing = "administrator" | "member" | "restricted" | "left" | "kicked" | "stranger";

export function isMember(standing: Standing): boolean {
  return standing === "administrator" || standing === "member" || standing === "restricted";
}

/** Throws Telegram's refusal where the bot may do nothing in a chat. */
export function checkAccess({ type }: Chat, standing: Standing): void {
  if (standing === "stranger") throw badRequest("chat not found");
  if (type === "private" && standing === "kicked") {
    throw new Refusal(403, "Forbidden: bot was blocked by the user");
  }
  if (standing === "kicked") throw new Refusal(403, `Forbidden: bot was kicked from the ${type} chat`);
  if (standing === "left") throw new Refusal(403, `Forbidden: bot is not a member of the ${type} chat`);
}

/** Throws Telegram's refusal where the bot may read a chat, but not write. */
export function checkWriting(standing: Standing): void {
  if (standing === "restricted") throw badRequest("not enough rights to send text messages to the chat");
}

const ALL_RIGHTS = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: true,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_send_welcome_messages: true,
};

const NO_RIGHTS = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_change_info: false,
  can_invite_users: false,
  can_edit_tag: false,
  can_pin_messages: false,
  can_manage_topics: false,
};

/** Somebody's standing as updates and getChatMember tell it. */
export function chatMember(user: User, standing: Standing): ChatMember {
  switch (standing) {
    case "administrator":
      return { status: standing, user, can_be_edited: false, is_anonymous: false, ...ALL_RIGHTS };
    case "member":
      return { status: standing, user };
    case "restricted":
      return { status: standing, user, is_member: true, ...NO_RIGHTS, until_date: 0 };
    case "kicked":
      return { status: standing, user, until_date: 0 };
    case "left":
    case "stranger":
      return { status: "left", user };
  }
}
