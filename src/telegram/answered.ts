import { hash } from "node:crypto";
import type { Message } from "grammy/types";
import { BoundedMap } from "./bounded-map.js";
import type { Content } from "./views/send.js";

/** Questions whose answers are remembered; where one is forgotten, its edit changes nothing. */
const REMEMBERED = 10_000;

/** How long after the question an edit of it still changes the answer, in milliseconds. */
const EDITABLE_FOR = 48 * 60 * 60 * 1000;

/** An answer that was sent: its message, and what tells whether it would be another now. No words are kept. */
export interface SentAnswer {
  readonly messageId: number;
  readonly fingerprint: string;
  /** When the question was sent, in milliseconds. */
  readonly askedAt: number;
}

/** Which message answers which question. */
export class Answered {
  readonly #answers = new BoundedMap<string, SentAnswer>(REMEMBERED);

  get(question: Message): SentAnswer | undefined {
    this.#forgetOld();
    const answer = this.#answers.get(keyOf(question));
    return answer && isOld(answer) ? undefined : answer;
  }

  set(question: Message, messageId: number, content: Content): void {
    this.#forgetOld();
    const askedAt = question.date * 1000;
    this.#answers.set(keyOf(question), { messageId, fingerprint: fingerprint(content), askedAt });
  }

  #forgetOld(): void {
    this.#answers.forgetWhile(isOld);
  }
}

/** The same for two answers that show the same; buttons hold the question, of which only the words count. */
export function fingerprint({ text, others }: Content): string {
  const buttons = others.reply_markup?.inline_keyboard.flat() ?? [];
  const bareButtons = buttons.map((button) =>
    "callback_data" in button ? [button.text, bare(button.callback_data)] : button,
  );
  return hash("sha256", JSON.stringify([text, others.entities, bareButtons]), "base64url");
}

function bare(data: string): string {
  return data
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isOld({ askedAt }: SentAnswer): boolean {
  return Date.now() - askedAt > EDITABLE_FOR;
}

function keyOf({ chat, message_id }: Message): string {
  return `${chat.id}:${message_id}`;
}
