import type { Message } from "grammy/types";

/** The messages that the bot knows by an id alone, wherever they stand: from chosen results, and its own as a guest. */
export class InlineMessages {
  readonly #messages = new Map<string, Message>();

  /** Gives a message such an id. */
  add(message: Message): string {
    const id = `inline-${this.#messages.size + 1}`;
    this.#messages.set(id, message);
    return id;
  }

  /** The message as it was when it got its id. */
  get(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  idOf({ chat, message_id }: Message): string | undefined {
    const entries = [...this.#messages];
    return entries.find(([, one]) => one.chat.id === chat.id && one.message_id === message_id)?.[0];
  }
}
