import type { Message, UserFromGetMe } from "grammy/types";
import { ask, type Library } from "../answer/ask.js";
import { type Exchange, exchangeOf } from "../answer/follow-up.js";
import { WORDING } from "../reply/wording.js";
import { answerView, MOST_PASSAGES } from "./answer-view.js";
import { isReplyTo, questionIn, repliedWords } from "./asked.js";
import { BoundedMap } from "./bounded-map.js";
import { type Outgoing, words } from "./outgoing.js";
import { passageOf } from "./passage-key.js";
import { pressOf } from "./press.js";

/** Private chats whose last exchange is remembered; losing one costs a hint. */
const REMEMBERED = 10_000;

/** Answers questions one after the other, each after the exchange that it follows. */
export class Questions {
  readonly #last = new BoundedMap<number, Exchange>(REMEMBERED);

  /** The answer to a question that came with this message, or stands in the message that it replies to. */
  answer(library: Library, me: UserFromGetMe, message: Message, behind: string): Outgoing {
    const question = behind === "" && !isReplyTo(message, me) ? repliedWords(message) : behind;
    if (question.trim() === "") return words(WORDING.emptyAsk);
    const isPrivate = message.chat.type === "private";
    const after = exchangeIn(library, message) ?? (isPrivate ? this.#last.get(message.chat.id) : undefined);
    const answer = ask(library, question, { limit: MOST_PASSAGES, after });
    const exchange = exchangeOf(question, answer, after);
    if (exchange && isPrivate) this.#last.set(message.chat.id, exchange);
    return answerView(answer, { kind: "reply", bot: me.username, repliedQuestion: questionIn(message, me) });
  }
}

/** What was said before: the passage that the replied-to message shows, by its buttons. */
function exchangeIn({ stories }: Library, { reply_to_message: replied }: Message): Exchange | undefined {
  for (const button of replied?.reply_markup?.inline_keyboard.flat() ?? []) {
    const press = "callback_data" in button ? pressOf(button.callback_data) : undefined;
    if (press?.kind !== "context") continue;
    const found = passageOf(stories, press.passage);
    if (found.kind !== "found") return undefined;
    const question =
      press.question !== null && press.question !== "replied" ? press.question.text : undefined;
    return { story: found.story, sentence: found.sentence, question };
  }
  return undefined;
}
