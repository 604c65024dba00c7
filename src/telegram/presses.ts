import { Composer, type Context, type Filter, GrammyError } from "grammy";
import { WORDING } from "../reply/wording.js";
import { passageView } from "./answer-view.js";
import { questionIn } from "./asked.js";
import { passageOf } from "./passage-key.js";
import { type PassagePress, pressOf } from "./press.js";
import type { Live } from "./responder.js";
import { contentOf } from "./send.js";

/** Serves presses of buttons: each is answered once, and changes nothing but the message that it stands under. */
export function presses(live: Live): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx) => {
    const press = pressOf(ctx.callbackQuery.data);
    if (press?.kind === "context" || press?.kind === "passage") await showPassage(live, ctx, press);
    else await ctx.answerCallbackQuery();
  });
  composer.on("callback_query", (ctx) => ctx.answerCallbackQuery());
  return composer;
}

async function showPassage(
  live: Live,
  ctx: Filter<Context, "callback_query:data">,
  press: PassagePress,
): Promise<void> {
  const found = passageOf(live.current.stories, press.passage);
  if (found.kind !== "found") {
    await ctx.answerCallbackQuery(found.kind === "changed" ? WORDING.storyChanged : WORDING.storyGone);
    return;
  }
  const replied = ctx.msg?.reply_to_message;
  const repliedQuestion = replied ? questionIn(replied, ctx.me) : null;
  const question = press.question === "replied" ? repliedQuestion : (press.question?.text ?? null);
  const surface = { bot: ctx.me.username, repliedQuestion };
  const { text, others } = contentOf(passageView(live.current, found, press.context, question, surface));
  try {
    await ctx.editMessageText(text, others);
    await ctx.answerCallbackQuery();
  } catch (error) {
    if (!isUnchanged(error)) throw error;
    await ctx.answerCallbackQuery(WORDING.noMoreContext);
  }
}

/** Two presses of the same button, or nothing more to show. */
function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message is not modified");
}
