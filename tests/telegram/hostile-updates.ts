import fc from "fast-check";
import type { Chat, Message, MessageEntity, Update, User } from "grammy/types";
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

const id = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.constantFrom(0, -1, 2 ** 31, 2 ** 52 - 1, -(10 ** 12)),
);
const user: fc.Arbitrary<User> = fc.tuple(id, hostileText, fc.boolean()).map(([number, name, is_bot]) => ({
  ...person(number, name),
  is_bot,
}));
const reader = id.map((number) => person(number, "Reader"));
const chat: fc.Arbitrary<Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat> = fc.oneof(
  { weight: 4, arbitrary: reader.map(privateChat) },
  { weight: 2, arbitrary: fc.constantFrom(GROUP, SUPERGROUP, FORUM) },
);

const button = fc
  .oneof(hostileText, fc.constantFrom("cAAAAAAAAA0.0", "pAAAAAAAAA0.0^", "tAAAAA.1"))
  .map((data) => ({
    text: "…",
    callback_data: data,
  }));

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
    fc.oneof(reader, user),
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

/** Data of buttons: what a button of the bot holds, near it, and up to 64 bytes of anything. */
const callbackData = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(..."cpotnqsdwrxz_"),
      fc.string({ unit: fc.constantFrom(..."aZ09-_"), minLength: 4, maxLength: 14 }),
      fc.constantFrom("", ".0", ".1", ".9", ".10", ".999999", ".-1", ".0^", ".1:"),
      hostileText,
    )
    .map(([letter, key, from, text]) => `${letter}${key}${from}${text.slice(0, 40)}`),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("utf8")),
  hostileText.map((text) => text.slice(0, 64)),
);

const press = fc
  .tuple(reader, callbackData, fc.constantFrom("here", "gone", "inline"), message)
  .map(([from, data, place, own]) => ({
    id: "1",
    from,
    chat_instance: "1",
    data,
    ...(place === "inline" ? { inline_message_id: data } : {}),
    ...(place === "here" ? { message: { ...own, from: BOT } } : {}),
    ...(place === "gone"
      ? { message: { chat: own.chat, message_id: own.message_id, date: 0 as const } }
      : {}),
  }));

/** An update without its number, as no honest Telegram sends it. */
export const hostileUpdate: fc.Arbitrary<Omit<Update, "update_id">> = fc.oneof(
  { weight: 8, arbitrary: message.map((one) => ({ message: one })) },
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
