import type { Chat, Message, User } from "grammy/types";
import type { FakeTelegram } from "../telegram/fake-telegram.js";
import type { TalkChat } from "../telegram/messaging.js";
import { FORUM, GROUP, person, privateChat, READER, SUPERGROUP } from "../telegram/people.js";
import type { Scene } from "./scene.js";

/** The first number of the people who come in besides the reader. */
const FIRST_PERSON = 2101;

/** Somebody with whom people write in private without the bot. */
const FRIEND = person(2099, "Friend");

/** The people of a conversation, the chats in which it goes on, and their topics. */
export class Stage {
  readonly telegram: FakeTelegram;
  readonly #people = new Map<string, User>([["reader", READER]]);
  readonly #topics = new Map<string, Message>();
  readonly #apart = new Set<number>();
  #upgraded: Chat.SupergroupChat | undefined;

  constructor(telegram: FakeTelegram) {
    this.telegram = telegram;
  }

  /** Whoever has that name in the transcript: "anna" is Anna. */
  person(name: string): User {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const first = name.charAt(0).toUpperCase() + name.slice(1);
    const newcomer = person(FIRST_PERSON + this.#people.size, first);
    this.#people.set(name, newcomer);
    return newcomer;
  }

  /** True for somebody who has done something already. */
  knows(name: string): boolean {
    return this.#people.has(name);
  }

  chat({ kind, withBot }: Scene, who: User): TalkChat {
    const chat = this.#chat(kind, withBot, who);
    if (withBot || this.#apart.has(chat.id)) return chat;
    this.#apart.add(chat.id);
    this.telegram.withoutBot(chat);
    return chat;
  }

  /** The topic of a scene, begun by whoever comes first; undefined where it has none. */
  topic({ topic: name }: Scene, from: User): Message | undefined {
    if (name === undefined) return undefined;
    const topic = this.#topics.get(name) ?? this.telegram.topic(FORUM, name, { from });
    this.#topics.set(name, topic);
    return topic;
  }

  /** The group has become a supergroup; the conversation goes on there. */
  upgrade(from: User): void {
    this.#upgraded = this.telegram.upgrade(GROUP, { from });
  }

  #chat(kind: Scene["kind"], withBot: boolean, who: User): TalkChat {
    switch (kind) {
      case "private":
        return privateChat(withBot ? who : FRIEND);
      case "group":
        return this.#upgraded ?? apart(GROUP, withBot);
      case "supergroup":
        return apart(SUPERGROUP, withBot);
      case "forum":
        return apart(FORUM, withBot);
    }
  }
}

/** The chat, or, where the bot is not in it, another one of its kind. */
function apart<C extends Chat.GroupChat | Chat.SupergroupChat>(chat: C, withBot: boolean): C {
  return withBot ? chat : { ...chat, id: chat.id - 100, title: `Other ${chat.title.toLowerCase()}` };
}
