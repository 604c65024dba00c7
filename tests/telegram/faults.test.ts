import type { User } from "grammy/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Exit, startBot } from "./bot-process.js";
import { cleanLog, LEVEL, type LogLine } from "./clean-logs.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS, type Fault } from "./faults.js";
import { ADVISED } from "./people.js";

const QUESTION = "When was Sputnik raided?";

const SUPERGROUP = { id: -1_007_300_000_000, type: "supergroup", title: "Readers" } as const;

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
  ["an answer without a result", FAULTS.carriedOutThenGarbled('{"ok":true}'), 1, 1],
  ["a refusal without a reason", FAULTS.carriedOutThenGarbled('{"ok":false}'), 1, 1],
  ["an answer that takes a second", FAULTS.slow(1000), 1, 1],
  ["a group that has become a supergroup", movedTo(SUPERGROUP.id), 0, 1],
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

const TWICE = "an update that comes twice";
const OUTAGE = "polls that fail";
const CONFLICT = "another instance for a moment";
const PRESSED = "a press whose edit and answer are refused";

describe("one bot that meets every fault", () => {
  let telegram: FakeTelegram;
  let exit: Exit;
  let log: readonly LogLine[];
  const readers = new Map<string, User>();

  function readerOf(what: string): User {
    const reader = readers.get(what) ?? { id: FIRST_ID + readers.size, is_bot: false, first_name: "Reader" };
    readers.set(what, reader);
    return reader;
  }
  const chatOf = (what: string) => readerOf(what).id;
  const seenBy = (what: string) =>
    telegram.messages(chatOf(what)).filter(({ from }) => from?.is_bot === true);
  const callsFor = (what: string) =>
    telegram.calls.filter(
      ({ method, payload }) => method === "sendMessage" && payload.chat_id === chatOf(what),
    );
  const ask = (what: string) => telegram.text({ from: readerOf(what), text: QUESTION });
  const answered = (what: string) => telegram.until(() => seenBy(what)[0]);

  beforeAll(async () => {
    telegram = await FakeTelegram.start(ADVISED);
    telegram.text({ chat: SUPERGROUP, from: readerOf("somebody in the group"), text: "hello all" });
    const bot = await startBot(telegram, { LOG_LEVEL: "trace" });
    for (const [what, fault] of SENDING) {
      telegram.fail("sendMessage", fault, { chat: chatOf(what) });
      ask(what);
    }
    for (const [code, description] of REFUSED) {
      telegram.fail("sendMessage", FAULTS.refused(code, description), { chat: chatOf(description) });
      ask(description);
    }
    await telegram.faultsMet(SENDING.length + REFUSED.length);
    ask(TWICE);
    await answered(TWICE);
    telegram.again();
    telegram.fail("getUpdates", FAULTS.carriedOutThenBroken());
    telegram.fail("getUpdates", FAULTS.carriedOutThenGarbled('{"ok":false}'));
    ask(OUTAGE);
    await answered(OUTAGE);
    telegram.fail("getUpdates", FAULTS.conflict());
    ask(CONFLICT);
    await answered(CONFLICT);
    ask(PRESSED);
    const answer = await answered(PRESSED);
    telegram.fail("editMessageText", FAULTS.refused(400, "Bad Request: message can't be edited"));
    telegram.fail("answerCallbackQuery", FAULTS.tooMany(1));
    telegram.press(answer, "More context", { from: readerOf(PRESSED) });
    await telegram.faultsMet(SENDING.length + REFUSED.length + 5);
    exit = await bot.stop();
    log = cleanLog(
      exit,
      telegram,
      [...readers.values()].map(({ id }) => id),
    );
  }, 30_000);

  afterAll(() => telegram.close());

  test.each(SENDING)("%s", (what, _, seen, calls) => {
    expect(callsFor(what)).toHaveLength(calls);
    const messages = seenBy(what);
    expect(messages).toHaveLength(seen);
    for (const { text } of messages) expect(text).toContain("June 30");
  });

  test.each(REFUSED)("%d %s", (code, description, expected) => {
    expect(callsFor(description)).toHaveLength(1);
    expect(seenBy(description)).toEqual([]);
    const beginning = description.split(/\d|'/)[0];
    const lines = log.filter((line) => line.code === code && String(line.reason).startsWith(`${beginning}`));
    expect(lines).toMatchObject([
      {
        method: "sendMessage",
        level: expected ? LEVEL.info : LEVEL.error,
        msg: "an update could not be answered",
      },
    ]);
  });

  test("the moved group gets its answer where it is now", () => {
    expect(telegram.messages(SUPERGROUP.id).filter(({ from }) => from?.is_bot)).toHaveLength(1);
  });

  test("an update that comes twice is answered once", () => {
    expect(callsFor(TWICE)).toHaveLength(1);
  });

  test("failed polls and a moment's conflict are told once each, and get over", () => {
    const said = log.filter(({ level, msg }) => level === LEVEL.warn || msg === "updates are fetched again");
    expect(said.map(({ msg }) => msg)).toEqual([
      "updates cannot be fetched; trying again",
      "updates are fetched again",
      "another instance of this bot fetches its updates: stop one of the two",
      "updates are fetched again",
    ]);
  });

  test("a press is answered once where its message cannot be edited, and not again when that is refused", () => {
    const methods = telegram.calls.map(({ method }) => method);
    expect(methods.filter((method) => method === "editMessageText")).toHaveLength(1);
    expect(methods.filter((method) => method === "answerCallbackQuery")).toHaveLength(1);
  });

  test("the bot lives through all of it, finishes what is under way and ends with 0", () => {
    expect(exit.code).toBe(0);
    expect(log.at(-1)).toMatchObject({ msg: "stopped" });
  });
});
