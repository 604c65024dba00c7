import type { User } from "grammy/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Exit, startBot } from "./bot-process.js";
import { cleanLog, LEVEL, type LogLine } from "./clean-logs.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS, type Fault } from "./faults.js";

const QUESTION = "When was Sputnik raided?";

/** What a reader sees of an answer whose first sending meets the fault: how many messages, after how many calls. */
const SENDING: [what: string, fault: Fault, seen: number, calls: number][] = [
  ["429", FAULTS.tooMany(1), 1, 2],
  ["429 with a wait of ten minutes", FAULTS.tooMany(600), 0, 1],
  ["500", FAULTS.refused(500, "Internal Server Error"), 1, 2],
  ["500 though it was carried out", FAULTS.carriedOutThenServerError(), 2, 2],
  ["a gateway's page with 502", FAULTS.badGateway(), 1, 2],
  ["a connection that breaks before it is carried out", FAULTS.broken(), 0, 1],
  ["a connection that breaks after it was carried out", FAULTS.carriedOutThenBroken(), 1, 1],
  ["half an answer", FAULTS.carriedOutThenHalfAnswered(), 1, 1],
  ["broken JSON", FAULTS.carriedOutThenGarbled(), 1, 1],
  ["JSON that is no answer", FAULTS.carriedOutThenGarbled("null"), 1, 1],
  ["an answer that takes a second", FAULTS.slow(1000), 1, 1],
  ["a group that has become a supergroup", movedTo(7_300_000_000), 0, 2],
];

/** What Telegram refuses for good; `expected` where the log has it as information only. */
const REFUSED: [code: number, description: string, expected: boolean][] = [
  [403, "Forbidden: bot was blocked by the user", true],
  [403, "Forbidden: user is deactivated", true],
  [403, "Forbidden: bot was kicked from the supergroup chat", true],
  [400, "Bad Request: chat not found", true],
  [400, "Bad Request: message to be replied not found", true],
  [400, "Bad Request: message to edit not found", true],
  [400, "Bad Request: message is not modified: specified new message content is the same", true],
  [400, "Bad Request: not enough rights to send text messages to the chat", true],
  [400, "Bad Request: query is too old and response timeout expired or query ID is invalid", true],
  [400, "Bad Request: TOPIC_CLOSED", true],
  [400, "Bad Request: message thread not found", true],
  [400, "Bad Request: PEER_ID_INVALID", true],
  [400, "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 7", false],
  [400, "Bad Request: MESSAGE_TOO_LONG", false],
  [400, "Bad Request: message text is empty", false],
  [400, "Bad Request: entity URL 'https://rferl.example/a b' is invalid", false],
];

const FIRST_ID = 7_200_000_000;

function movedTo(chat: number): Fault {
  return FAULTS.refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id: chat,
  });
}

describe("one bot that meets every fault", () => {
  let telegram: FakeTelegram;
  let exit: Exit;
  let log: readonly LogLine[];
  const readers = new Map<string, User>();

  const readerOf = (what: string): User => {
    const reader = readers.get(what) ?? {
      id: FIRST_ID + readers.size,
      is_bot: false,
      first_name: "Reader",
    };
    readers.set(what, reader);
    return reader;
  };
  const seenBy = (what: string) =>
    telegram.messages(readerOf(what).id).filter(({ from }) => from?.is_bot === true);
  const callsFor = (what: string) =>
    telegram.calls.filter(
      ({ method, payload }) => method === "sendMessage" && payload.chat_id === readerOf(what).id,
    );

  beforeAll(async () => {
    telegram = await FakeTelegram.start();
    const bot = await startBot(telegram, { LOG_LEVEL: "trace" });
    for (const [what, fault] of SENDING) {
      telegram.fail("sendMessage", fault, { chat: readerOf(what).id });
      telegram.text({ from: readerOf(what), text: QUESTION });
    }
    for (const [code, description] of REFUSED) {
      telegram.fail("sendMessage", FAULTS.refused(code, description), { chat: readerOf(description).id });
      telegram.text({ from: readerOf(description), text: QUESTION });
    }
    await telegram.faultsMet(SENDING.length + REFUSED.length);
    const twice = telegram.text({ from: readerOf("an update that comes twice"), text: QUESTION });
    await telegram.until(() => seenBy("an update that comes twice")[0]);
    telegram.again({ update_id: SENDING.length + REFUSED.length + 1, message: { ...twice, from: twice.from } });
    telegram.fail("getUpdates", FAULTS.broken());
    telegram.fail("getUpdates", FAULTS.badGateway());
    telegram.text({ from: readerOf("polls that fail"), text: QUESTION });
    await telegram.until(() => seenBy("polls that fail")[0]);
    exit = await bot.stop();
    log = cleanLog(exit, telegram, [...readers.values()].map(({ id }) => id));
  }, 30_000);

  afterAll(() => telegram.close());

  test.each(SENDING)("%s", (what, _, seen, calls) => {
    expect(callsFor(what)).toHaveLength(calls);
    const messages = seenBy(what);
    expect(messages).toHaveLength(seen);
    for (const { text } of messages) expect(text).toContain("June 30");
  });

  test.each(REFUSED)("%d %s", (_, description) => {
    expect(callsFor(description)).toHaveLength(1);
    expect(seenBy(description)).toEqual([]);
  });
});
