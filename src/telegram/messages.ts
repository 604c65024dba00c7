import { type Api, Composer, type Context, GrammyError } from "grammy";
import type { Message } from "grammy/types";
import { Answered, fingerprint } from "./answered.js";
import { typingWhenSlow } from "./calls/typing.js";
import type { Responder } from "./responder.js";
import { fewAtOnce } from "./updates/few-at-once.js";
import type { Outgoing } from "./views/outgoing.js";
import { contentOf, sendAnswer } from "./views/send.js";

/** Answers messages; an edited question edits its answer. Edits are not counted: each changes one message at most. */
export function messages(responder: Responder, questionsPerMinute: number): Composer<Context> {
  const answered = new Answered();
  const composer = new Composer();

  const send = async (api: Api, asked: Message, outgoing: Outgoing) => {
    const content = contentOf(outgoing);
    const { message_id } = await sendAnswer(api, asked, content, outgoing.asksFor);
    answered.set(asked, message_id, content);
  };

  composer.on("message", fewAtOnce(questionsPerMinute), typingWhenSlow, async (ctx) => {
    const outgoing = responder.respond(ctx.msg, ctx.me);
    if (outgoing) await send(ctx.api, ctx.msg, outgoing);
  });

  composer.on("edited_message", async (ctx) => {
    const before = answered.get(ctx.msg);
    const outgoing = before && responder.respond(ctx.msg, ctx.me);
    if (!outgoing) return;
    const content = contentOf(outgoing);
    if (fingerprint(content) === before.fingerprint) return;
    try {
      await ctx.api.editMessageText(ctx.chat.id, before.messageId, content.text, content.others);
      answered.set(ctx.msg, before.messageId, content);
    } catch (error) {
      // Whoever deleted the answer and then asks anew wants one.
      if (!isDeleted(error)) throw error;
      await send(ctx.api, ctx.msg, outgoing);
    }
  });
  return composer;
}

function isDeleted(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message to edit not found");
}
