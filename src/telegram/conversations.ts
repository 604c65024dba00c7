import type { Message } from "grammy/types";
import { ask, type Library } from "../answer/ask.js";
import { type Exchange, exchangeAt, exchangeOf } from "../answer/follow-up.js";
import { lines, type Reply, replyToAnswer } from "../reply/reply.js";
import { WORDING } from "../reply/wording.js";
import { BoundedMap } from "./bounded-map.js";

/** Private chats whose last exchange is remembered; losing one costs a hint. */
const REMEMBERED = 10_000;

/** Answers questions one after the other, each after the exchange that it follows. */
export class Conversations {
  readonly #library: Library;
  readonly #last = new BoundedMap<number, Exchange>(REMEMBERED);

  constructor(library: Library) {
    this.#library = library;
  }

  /** The reply to a question that came with this message. */
  answer(message: Message, question: string): Reply {
    if (question.trim() === "") return lines([WORDING.emptyAsk]);
    const after = this.#repliedTo(message) ?? this.#last.get(message.chat.id);
    const answer = ask(this.#library, question, { limit: 1, after });
    const exchange = exchangeOf(question, answer, after);
    if (exchange) this.#last.set(message.chat.id, exchange);
    return replyToAnswer(answer);
  }

  /** The passage in the message that is replied to, found again from its quotation. */
  #repliedTo({ reply_to_message: replied }: Message): Exchange | undefined {
    const quotation = replied?.entities?.find(
      ({ type }) => type === "blockquote" || type === "expandable_blockquote",
    );
    if (!replied?.text || !quotation) return undefined;
    const passage = replied.text.slice(quotation.offset, quotation.offset + quotation.length);
    return exchangeAt(this.#library.stories, passage);
  }
}
