import type { UserFromGetMe } from "grammy/types";
import { pino } from "pino";
import { expect, test } from "vitest";
import { logFlags } from "../../src/telegram/flags.js";
import { LEVEL } from "./clean-logs.js";
import { ADVISED, BOT } from "./people.js";

/** What a bot that getMe tells this of says at its start. */
function said(me: Partial<UserFromGetMe>): { level: number; msg: string }[] {
  const lines: { level: number; msg: string }[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  logFlags({ ...BOT, ...me }, log);
  return lines;
}

test("a bot that is set up as advised says so in one line", () => {
  expect(said(ADVISED)).toMatchObject([
    { level: LEVEL.info, msg: "on: inline mode, guest mode, joining groups, group privacy" },
  ]);
});

test("a fresh bot says that two things do not work, and what to do", () => {
  expect(said({})).toMatchObject([
    { level: LEVEL.warn, msg: expect.stringMatching(/^inline mode is off: .*\/setinline/) },
    { level: LEVEL.warn, msg: expect.stringMatching(/^guest mode is off: .*mini app/) },
  ]);
});

test.each([
  ["group privacy", { can_read_all_group_messages: true }, "/setprivacy"],
  ["joining groups", { can_join_groups: false }, "/setjoingroups"],
])("%s", (name, me, command) => {
  const lines = said({ ...ADVISED, ...me });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.level).toBe(LEVEL.warn);
  expect(lines[0]?.msg).toMatch(`${name} is off: `);
  expect(lines[0]?.msg).toContain(command);
});
