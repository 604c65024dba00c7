import type { Message, UserFromGetMe } from "grammy/types";
import { ask } from "../answer/ask.js";
import { type Exchange, exchangeOf } from "../answer/follow-up.js";
import type { Library } from "../answer/library.js";
import { WORDING } from "../reply/wording.js";
import { isReplyTo, questionIn, repliedQuestion } from "./asked.js";
import { BoundedMap } from "./bounded-map.js";
import type { Observer } from "./serving/observer.js";
import { answerView, MOST_PASSAGES } from "./views/answer-view.js";
import { type Outgoing, words } from "./views/outgoing.js";
import { passageKey, passageOf } from "./views/passage-key.js";
import { pressOf } from "./views/press.js";

/** Private chats whose last exchange is remembered; losing one costs a hint. */
const REMEMBERED = 10_000;

/** The longest question that is remembered, in UTF-16 code units: with longer ones that many chats would fill the memory. */
const LONGEST = 500;

/** What was said before, as it is remembered: stories change, and a changed one must not be kept. */
interface Remembered {
  readonly passage: string;
  readonly question: string | undefined;
}

/** The last question of a chat: its message, what it left to lean on, and what it could lean on itself. */
interface Last {
  readonly messageId: number;
  readonly exchange: Remembered | undefined;
  readonly before: Remembered | undefined;
}

/** Answers questions one after the other, each after the exchange that it follows. */
export class Questions {
  readonly #last = new BoundedMap<number, Last>(REMEMBERED);
  readonly #observers: readonly Observer[];

  constructor(observers: readonly Observer[]) {
    this.#observers = observers;
  }

  /** The answer to a question that came with this message, or stands in the message that it replies to. */
  answer(library: Library, me: UserFromGetMe, message: Message, behind: string): Outgoing {
    const isHere = behind !== "" || isReplyTo(message, me);
    const question = isHere ? behind : repliedQuestion(message, me);
    if (question.trim() === "") return emptyAsk(message);
    const before = this.#before(message);
    const after = exchangeIn(library, message) ?? recalled(library, before);
    const answer = ask(library, question, { limit: MOST_PASSAGES, after });
    const isOwn = isHere && message.forward_origin === undefined;
    // A question that is edited has been counted.
    const observers = message.edit_date === undefined ? this.#observers : [];
    for (const { answer: observe } of observers) observe?.(answer, isOwn ? question : null);
    this.#remember(message, before, exchangeOf(question, answer, after));
    return answerView(answer, { kind: "reply", bot: me.username, repliedQuestion: questionIn(message, me) });
  }

  /** What the chat's questions before this one left to lean on; nothing where an older one than the last was edited. */
  #before({ chat, message_id }: Message): Remembered | undefined {
    const last = this.#last.get(chat.id);
    if (!last || last.messageId > message_id) return undefined;
    return last.messageId === message_id ? last.before : last.exchange;
  }

  /** In a group, one speaks of this and another of that. */
  #remember({ chat, message_id }: Message, before: Remembered | undefined, exchange: Exchange | undefined) {
    const isLast = message_id >= (this.#last.get(chat.id)?.messageId ?? 0);
    if (chat.type !== "private" || !isLast) return;
    this.#last.set(chat.id, { messageId: message_id, exchange: exchange && toRemember(exchange), before });
  }
}

/** Asks for the question: in a private chat the field for it opens. */
function emptyAsk({ chat }: Message): Outgoing {
  if (chat.type !== "private") return words(WORDING.emptyAsk);
  return { ...words(WORDING.whatToKnow), asksFor: WORDING.yourQuestion };
}

function toRemember({ story, sentence, question }: Exchange): Remembered {
  const isShort = question !== undefined && question.length <= LONGEST;
  return { passage: passageKey(story, sentence), question: isShort ? question : undefined };
}

/** Undefined where the story is not there any more, or no longer as it was. */
function recalled({ stories }: Library, exchange: Remembered | undefined): Exchange | undefined {
  const found = exchange && passageOf(stories, exchange.passage);
  if (found?.kind !== "found") return undefined;
  return { story: found.story, sentence: found.sentence, question: exchange?.question };
}

/** What was said before: the passage that the replied-to message shows, by its buttons. */
function exchangeIn(library: Library, { reply_to_message: replied }: Message): Exchange | undefined {
  for (const button of replied?.reply_markup?.inline_keyboard.flat() ?? []) {
    const press = "callback_data" in button ? pressOf(button.callback_data) : undefined;
    if (press?.kind !== "context") continue;
    const isKnown = press.question !== null && press.question !== "replied";
    return recalled(library, { passage: press.passage, question: isKnown ? press.question.text : undefined });
  }
  return undefined;
}
