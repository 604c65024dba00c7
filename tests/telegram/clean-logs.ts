import { expect } from "vitest";
import type { Exit } from "./bot-process.js";
import type { FakeTelegram } from "./fake-telegram.js";

/** A line of the log: pino's fields and those of the bot. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** pino's numbers for its levels. */
export const LEVEL = { info: 30, warn: 40, error: 50, fatal: 60 } as const;

/**
 * The lines of a bot's log, after looking whether they hold nothing that a log must not hold: the token, or of the
 * chats that are given their ids and any three words in a row of their messages.
 */
export function cleanLog(
  { stdout, stderr }: Exit,
  telegram: FakeTelegram,
  chats: readonly number[],
): LogLine[] {
  expect(stdout).toBe("");
  const secret = telegram.token.split(":")[1] ?? "";
  expect(stderr).not.toContain(secret);
  for (const chat of chats) {
    expect(stderr).not.toContain(String(chat));
    for (const { text = "" } of telegram.messages(chat)) {
      const words = text.match(/[\p{L}\d]+/gu) ?? [];
      for (let i = 0; i + 3 <= words.length; i++) {
        expect(stderr).not.toContain(words.slice(i, i + 3).join(" "));
      }
    }
  }
  return stderr.split("\n").filter(Boolean).map(logLine);
}

function logLine(line: string): LogLine {
  const fields: unknown = JSON.parse(line);
  if (typeof fields !== "object" || fields === null) throw new Error(`no line of a log: ${line}`);
  const { level, msg, ...others } = { level: 0, msg: "", ...fields };
  return { ...others, level, msg };
}
