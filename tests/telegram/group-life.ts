import type { Chat, Message, User } from "grammy/types";
import { unixTime } from "./chats.js";
import { Messaging, type TalkChat } from "./messaging.js";
import { asUser, READER } from "./people.js";
import { chatMember, isMember, type Standing } from "./standing.js";

/** The colour of a topic's icon, one of six that Telegram has. */
const ICON_COLOR = 0x6fb9f0;

interface Doer {
  /** Who does it. */
  readonly from?: User;
}

/** What people do with chats, as a test makes them do it. */
export class GroupLife extends Messaging {
  /** Somebody adds, removes, restricts or promotes the bot; in a private chat: blocks it ("kicked") or lets it in again. */
  setStanding(chat: TalkChat, standing: Standing, { from = READER }: Doer = {}): void {
    const { bot, chats } = this.state;
    const before = chats.standing(chat);
    chats.setStanding(chat, standing);
    const user = asUser(bot);
    this.update({
      my_chat_member: {
        chat,
        from,
        date: unixTime(),
        old_chat_member: chatMember(user, before),
        new_chat_member: chatMember(user, standing),
      },
    });
    const joined = !isMember(before) && isMember(standing) && chat.type !== "private";
    if (joined) this.message({ chat, from, new_chat_members: [user] });
  }

  /** Makes somebody an administrator of a chat that there is; the bot is not told. */
  promote(chat: TalkChat, person: User): void {
    this.state.chats.promote(chat, person);
  }

  /** Lets there be a chat that the bot never was in. */
  withoutBot(chat: TalkChat): void {
    this.state.chats.setStanding(chat, "stranger");
  }

  /** Somebody begins a topic in a forum; its messages are sent with the message that this gives. */
  topic(chat: Chat.SupergroupChat, name: string, { from = READER }: Doer = {}): Message {
    if (!chat.is_forum) throw new Error("only a forum has topics");
    const { chats } = this.state;
    const began = chats.receive(chat, { from, forum_topic_created: { name, icon_color: ICON_COLOR } });
    const topic = chats.rewrite({ ...began, message_thread_id: began.message_id, is_topic_message: true });
    if (isMember(chats.standing(chat))) this.update({ message: { ...topic, chat, from } });
    return topic;
  }

  /** Somebody closes a topic: only administrators write in it then. */
  closeTopic(topic: Message, { from = READER }: Doer = {}): void {
    this.message({ topic, from, forum_topic_closed: {} });
  }

  /** Somebody makes a group a supergroup: another chat, to which the people go on. */
  upgrade(chat: Chat.GroupChat, { from = READER }: Doer = {}): Chat.SupergroupChat {
    const { chats } = this.state;
    const supergroup = { id: chat.id - 1_000_000_000_000, type: "supergroup", title: chat.title } as const;
    const standing = chats.standing(chat);
    this.message({ chat, from, migrate_to_chat_id: supergroup.id });
    chats.upgrade(chat, supergroup);
    chats.setStanding(supergroup, standing);
    this.message({ chat: supergroup, from, migrate_from_chat_id: chat.id });
    return supergroup;
  }
}
