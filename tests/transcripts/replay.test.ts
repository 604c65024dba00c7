import type { Update } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { callMethod } from "../telegram/call-method.js";
import { FakeTelegram } from "../telegram/fake-telegram.js";
import { replay } from "./replay.js";
import { parseTranscript } from "./transcript.js";

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await FakeTelegram.start({ supports_inline_queries: true, supports_guest_queries: true });
});

afterEach(async () => {
  await telegram.close();
});

/** Lets a bot of a few lines take part until the server closes. */
async function withBot(react: (update: Update) => Promise<unknown>): Promise<void> {
  for (let offset = 0; ; ) {
    const answer = await callMethod(telegram, "getUpdates", { offset, timeout: 30 });
    for (const update of updatesIn(answer)) {
      await react(update);
      offset = update.update_id + 1;
    }
  }
}

function updatesIn(answer: unknown): Update[] {
  const holds = (value: unknown): value is { result: Update[] } =>
    typeof value === "object" && value !== null && "result" in value;
  return holds(answer) ? answer.result : [];
}

/** Plays a conversation, with what a bot does in it, and compares it with itself. */
async function plays(conversation: string, react: (update: Update) => Promise<unknown>): Promise<void> {
  void withBot(react).catch(() => {});
  expect(await replay(parseTranscript(conversation), telegram, true)).toBe(conversation);
}

const call = (method: string, payload: object) => callMethod(telegram, method, payload);

test("presses, edits, deletions, replies", async () => {
  const reply_markup = {
    inline_keyboard: [
      [
        { text: "More", callback_data: "more" },
        { text: "Nothing", callback_data: "nothing" },
      ],
    ],
  };
  const conversation = `reader: first

  bot, replying:
    heard first
    buttons: [More] [Nothing]

reader: second
| line

  bot, replying:
    heard second
    line
    buttons: [More] [Nothing]

reader presses [More]

  bot edits message 4:
    more

  notice: Here it is.

reader presses [More] under "heard f…"

  bot edits message 2:
    more

  notice: Here it is.

reader edits "first": third

  bot, replying:
    edited third

reader deletes "third"

reader: /silent

reader, replying to the bot at "third": why?

  bot, replying:
    heard why? at third
    buttons: [More] [Nothing]

reader presses [Nothing]

  the press is not answered

reader (photo): a caption

reader (forwarded): from elsewhere

  bot, replying:
    heard from elsewhere, forwarded
    buttons: [More] [Nothing]
`;
  await plays(conversation, async ({ message, edited_message, callback_query: press }) => {
    if (press?.data === "more") {
      const { message_id, chat } = press.message ?? {};
      await call("editMessageText", { chat_id: chat?.id, message_id, text: "more" });
      await call("answerCallbackQuery", { callback_query_id: press.id, text: "Here it is." });
    }
    const asked = message ?? edited_message;
    if (asked?.text === undefined || asked.text === "/silent") return;
    const quote = asked.quote ? ` at ${asked.quote.text}` : "";
    const origin = asked.forward_origin ? ", forwarded" : "";
    await call("sendMessage", {
      chat_id: asked.chat.id,
      text: `${edited_message ? "edited" : "heard"} ${asked.text}${quote}${origin}`,
      reply_parameters: { message_id: asked.message_id },
      ...(edited_message ? {} : { reply_markup }),
    });
  });
});

test("several people in groups, topics and chats where the bot is not welcome", async () => {
  const conversation = `# Anna and Boris talk.
chat: group

anna: hello

boris: /ask who?

  bot, replying:
    /ask who? in Readers

anna, replying to the bot: and when?

  bot, replying:
    and when? in Readers

anna (anonymously): /ask me?

  bot, replying:
    /ask me? in Readers

anna, replying to boris: /check@story_bot

  bot, replying:
    /check@story_bot in Readers

anna makes it a supergroup

boris: /ask here?

  bot, replying:
    /ask here? in Readers

chat: private
boris: hello

  bot, replying:
    hello in private

chat: forum, topic On strike
anna (photo): /ask why?

  bot, replying:
    /ask why? in Readers by topic

boris removes the bot

anna: /ask again?

anna adds the bot

anna: /stray

  bot, in another topic:
    /stray in Readers by topic

chat: group without the bot
anna: /ask nobody?
`;
  await plays(conversation, async ({ message }) => {
    if (message === undefined) return;
    const { chat, message_id } = message;
    const text = message.text ?? message.caption;
    if (text === undefined) return;
    const reply_parameters = { message_id, allow_sending_without_reply: true };
    await call("sendMessage", {
      chat_id: chat.id,
      text: `${text} in ${chat.title ?? "private"}`,
      ...(text === "/stray" ? {} : { reply_parameters }),
    });
  });
});

test("inline results, guests and links into the private chat", async () => {
  const conversation = `chat: supergroup without the bot
anna (inline): wh

  no results:
    button: [Ask in private](start=ask)

anna (inline): who

  results:
    1 first
      about \\ it
    2 second
    more to scroll to

anna scrolls on

  results:
    1 third
      about \\ it

anna chooses 1

  anna, via the bot:
    *third*
    buttons: [More] [Share](https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fstory_bot%3Fstart%3Dthird)

boris presses [More]

  bot edits message 1:
    more

  notice: Here it is.

boris: @story_bot who?

  bot:
    *guest*
    buttons: [More] [Share](https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fstory_bot%3Fstart%3Dguest)

anna opens [Share]

  bot, replying:
    /start guest
    asks for a reply: And now?

boris opens t.me/story_bot?start=x

  bot, replying:
    /start x
    asks for a reply: And now?

chat: private
anna: /ask

  bot, replying:
    /ask
    asks for a reply: And now?
`;
  const article = (text: string, description = "about\nit") => ({
    type: "article",
    id: text,
    title: text,
    description,
    input_message_content: {
      message_text: text,
      entities: [{ type: "bold", offset: 0, length: text.length }],
    },
    reply_markup: {
      inline_keyboard: [
        [
          { text: "More", callback_data: "more" },
          {
            text: "Share",
            url: `https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fstory_bot%3Fstart%3D${text}`,
          },
        ],
      ],
    },
  });
  await plays(conversation, async (update) => {
    const { message, inline_query: typed, callback_query: press, guest_message: called } = update;
    if (typed) {
      const inline_query_id = typed.id;
      const results =
        typed.query.length < 3
          ? []
          : typed.offset === ""
            ? [article("first"), article("second", "")]
            : [article("third")];
      const more = typed.offset === "" && results.length > 0 ? { next_offset: "2" } : {};
      const button = results.length > 0 ? {} : { button: { text: "Ask in private", start_parameter: "ask" } };
      await call("answerInlineQuery", { inline_query_id, results, ...more, ...button });
    }
    if (press) {
      await call("editMessageText", { inline_message_id: press.inline_message_id, text: "more" });
      await call("answerCallbackQuery", { callback_query_id: press.id, text: "Here it is." });
    }
    if (called) {
      await call("answerGuestQuery", { guest_query_id: called.guest_query_id, result: article("guest") });
    }
    if (message) {
      await call("sendMessage", {
        chat_id: message.chat.id,
        text: message.text,
        reply_parameters: { message_id: message.message_id },
        reply_markup: { force_reply: true, input_field_placeholder: "And now?" },
      });
    }
  });
});

test.each([
  ["reader (whistle):", "nothing is sent in the form (whistle)"],
  ["reader presses [More]", "no message has a button [More]"],
  ['reader, replying to "x": hello', 'there is no message of "x"'],
  ["reader, replying to anna: hello", "there is no message of anna"],
  ["reader scrolls on", "no inline query was answered"],
  ["reader opens [Share]", "no message has a button [Share]"],
  ['reader: hello\nreader, replying to reader at "x": hi', 'the message does not hold "x"'],
])("%j cannot be played", async (conversation, reason) => {
  const playing = plays(conversation, async () => {});
  await expect(playing).rejects.toThrow(reason);
});
