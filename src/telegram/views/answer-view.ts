import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { Answer, Excerpt } from "../../answer/answer.js";
import { ask, passageAt } from "../../answer/ask.js";
import { contextsOf } from "../../answer/context.js";
import type { Library } from "../../answer/library.js";
import { replyToAnswer } from "../../reply/reply.js";
import { linkTo } from "../../reply/text-fragment.js";
import { WORDING } from "../../reply/wording.js";
import type { Sentence, Story } from "../../story/story.js";
import { shareLink } from "./deep-link.js";
import type { Outgoing } from "./outgoing.js";
import { passageKey } from "./passage-key.js";
import { dataOf, type PassagePress } from "./press.js";

/** So many passages can be leafed through for one question. */
export const MOST_PASSAGES = 10;

/** Where an answer stands; its buttons depend on it. */
export type Surface = {
  /** The bot's username, for links into the private chat. */
  readonly bot: string;
} & (
  | {
      readonly kind: "reply";
      /** The question as it can be read again from the message that the answer replies to; null where there is none. */
      readonly repliedQuestion: string | null;
    }
  /** Sent by somebody in the bot's name: there is no message that it replies to. */
  | { readonly kind: "inline" }
);

type Searched = Exclude<Answer, { readonly kind: "small-talk" }>;

/** An answer with its first passage, and buttons to the others. */
export function answerView(answer: Answer, surface: Surface): Outgoing {
  const [first] = answer.excerpts;
  if (answer.kind === "small-talk" || !first) return { reply: replyToAnswer(answer) };
  return viewOf(answer, first, 0, surface);
}

/** One of the passages of an answer. */
export function excerptView(answer: Searched, shown: Excerpt, surface: Surface): Outgoing {
  return viewOf(answer, shown, 0, surface);
}

/**
 * A passage as a button asks for it.
 * @param question what it was found for; null where that is lost: the passage then stands alone
 */
export function passageView(
  library: Library,
  { story, sentence }: { readonly story: Story; readonly sentence: Sentence },
  context: number,
  question: string | null,
  surface: Surface,
): Outgoing {
  const answer = question === null ? undefined : ask(library, question, { limit: MOST_PASSAGES });
  const found = answer?.excerpts.find((one) => one.story === story && one.sentence === sentence);
  if (answer && answer.kind !== "small-talk" && found) return viewOf(answer, found, context, surface);
  const alone = passageAt(story, sentence);
  return viewOf(
    { kind: "answered", confidence: 1, excerpts: [alone], question: null },
    alone,
    context,
    surface,
  );
}

function viewOf(answer: Searched, shown: Excerpt, context: number, surface: Surface): Outgoing {
  const contexts = contextsOf(shown);
  const level = context < contexts.length ? context : 0;
  const span = contexts[level] ?? shown.span;
  // With more around it, the sentence that the line under the quotation speaks of is bold.
  const excerpt = level === 0 ? shown : { ...shown, span, answer: shown.sentence };
  return {
    reply: replyToAnswer({ ...answer, excerpts: [excerpt] }),
    keyboard: keyboardFor(answer, shown, { level, levels: contexts.length }, surface),
  };
}

function keyboardFor(
  answer: Searched,
  shown: Excerpt,
  { level, levels }: { readonly level: number; readonly levels: number },
  surface: Surface,
): InlineKeyboardMarkup {
  const button = (kind: "context" | "passage", label: string, { story, sentence }: Excerpt, to: number) =>
    passageButton(kind, label, passageKey(story, sentence), to, answer.question, surface);
  const { excerpts } = answer;
  const at = excerpts.indexOf(shown);
  const [before, after] = [excerpts[at - 1], excerpts[at + 1]];
  const url = linkTo(shown.story, shown.sentence);
  const share = shareLink(surface.bot, { kind: "passage", key: passageKey(shown.story, shown.sentence) });
  const isWidest = levels > 1 && level === levels - 1;
  const under: InlineKeyboardButton[] = [
    ...button("context", isWidest ? WORDING.lessContext : WORDING.context, shown, (level + 1) % levels),
    ...(url === undefined ? [] : [{ text: WORDING.source, url }]),
    ...(share === undefined ? [] : [{ text: WORDING.share, url: share }]),
  ];
  const leaf = isFoundAgain(answer.question, surface)
    ? [
        ...(before ? button("passage", WORDING.back(at, excerpts.length), before, 0) : []),
        ...(after ? button("passage", WORDING.next(at + 2, excerpts.length), after, 0) : []),
      ]
    : [];
  return { inline_keyboard: leaf.length === 0 ? [under] : [under, leaf] };
}

/** One button with the question in it, or with a pointer to where the question stands, or with the passage alone. */
function passageButton(
  kind: "context" | "passage",
  text: string,
  passage: string,
  context: number,
  asked: string | null,
  surface: Surface,
): InlineKeyboardButton[] {
  const questions: PassagePress["question"][] = [
    ...(asked === null ? [] : [{ text: asked }]),
    ...(asked !== null && asked === repliedQuestion(surface) ? (["replied"] as const) : []),
    null,
  ];
  for (const question of questions) {
    const data = dataOf({ kind, passage, context, question });
    if (data !== undefined) return [{ text, callback_data: data }];
  }
  return [];
}

/** True where a press will find the same passages again: the other passages can be leafed to. */
function isFoundAgain(asked: string | null, surface: Surface): boolean {
  if (asked === null || surface.kind === "inline") return false;
  const widest = { kind: "passage", passage: "-".repeat(13), context: 0, question: { text: asked } } as const;
  return asked === repliedQuestion(surface) || dataOf(widest) !== undefined;
}

function repliedQuestion(surface: Surface): string | null {
  return surface.kind === "reply" ? surface.repliedQuestion : null;
}
