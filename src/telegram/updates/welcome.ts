import type { Context, MiddlewareFn } from "grammy";
import type { ChatMember } from "grammy/types";
import { BoundedMap } from "../bounded-map.js";

/** Chats that are remembered because the bot may not write there; forgetting one costs calls that are refused. */
const REMEMBERED = 10_000;

/**
 * Follows where the bot may write, and lets no message through from where it may not: from people who have blocked it,
 * and from groups that have removed or muted it.
 */
export function onlyWhereWelcome(): MiddlewareFn<Context> {
  /** Until when, in milliseconds. */
  const closed = new BoundedMap<number, number>(REMEMBERED);
  return async (ctx, next) => {
    if (ctx.myChatMember) {
      const { chat, new_chat_member } = ctx.myChatMember;
      if (mayWrite(new_chat_member)) closed.delete(chat.id);
      else closed.set(chat.id, endOf(new_chat_member));
      return;
    }
    const { chat } = ctx.message ?? ctx.editedMessage ?? {};
    const isClosed = chat && Date.now() < (closed.get(chat.id) ?? 0);
    if (!isClosed) await next();
  };
}

function mayWrite(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member && member.can_send_messages;
  return member.status !== "kicked" && member.status !== "left";
}

/** Until when the bot may not write, in milliseconds: a restriction may end by itself, without a word. */
function endOf(member: ChatMember): number {
  const isPassing = member.status === "restricted" && member.is_member && member.until_date > 0;
  return isPassing ? member.until_date * 1000 : Number.POSITIVE_INFINITY;
}
