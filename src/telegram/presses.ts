import { Composer, type Context, type Filter, GrammyError } from "grammy";
import type { Library } from "../answer/library.js";
import { WORDING } from "../reply/wording.js";
import { questionIn } from "./asked.js";
import type { Live } from "./responder.js";
import { passageView, type Surface } from "./views/answer-view.js";
import { listView } from "./views/list-view.js";
import type { Outgoing } from "./views/outgoing.js";
import { passageOf, storiesOf } from "./views/passage-key.js";
import { type PassagePress, type Press, pressOf } from "./views/press.js";
import { contentOf } from "./views/send.js";

/** Serves presses of buttons: each is answered once, and changes nothing but the message that it stands under. */
export function presses(live: Live): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx) => {
    const press = pressOf(ctx.callbackQuery.data);
    const asked = press && isOfItsKind(ctx, press) ? wanted(live.current, ctx, press) : undefined;
    if (asked === undefined) await ctx.answerCallbackQuery();
    else if ("notice" in asked) await ctx.answerCallbackQuery(asked.notice);
    else await show(ctx, asked);
  });
  composer.on("callback_query", (ctx) => ctx.answerCallbackQuery());
  return composer;
}

type Pressed = Filter<Context, "callback_query:data">;

/** What a press asks for as the stories are now, or why it is not to be had. */
function wanted(library: Library, ctx: Pressed, press: Press): Outgoing | { readonly notice: string } {
  if (press.kind !== "list") return passage(library, ctx, press);
  const found = storiesOf(library.stories, press.stories);
  if (found.kind !== "found") return missing(found.kind);
  return listView(library, { ...press, stories: found.stories }, ctx.me.username);
}

function passage(
  library: Library,
  ctx: Pressed,
  press: PassagePress,
): Outgoing | { readonly notice: string } {
  const found = passageOf(library.stories, press.passage);
  if (found.kind !== "found") return missing(found.kind);
  const bot = ctx.me.username;
  const replied = ctx.msg?.reply_to_message;
  const repliedQuestion = replied ? questionIn(replied, ctx.me) : null;
  const question = press.question === "replied" ? repliedQuestion : (press.question?.text ?? null);
  const surface: Surface = ctx.msg ? { kind: "reply", bot, repliedQuestion } : { kind: "inline", bot };
  return passageView(library, found, press.context, question, surface);
}

function missing(kind: "changed" | "gone"): { readonly notice: string } {
  return { notice: kind === "changed" ? WORDING.storyChanged : WORDING.storyGone };
}

/** A press is answered after so long, in milliseconds, also where what it asks for has not been shown yet. */
const ANSWERED_WITHIN = 800;

async function show(ctx: Pressed, outgoing: Outgoing): Promise<void> {
  const { text, others } = contentOf(outgoing);
  const answer = once((notice?: string) => ctx.answerCallbackQuery(notice));
  const timer = setTimeout(() => void answer().catch(() => {}), ANSWERED_WITHIN);
  try {
    await ctx.editMessageText(text, others);
    await answer();
  } catch (error) {
    const isShown = isUnchanged(error);
    await answer(isShown && leadsToItself(ctx, outgoing) ? WORDING.noMoreContext : undefined);
    if (!isShown) throw error;
  } finally {
    clearTimeout(timer);
  }
}

function once(act: (notice?: string) => Promise<unknown>): (notice?: string) => Promise<unknown> {
  let done: Promise<unknown> | undefined;
  return (notice) => {
    done ??= act(notice);
    return done;
  };
}

/** True where the button asks for what is shown with it: there is nothing more. Another one was pressed twice. */
function leadsToItself({ callbackQuery: { data } }: Pressed, { keyboard }: Outgoing): boolean {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => "callback_data" in button && button.callback_data === data);
}

/** True for data such as the message's buttons have: what is no list does not become one. */
function isOfItsKind({ msg }: Pressed, { kind }: Press): boolean {
  const rows = msg && "reply_markup" in msg ? msg.reply_markup?.inline_keyboard : undefined;
  if (rows === undefined) return true;
  return rows.flat().some((button) => {
    const other = "callback_data" in button ? pressOf(button.callback_data) : undefined;
    return other !== undefined && (other.kind === "list") === (kind === "list");
  });
}

/** Two presses of the same button, or nothing more to show. */
function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message is not modified");
}
