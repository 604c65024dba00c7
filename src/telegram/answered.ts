import type { Message } from "grammy/types";
import { BoundedMap } from "./bounded-map.js";

/** Questions whose answers are remembered; where one is forgotten, its edit changes nothing. */
const REMEMBERED = 10_000;

/** How long after the question an edit of it still changes the answer, in milliseconds. */
const EDITABLE_FOR = 48 * 60 * 60 * 1000;

/** An answer that was sent: its message, and what it shows, to tell whether an edit would change anything. */
export interface SentAnswer {
  readonly messageId: number;
  readonly content: string;
}

/** Which message answers which question. */
export class Answered {
  readonly #answers = new BoundedMap<string, SentAnswer>(REMEMBERED);

  get(question: Message): SentAnswer | undefined {
    const isOld = Date.now() - question.date * 1000 > EDITABLE_FOR;
    return isOld ? undefined : this.#answers.get(keyOf(question));
  }

  set(question: Message, answer: SentAnswer): void {
    this.#answers.set(keyOf(question), answer);
  }
}

function keyOf({ chat, message_id }: Message): string {
  return `${chat.id}:${message_id}`;
}
