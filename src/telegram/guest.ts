import { Composer, type Context } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import type { Answer } from "../answer/answer.js";
import { ask } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import type { Library } from "../answer/library.js";
import { quotationToCheck } from "../answer/plain-words.js";
import { replyToCheck } from "../reply/check-reply.js";
import { WORDING } from "../reply/wording.js";
import { repliedQuestion } from "./asked.js";
import type { Live } from "./responder.js";
import type { Observer } from "./serving/observer.js";
import { answerView, MOST_PASSAGES } from "./views/answer-view.js";
import { articleOf } from "./views/articles.js";
import { type Outgoing, words } from "./views/outgoing.js";

/** Answers, once, who calls the bot by name in a chat that it is not in: https://core.telegram.org/bots/api#answerguestquery */
export function guest(live: Live, observers: readonly Observer[]): Composer<Context> {
  const composer = new Composer();
  composer.on("guest_message", async (ctx) => {
    const own = ownWords(ctx.guestMessage, ctx.me);
    const question = own === "" ? repliedQuestion(ctx.guestMessage, ctx.me).trim() : own;
    const observed = (answer: Answer) => {
      for (const { answer: observe } of observers) observe?.(answer, own === "" ? null : own);
    };
    const reply = replyTo(live.current, question, ctx.me.username, observed);
    await ctx.answerGuestQuery(articleOf("answer", reply));
  });
  return composer;
}

function replyTo(
  library: Library,
  question: string,
  bot: string,
  observed: (answer: Answer) => void,
): Outgoing {
  if (question === "") return words(WORDING.emptyGuest(bot));
  const quotation = quotationToCheck(question);
  if (quotation !== undefined) return { reply: replyToCheck(checkLine(library, quotation)) };
  const answer = ask(library, question, { limit: MOST_PASSAGES });
  observed(answer);
  return answerView(answer, { kind: "inline", bot });
}

/** The words without the bot's name and without /ask. */
function ownWords(message: Message, me: UserFromGetMe): string {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const name = `@${me.username}`.toLowerCase();
  let own = text;
  for (const { type, offset, length } of entities.toReversed()) {
    const isName = text.slice(offset, offset + length).toLowerCase() === name;
    if (type === "mention" && isName) own = `${own.slice(0, offset)}${own.slice(offset + length)}`;
  }
  // A command may name the bot, too; "/check …" goes on as a check.
  const command = /^\s*\/(?<name>ask|check)(?:@\w+)?(?!\w)/i.exec(own);
  if (!command) return own.trim();
  const behind = own.slice(command[0].length).trim();
  return command.groups?.name?.toLowerCase() === "check" && behind !== "" ? `/check ${behind}` : behind;
}
