import type { Context } from "grammy";
import type { Reply } from "../reply/reply.js";
import { telegramMessage } from "../reply/telegram-message.js";

/** Sends a reply to the message that asked, in its topic, without a preview of the link. */
export async function sendReply(ctx: Context, reply: Reply): Promise<void> {
  const asked = ctx.msg;
  if (!asked) return;
  const { text, entities } = telegramMessage(reply);
  const topic = asked.is_topic_message === true ? asked.message_thread_id : undefined;
  await ctx.api.sendMessage(asked.chat.id, text, {
    entities,
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
    ...(topic === undefined ? {} : { message_thread_id: topic }),
  });
}
