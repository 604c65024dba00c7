import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";
import { MEDIA } from "./media.js";
import { ANONYMOUS, FORUM, GROUP, person, privateChat, READER, SUPERGROUP } from "./people.js";

const ANNA = person(2101, "Anna");
const BORIS = person(2102, "Boris");
const OTHER_BOT = { id: 1001, is_bot: true, first_name: "Other Bot", username: "other_bot" };

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
});

afterEach(async () => {
  await telegram.close();
});

function call(method: string, payload: object = {}): Promise<unknown> {
  return callMethod(telegram, method, payload);
}

async function say(chat: { readonly id: number }, text: string, more: object = {}): Promise<Message> {
  await call("sendMessage", { chat_id: chat.id, text, ...more });
  const last = telegram.shown.at(-1);
  if (last === undefined) throw new Error("the bot sent nothing");
  return last.message;
}

/** True where the last message came to the bot. */
async function reaches(message: Message): Promise<boolean> {
  const last = JSON.stringify(await call("getUpdates", { offset: -1 }));
  return last.includes(`"message_id":${message.message_id},`) && last.includes(JSON.stringify(message.text));
}

describe("privacy mode", () => {
  test.each([
    ["hello", false],
    ["@story_bot hello", false],
    ["/ask@story_bot who?", true],
    ["/ask@STORY_BOT who?", true],
    ["/ask@other_bot who?", false],
    ["/ask who?", true],
    ["I say /ask who?", false],
    ["I say /ask@story_bot who?", false],
  ])("%j reaches the bot: %s", async (text, expected) => {
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text }))).toBe(expected);
  });

  test("a general command goes to the bot that wrote last", async () => {
    telegram.text({ chat: GROUP, from: ANNA, text: "hello" });
    await say(GROUP, "an answer");
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text: "/one" }))).toBe(true);
    telegram.text({ chat: GROUP, from: OTHER_BOT, text: "I too" });
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text: "/two" }))).toBe(false);
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text: "/two@story_bot" }))).toBe(true);
  });

  test("replies reach it that are to its own messages, or to what reached it", async () => {
    const command = telegram.text({ chat: GROUP, from: ANNA, text: "/ask who?" });
    const chatter = telegram.text({ chat: GROUP, from: BORIS, text: "hello" });
    const answer = await say(GROUP, "an answer");
    const others = telegram.text({ chat: GROUP, from: OTHER_BOT, text: "I too" });
    const reply = (replyTo: Message, text: string) => telegram.text({ replyTo, from: BORIS, text });
    expect(await reaches(reply(answer, "and when?"))).toBe(true);
    expect(await reaches(reply(command, "me too"))).toBe(true);
    expect(await reaches(reply(chatter, "hello yourself"))).toBe(false);
    expect(await reaches(reply(chatter, "/check@story_bot"))).toBe(true);
    expect(await reaches(reply(others, "/check@story_bot this"))).toBe(false);
  });

  test("captions count as text", async () => {
    const entities = [{ type: "bot_command" as const, offset: 0, length: 4 }];
    const photo = { ...MEDIA.photo, chat: GROUP, from: ANNA };
    telegram.message({ ...photo, caption: "/ask who?", caption_entities: entities });
    telegram.message({ ...photo, caption: "who?" });
    expect(await call("getUpdates")).toMatchObject({ result: [{ message: { caption: "/ask who?" } }] });
  });

  test("an edit is told of what reaches the bot", async () => {
    const hello = telegram.text({ chat: GROUP, from: ANNA, text: "hello" });
    telegram.edit(hello, { text: "hello all" });
    const asked = telegram.text({ chat: GROUP, from: ANNA, text: "/ask whoo?" });
    telegram.edit(asked, { text: "/ask who?" });
    expect(await call("getUpdates")).toMatchObject({
      result: [{ message: { text: "/ask whoo?" } }, { edited_message: { text: "/ask who?" } }],
    });
  });

  test("an administrator who hides behind the group is no other bot", async () => {
    const hidden = { chat: SUPERGROUP, from: ANONYMOUS, sender_chat: SUPERGROUP };
    const hello = telegram.text({ ...hidden, text: "hello" });
    expect(await reaches(hello)).toBe(false);
    expect(await reaches(telegram.text({ ...hidden, text: "/ask who?" }))).toBe(true);
    expect(await reaches(telegram.text({ replyTo: hello, from: ANNA, text: "/ask why?" }))).toBe(true);
  });

  test("does not count for administrators, nor where it is off", async () => {
    telegram.setStanding(GROUP, "administrator");
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text: "hello" }))).toBe(true);
    await telegram.close();
    telegram = await FakeTelegram.start({ can_read_all_group_messages: true });
    expect(await reaches(telegram.text({ chat: GROUP, from: ANNA, text: "hello" }))).toBe(true);
    const other = telegram.text({ chat: GROUP, from: OTHER_BOT, text: "beep" });
    expect(await reaches(other)).toBe(false);
  });
});

describe("what the bot is in a chat", () => {
  const friend = privateChat(ANNA);

  test.each([
    [GROUP, "kicked", 403, "Forbidden: bot was kicked from the group chat"],
    [SUPERGROUP, "kicked", 403, "Forbidden: bot was kicked from the supergroup chat"],
    [SUPERGROUP, "left", 403, "Forbidden: bot is not a member of the supergroup chat"],
    [SUPERGROUP, "restricted", 400, "Bad Request: not enough rights to send text messages to the chat"],
    [SUPERGROUP, "stranger", 400, "Bad Request: chat not found"],
    [friend, "kicked", 403, "Forbidden: bot was blocked by the user"],
  ] as const)("in %o as %s it is refused to write", async (chat, standing, code, description) => {
    telegram.text({ chat, from: ANNA, text: "/start" });
    telegram.setStanding(chat, standing, { from: ANNA });
    for (const [method, payload] of [
      ["sendMessage", { text: "x" }],
      ["sendChatAction", { action: "typing" }],
    ] as const) {
      expect(await call(method, { chat_id: chat.id, ...payload })).toEqual(refused(code, description));
    }
    telegram.setStanding(chat, "member", { from: ANNA });
    expect(await call("sendMessage", { chat_id: chat.id, text: "x" })).toMatchObject({ ok: true });
  });

  test("restricted, it may still edit; removed, it may not", async () => {
    telegram.text({ chat: SUPERGROUP, from: ANNA, text: "/start" });
    const { message_id } = await say(SUPERGROUP, "an answer");
    const edit = (text: string) => call("editMessageText", { chat_id: SUPERGROUP.id, message_id, text });
    telegram.setStanding(SUPERGROUP, "restricted");
    expect(await edit("one")).toMatchObject({ ok: true });
    telegram.setStanding(SUPERGROUP, "kicked");
    expect(await edit("two")).toMatchObject({ error_code: 403 });
  });

  test("is told when it changes, and by whom", async () => {
    telegram.setStanding(GROUP, "member", { from: ANNA });
    telegram.setStanding(GROUP, "kicked", { from: BORIS });
    telegram.text({ chat: GROUP, from: ANNA, text: "/ask who?" });
    expect(await call("getUpdates")).toMatchObject({
      result: [
        {
          my_chat_member: {
            from: ANNA,
            old_chat_member: { status: "left" },
            new_chat_member: { status: "member" },
          },
        },
        { message: { chat: GROUP, from: ANNA, new_chat_members: [{ username: "story_bot" }] } },
        {
          my_chat_member: {
            from: BORIS,
            old_chat_member: { status: "member" },
            new_chat_member: { status: "kicked" },
          },
        },
      ],
    });
  });

  test("is told by getChatMember, and who the administrators are", async () => {
    telegram.setStanding(GROUP, "restricted");
    telegram.text({ chat: GROUP, from: ANNA, text: "hello" });
    telegram.promote(GROUP, BORIS);
    const status = (user_id: number) => call("getChatMember", { chat_id: GROUP.id, user_id });
    expect(await status(1000)).toMatchObject({ result: { status: "restricted", can_send_messages: false } });
    expect(await status(BORIS.id)).toMatchObject({ result: { status: "administrator", user: BORIS } });
    expect(await status(ANNA.id)).toMatchObject({ result: { status: "member", user: ANNA } });
    expect(await status(4711)).toEqual(refused(400, "Bad Request: member not found"));
    expect(await call("getChatAdministrators", { chat_id: GROUP.id })).toMatchObject({
      result: [{ status: "administrator", user: BORIS }],
    });
    expect(await call("getChatMember", { chat_id: GROUP.id })).toEqual(
      refused(400, "Bad Request: invalid user_id specified"),
    );
  });
});

describe("threads and topics", () => {
  test("a topic is kept by replies, and by messages that name it", async () => {
    const topic = telegram.topic(FORUM, "The strike", { from: ANNA });
    const asked = telegram.text({ topic, from: ANNA, text: "/ask who?" });
    const place = { message_thread_id: topic.message_id, is_topic_message: true };
    expect(asked).toMatchObject({
      ...place,
      reply_to_message: { forum_topic_created: { name: "The strike" } },
    });
    const reply_parameters = { message_id: asked.message_id, allow_sending_without_reply: true };
    const answer = await say(FORUM, "an answer", { reply_parameters });
    expect(answer).toMatchObject(place);
    expect(telegram.text({ replyTo: answer, from: BORIS, text: "and when?" })).toMatchObject(place);
    expect(await say(FORUM, "x", { message_thread_id: topic.message_id })).toMatchObject(place);
    telegram.delete(asked);
    expect(await say(FORUM, "too late", { reply_parameters })).not.toHaveProperty("message_thread_id");
  });

  test("a closed topic is refused to all but administrators", async () => {
    const topic = telegram.topic(FORUM, "The strike", { from: ANNA });
    telegram.closeTopic(topic, { from: ANNA });
    const payload = { chat_id: FORUM.id, text: "x", message_thread_id: topic.message_id };
    expect(await call("sendMessage", payload)).toEqual(refused(400, "Bad Request: TOPIC_CLOSED"));
    telegram.setStanding(FORUM, "administrator");
    expect(await call("sendMessage", payload)).toMatchObject({ ok: true });
  });

  test("chatter in a topic is no reply to the bot", async () => {
    const topic = telegram.topic(FORUM, "The strike", { from: ANNA });
    expect(await reaches(telegram.text({ topic, from: ANNA, text: "hello" }))).toBe(false);
  });

  test("a thread of replies in another supergroup is no topic", async () => {
    const asked = telegram.text({ chat: SUPERGROUP, from: ANNA, text: "/ask who?" });
    const answer = await say(SUPERGROUP, "an answer", { reply_parameters: { message_id: asked.message_id } });
    const reply = telegram.text({ replyTo: answer, from: BORIS, text: "and when?" });
    expect(reply).toMatchObject({ message_thread_id: asked.message_id });
    expect(reply).not.toHaveProperty("is_topic_message");
    const send = (message_thread_id: number) =>
      call("sendMessage", { chat_id: SUPERGROUP.id, text: "x", message_thread_id });
    expect(await send(asked.message_id)).toEqual(
      refused(400, "Bad Request: message thread is not a forum topic thread"),
    );
    expect(await send(99)).toEqual(refused(400, "Bad Request: message thread not found"));
  });

  test("a reply in a basic group has no thread", () => {
    const hello = telegram.text({ chat: GROUP, from: ANNA, text: "hello" });
    expect(telegram.text({ replyTo: hello, text: "hi" })).not.toHaveProperty("message_thread_id");
  });
});

test("a group that has become a supergroup is refused with the new chat's id", async () => {
  telegram.text({ chat: GROUP, from: ANNA, text: "/ask who?" });
  const supergroup = telegram.upgrade(GROUP, { from: ANNA });
  expect(await call("getUpdates")).toMatchObject({
    result: [
      { message: { chat: GROUP } },
      { message: { chat: GROUP, migrate_to_chat_id: supergroup.id } },
      { message: { chat: supergroup, migrate_from_chat_id: GROUP.id } },
    ],
  });
  expect(await call("sendMessage", { chat_id: GROUP.id, text: "x" })).toEqual({
    ...refused(400, "Bad Request: group chat was upgraded to a supergroup chat"),
    parameters: { migrate_to_chat_id: supergroup.id },
  });
  expect(await call("sendMessage", { chat_id: supergroup.id, text: "x" })).toMatchObject({ ok: true });
  expect(() => telegram.text({ chat: GROUP, text: "still here?" })).toThrow("has become a supergroup");
});

test("a reply may mark words", async () => {
  const hello = telegram.text({ chat: GROUP, from: ANNA, text: "one two three" });
  const quote = { text: "two", position: 4, is_manual: true } as const;
  telegram.text({ replyTo: hello, quote, from: READER, text: "/check@story_bot" });
  expect(await call("getUpdates")).toMatchObject({
    result: [{ message: { quote, reply_to_message: { text: "one two three" } } }],
  });
});
