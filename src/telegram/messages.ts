import { type Api, Composer, type Context, GrammyError } from "grammy";
import type { Message } from "grammy/types";
import { Answered } from "./answered.js";
import type { Responder } from "./responder.js";
import { type Content, contentOf, sendAnswer } from "./send.js";

/** Answers messages; an edited question edits its answer. */
export function messages(responder: Responder): Composer<Context> {
  const answered = new Answered();
  const composer = new Composer();

  const send = async (api: Api, asked: Message, content: Content) => {
    const { message_id: messageId } = await sendAnswer(api, asked, content);
    answered.set(asked, { messageId, content: JSON.stringify(content) });
  };

  composer.on("message", async (ctx) => {
    const outgoing = responder.respond(ctx.msg, ctx.me);
    if (outgoing) await send(ctx.api, ctx.msg, contentOf(outgoing));
  });

  composer.on("edited_message", async (ctx) => {
    const before = answered.get(ctx.msg);
    const outgoing = before && responder.respond(ctx.msg, ctx.me);
    if (!outgoing) return;
    const content = contentOf(outgoing);
    if (JSON.stringify(content) === before.content) return;
    try {
      await ctx.api.editMessageText(ctx.chat.id, before.messageId, content.text, content.others);
      answered.set(ctx.msg, { messageId: before.messageId, content: JSON.stringify(content) });
    } catch (error) {
      // Whoever deleted the answer and then asks anew wants one.
      if (!isDeleted(error)) throw error;
      await send(ctx.api, ctx.msg, content);
    }
  });
  return composer;
}

function isDeleted(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message to edit not found");
}
