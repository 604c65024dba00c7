import type { Message, User } from "grammy/types";
import { describe, expect, it, test } from "vitest";
import { type Asked, askedIn, questionIn, repliedWords } from "../../src/telegram/asked.js";
import { inReplyTo } from "./chats.js";
import { detectedEntities } from "./detected-entities.js";
import { MEDIA } from "./media.js";
import { BOT, FORUM, GROUP, person, privateChat, READER } from "./people.js";

const ANNA = person(2101, "Anna");
const OTHER_BOT: User = { id: 900, is_bot: true, first_name: "Dice", username: "other_bot" };

/** The account under which Telegram shows whoever writes as the group itself. */
const GROUP_BOT: User = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

function message(content: Partial<Message>): Message {
  return { message_id: 5, date: 1_800_000_000, chat: GROUP, from: ANNA, ...content };
}

function text(words: string, content: Partial<Message> = {}): Message {
  return message({ text: words, entities: detectedEntities(words), ...content });
}

const mine = inReplyTo(text("The harbour was closed.", { from: BOT }));
const annas = inReplyTo(text("When was the harbour closed?"));
const inPrivate = { chat: privateChat(READER), from: READER };

const nothing: Asked = { kind: "nothing" };
const question = (words: string) => expect.objectContaining({ kind: "text", text: words });
const command = (name: string, words = "") => ({ kind: "command", name, words });

const cases: [string, Message, unknown][] = [
  ["a command of a group", text("/ask when?"), command("ask", "when?")],
  ["a command with the bot's name, in other letters", text("/Ask@Story_Bot when?"), command("ask", "when?")],
  ["a command for another bot", text("/ask@other_bot when?"), nothing],
  ["a command that the bot does not know", text("/roll 6"), nothing],
  ["the same with the bot's name", text("/roll@story_bot 6"), nothing],
  ["the same in private", text("/roll 6", inPrivate), command("help")],
  ["a command for another bot in private", text("/ask@other_bot when?", inPrivate), nothing],
  ["a command in the middle", text("try /ask when?"), nothing],
  ["talk", text("When was the harbour closed?"), nothing],
  ["talk with somebody", text("When?", annas), nothing],
  ["a reply to the bot", text("And when?", mine), question("And when?")],
  ["a sticker in reply to the bot", message({ ...MEDIA.sticker, ...mine }), nothing],
  [
    "a photo with a caption in reply to the bot",
    message({ ...MEDIA.photo, caption: "And when?", ...mine }),
    question("And when?"),
  ],
  ["the bot's name first", text("@story_bot when was it?"), question("when was it?")],
  ["the bot's name last", text("When was it, @Story_Bot?"), question("When was it?")],
  ["the bot's name alone", text("@story_bot"), question("")],
  ["talk about the bot", text("I asked @story_bot when it was, didn't I?"), nothing],
  ["the bot's name last without a question", text("I like @story_bot"), nothing],
  ["another bot's name", text("@other_bot when was it?"), nothing],
  ["the bot's name in private", text("@story_bot when was it?", inPrivate), question("when was it?")],
  ["another bot's command", text("/ask when?", { from: OTHER_BOT }), nothing],
  ["another bot in reply to the bot", text("And when?", { from: OTHER_BOT, ...mine }), nothing],
  [
    "whoever writes as the group",
    text("/ask when?", { from: GROUP_BOT, sender_chat: GROUP }),
    command("ask", "when?"),
  ],
  [
    "a post of the channel that is discussed in the group",
    text("/ask when?", {
      sender_chat: { id: -9, type: "channel", title: "News" },
      is_automatic_forward: true,
    }),
    nothing,
  ],
  ["what was sent through the bot", text("The harbour was closed.", { via_bot: BOT, ...mine }), nothing],
  ["a voice message in private", message({ ...MEDIA.voice, ...inPrivate }), { kind: "wordless" }],
  ["a service message", message({ ...inPrivate, migrate_to_chat_id: -9 }), nothing],
];

test.each(cases)("%s", (_, asked, expected) => {
  expect(askedIn(asked, BOT)).toEqual(expected);
});

describe("the question that a message holds", () => {
  it("has neither command nor name", () => {
    expect(questionIn(text("/ask@story_bot when?"), BOT)).toBe("when?");
    expect(questionIn(text("@story_bot, when?"), BOT)).toBe("when?");
    expect(questionIn(text("/ask"), BOT)).toBeNull();
  });
});

describe("the words that are replied to", () => {
  const marked = { text: "the harbour", position: 9 };

  it("are what is marked, or all", () => {
    expect(repliedWords(text("/check", { ...annas, quote: { ...marked, is_manual: true } }), BOT)).toBe(
      "the harbour",
    );
    expect(repliedWords(text("/check", { ...annas, quote: marked }), BOT)).toBe(
      "When was the harbour closed?",
    );
  });

  it("are what Telegram shows of them where the message stands in another chat", () => {
    expect(repliedWords(text("/check", { quote: marked }), BOT)).toBe("the harbour");
  });

  it("are of the bot's own answer what it quotes", () => {
    const answer = message({
      from: BOT,
      text: "It says:\nThe harbour was closed on Monday.\n— Jane Roe",
      entities: [{ type: "blockquote", offset: 9, length: 33 }],
    });
    expect(repliedWords(text("/check", inReplyTo(answer)), BOT)).toBe("The harbour was closed on Monday.");
    const others = { ...answer, from: { id: 5, is_bot: false, first_name: "Anna" } };
    expect(repliedWords(text("/check", inReplyTo(message(others))), BOT)).toBe(answer.text);
  });

  it("are none where a topic's first message is all that is replied to", () => {
    const topic = message({ chat: FORUM, forum_topic_created: { name: "Harbour", icon_color: 1 } });
    expect(repliedWords(text("/ask", { chat: FORUM, ...inReplyTo(topic) }), BOT)).toBe("");
  });
});
