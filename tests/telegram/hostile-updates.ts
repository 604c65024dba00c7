import fc from "fast-check";
import type { Chat, Message, MessageEntity, Update, User } from "grammy/types";
import { passageKey, storiesKey } from "../../src/telegram/views/passage-key.js";
import { HOSTILE_STORIES } from "./hostile-stories.js";
import { hostileText } from "./hostile-texts.js";
import { BOT, FORUM, GROUP, person, privateChat, SUPERGROUP } from "./people.js";

const anywhere = fc.oneof(
  fc.integer({ min: -5, max: 60 }),
  fc.constantFrom(0, 0, 1, 4095, 4096, 1e9, -1e9, 0.5),
);

const entity: fc.Arbitrary<MessageEntity> = fc.record({
  type: fc.constantFrom("bot_command", "mention", "bold", "blockquote", "code", "url", "hashtag"),
  offset: anywhere,
  length: anywhere,
});
const entities = fc.array(entity, { maxLength: 5 });

/** Few, so that messages, their edits and their chats meet. */
const id = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 2 ** 31, 2 ** 52 - 1, -(10 ** 12)) },
);
const user: fc.Arbitrary<User> = fc.tuple(id, hostileText, fc.boolean()).map(([number, name, is_bot]) => ({
  ...person(number, name),
  is_bot,
}));
const reader = id.map((number) => person(number, "Reader"));
const chat: fc.Arbitrary<Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat> = fc.oneof(
  { weight: 10, arbitrary: reader.map(privateChat) },
  { weight: 2, arbitrary: fc.constantFrom(GROUP, SUPERGROUP, FORUM) },
);

/** What stands for passages and lists in buttons: those of the stories, and others. */
const key = fc.oneof(
  fc.constantFrom(
    ...HOSTILE_STORIES.flatMap((story) => [
      storiesKey([story]),
      ...story.sentences.map((one) => passageKey(story, one)),
    ]),
    storiesKey(HOSTILE_STORIES),
  ),
  fc.string({ unit: fc.constantFrom(..."aZ09-_"), minLength: 4, maxLength: 14 }),
);

/** Data of buttons: what a button of the bot holds, near it, and up to 64 bytes of anything. */
const callbackData = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(..."ccppotnqsdwrxz_"),
        key,
        fc.constantFrom(".0", ".1", ".2", ".0^", ".1:", ".0:", "", ".9", ".10", ".999999", ".-1"),
        hostileText,
      )
      .map(
        ([letter, rest, from, text]) =>
          `${letter}${rest}${from}${from.endsWith(":") ? text.slice(0, 40) : ""}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("utf8")),
  },
  { weight: 1, arbitrary: hostileText.map((text) => text.slice(0, 64)) },
);

const button = callbackData.map((data) => ({ text: "…", callback_data: data }));

/** What may stand in a message beside its text; each is often missing. */
const extras = fc.record(
  {
    entities,
    caption_entities: entities,
    quote: fc.record(
      { text: hostileText, position: anywhere, is_manual: fc.constant(true as const) },
      { requiredKeys: ["text", "position"] },
    ),
    via_bot: user,
    sender_chat: fc.constant(SUPERGROUP),
    is_automatic_forward: fc.constant(true as const),
    is_topic_message: fc.constant(true as const),
    message_thread_id: id,
    forward_origin: fc.record({
      type: fc.constant("hidden_user" as const),
      sender_user_name: hostileText,
      date: fc.constant(0),
    }),
    sticker: fc.constant(JSON.parse('{"file_id":"x","type":"regular"}')),
    edit_date: id,
  },
  { requiredKeys: [] },
);

const words = fc.oneof(
  { weight: 6, arbitrary: hostileText.map((text) => ({ text })) },
  { weight: 1, arbitrary: hostileText.map((caption) => ({ caption })) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const single: fc.Arbitrary<Message & Update.NonChannel> = fc
  .tuple(
    words,
    fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extras }),
    chat,
    fc.oneof({ weight: 6, arbitrary: reader }, { weight: 1, arbitrary: user }),
    id,
  )
  .map(([content, beside, where, from, message_id]) => ({
    message_id,
    date: Math.floor(Date.now() / 1000),
    chat: where,
    from,
    ...beside,
    ...content,
  }));

const replied = fc
  .tuple(single, fc.array(fc.array(button, { maxLength: 3 }), { maxLength: 2 }), fc.boolean())
  .map(([message, inline_keyboard, isOwn]) => ({
    ...message,
    ...(isOwn ? { from: BOT } : {}),
    reply_markup: { inline_keyboard },
    reply_to_message: undefined,
  }));

const message = fc
  .tuple(single, fc.option(replied, { freq: 3, nil: undefined }))
  .map(([one, reply_to_message]) => (reply_to_message ? { ...one, reply_to_message } : one));

const press = fc
  .tuple(reader, callbackData, fc.constantFrom("here", "gone", "inline"), message)
  .map(([from, data, place, own]) => ({
    id: "1",
    from,
    chat_instance: "1",
    data,
    ...(place === "inline" ? { inline_message_id: "AAAAAA" } : {}),
    ...(place === "here" ? { message: { ...own, from: BOT } } : {}),
    ...(place === "gone"
      ? { message: { chat: own.chat, message_id: own.message_id, date: 0 as const } }
      : {}),
  }));

/** An update without its number, as no honest Telegram sends it. */
export const hostileUpdate: fc.Arbitrary<Omit<Update, "update_id">> = fc.oneof(
  { weight: 12, arbitrary: message.map((one) => ({ message: one })) },
  { weight: 2, arbitrary: message.map((one) => ({ edited_message: { ...one, edit_date: one.date } })) },
  { weight: 3, arbitrary: press.map((callback_query) => ({ callback_query })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(reader, hostileText, fc.oneof(hostileText, fc.constantFrom("", "10", "999", "-1", "1e9")))
      .map(([from, query, offset]) => ({
        inline_query: { id: "1", from, query: query.slice(0, 256), offset },
      })),
  },
  { weight: 2, arbitrary: message.map((one) => ({ guest_message: { ...one, guest_query_id: "1" } })) },
  { weight: 1, arbitrary: fc.json().map((json) => JSON.parse(`{"hologram":${json}}`)) },
);
