import type { Context, Filter, NextFunction } from "grammy";
import { topicOf } from "../views/send.js";

/** Answers take milliseconds; only one that takes longer than this, in milliseconds, is announced: Telegram is slow. */
const ANNOUNCED_AFTER = 1000;

/** Shows `typing` once while an answer is long in coming. That this fails is nobody's loss. */
export async function typingWhenSlow(ctx: Filter<Context, "message">, next: NextFunction): Promise<void> {
  const timer = setTimeout(() => {
    ctx.api.sendChatAction(ctx.chat.id, "typing", topicOf(ctx.msg)).catch(() => {});
  }, ANNOUNCED_AFTER);
  try {
    await next();
  } finally {
    clearTimeout(timer);
  }
}
