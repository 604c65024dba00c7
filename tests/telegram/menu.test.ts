import { Api } from "grammy";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MENUS, syncMenu } from "../../src/telegram/menu.js";
import { FakeTelegram } from "./fake-telegram.js";
import { FAULTS } from "./faults.js";

let telegram: FakeTelegram;
let api: Api;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});

afterEach(async () => {
  await telegram.close();
});

const calls = () => telegram.calls.map(({ method }) => method);
const changes = () => calls().filter((method) => !method.startsWith("get"));

test("a fresh bot gets descriptions, and commands for private chats and for groups", async () => {
  expect(await syncMenu(api)).toEqual([]);
  expect(changes()).toEqual(["setMyCommands", "setMyCommands", "setMyDescription", "setMyShortDescription"]);
  for (const { scope, commands } of MENUS) expect(await api.getMyCommands({ scope })).toEqual(commands);
  expect(await api.getMyCommands()).toEqual([]);
});

test("what is as it should be is not set again, and the name never", async () => {
  await syncMenu(api);
  const before = changes().length;
  expect(await syncMenu(api)).toEqual([]);
  expect(changes()).toHaveLength(before);
  expect(calls()).not.toContain("setMyName");
});

test("an editor's own descriptions stay; other commands do not", async () => {
  const scope = { type: "all_group_chats" } as const;
  await api.setMyDescription("Ask our paper.");
  await api.setMyShortDescription("Our paper's bot.");
  await api.setMyCommands([{ command: "ask", description: "Old words" }], { scope });
  await syncMenu(api);
  expect(await api.getMyDescription()).toEqual({ description: "Ask our paper." });
  expect(await api.getMyShortDescription()).toEqual({ short_description: "Our paper's bot." });
  expect(await api.getMyCommands({ scope })).toEqual(
    MENUS.find((menu) => menu.scope.type === scope.type)?.commands,
  );
});

test("what cannot be set is named, and the rest is set", async () => {
  telegram.fail("setMyCommands", FAULTS.refused(400, "Bad Request"));
  telegram.fail("getMyDescription", FAULTS.refused(400, "Bad Request"));
  expect(await syncMenu(api)).toEqual(["commands of all_private_chats", "description"]);
  expect(changes()).toEqual(["setMyCommands", "setMyCommands", "setMyShortDescription"]);
});
