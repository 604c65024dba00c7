import { Composer, type Context } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import { ask, type Library } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import { quotationToCheck } from "../answer/plain-words.js";
import { replyToCheck } from "../reply/check-reply.js";
import { WORDING } from "../reply/wording.js";
import { answerView, MOST_PASSAGES } from "./answer-view.js";
import { articleOf } from "./articles.js";
import { repliedWords } from "./asked.js";
import { type Outgoing, words } from "./outgoing.js";
import type { Live } from "./responder.js";

/** Answers, once, who calls the bot by name in a chat that it is not in: https://core.telegram.org/bots/api#answerguestquery */
export function guest(live: Live): Composer<Context> {
  const composer = new Composer();
  composer.on("guest_message", async (ctx) => {
    const question = questionOf(ctx.guestMessage, ctx.me);
    await ctx.answerGuestQuery(articleOf("answer", replyTo(live.current, question, ctx.me.username)));
  });
  return composer;
}

function replyTo(library: Library, question: string, bot: string): Outgoing {
  if (question === "") return words(WORDING.emptyGuest(bot));
  const quotation = quotationToCheck(question);
  if (quotation !== undefined) return { reply: replyToCheck(checkLine(library, quotation)) };
  return answerView(ask(library, question, { limit: MOST_PASSAGES }), { kind: "inline", bot });
}

/** The words without the bot's name; where nothing is left, those of the message that they reply to. */
function questionOf(message: Message, me: UserFromGetMe): string {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const name = `@${me.username}`.toLowerCase();
  let own = text;
  for (const { type, offset, length } of entities.toReversed()) {
    const isName = text.slice(offset, offset + length).toLowerCase() === name;
    if (type === "mention" && isName) own = `${own.slice(0, offset)}${own.slice(offset + length)}`;
  }
  const asked = own.replace(/^\/(?:ask|check)\b/i, "").trim();
  return asked === "" ? repliedWords(message).trim() : asked;
}
