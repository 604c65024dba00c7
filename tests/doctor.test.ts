import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Config } from "../src/config.js";
import { doctor } from "../src/doctor.js";
import { callMethod } from "./telegram/call-method.js";
import { FakeTelegram } from "./telegram/fake-telegram.js";
import { FAULTS } from "./telegram/faults.js";
import { ADVISED } from "./telegram/people.js";

const STORY = "---\npublisher: Harbour Daily\n---\nThe harbour was closed on Monday.\n";
const WEBHOOK = { url: "https://bot.example/secret-path", path: "/secret-path", secret: "s" };

let folder = "";
let telegram: FakeTelegram;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-"));
  for (const name of ["good", "faulty", "empty"]) await mkdir(join(folder, name));
  await writeFile(join(folder, "good/harbour.md"), STORY);
  await writeFile(join(folder, "faulty/harbour.md"), STORY);
  await writeFile(join(folder, "faulty/wrong.md"), "---\npublisher: \ncolour: red\n---\nIt rained.\n");
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  telegram = await FakeTelegram.start(ADVISED);
});
afterEach(() => telegram.close());

/** What is said, and the exit code; no line may hold the token. */
async function examined(differently: Partial<Config> = {}, corpus = "good") {
  const config: Config = {
    botToken: telegram.token,
    corpusFolder: join(folder, corpus),
    telegramApiRoot: telegram.apiRoot,
    questionsPerMinute: 30,
    http: undefined,
    questionsLog: undefined,
    logLevel: "info",
    ...differently,
  };
  const lines: string[] = [];
  const code = await doctor(config, async (line) => void lines.push(line));
  const said = lines.join("\n").replaceAll(folder, "FOLDER");
  expect(said).not.toContain(telegram.token.split(":")[1]);
  return { code, said };
}

test("all is well: one line for each thing, and nothing is changed", async () => {
  const { host } = new URL(telegram.apiRoot);
  expect(await examined()).toEqual({
    code: 0,
    said: [
      "ok      corpus: 1 story in FOLDER/good, no fault",
      `ok      Telegram: can be reached, over ${host}`,
      "ok      token: taken; the bot is @story_bot",
      "ok      settings: on: inline mode, guest mode, joining groups, group privacy",
      "ok      webhook: none; the bot asks for updates itself",
      "ok      updates: none waits",
    ].join("\n"),
  });
  expect(telegram.calls.map(({ method }) => method)).toEqual(["getMe", "getWebhookInfo"]);
});

describe("the corpus", () => {
  test.each([
    ["faulty", 1, /^wrong {3}corpus: FOLDER\/faulty\/wrong\.md:3: colour: .*\n {8}|.*Mend the lines above/m],
    ["empty", 1, /^wrong {3}corpus: there is no story in FOLDER\/empty\n {8}Put a story file there/],
    ["nowhere", 2, /^wrong {3}corpus: .*FOLDER\/nowhere does not exist\n {8}Set CORPUS_DIR/],
  ])("%s: %d, and Telegram is asked all the same", async (corpus, code, words) => {
    const outcome = await examined({}, corpus);
    expect(outcome.code).toBe(code);
    expect(outcome.said).toMatch(words);
    expect(outcome.said).toContain("ok      token:");
  });
});

describe("the token", () => {
  test("none: 2, and where to get one", async () => {
    const { code, said } = await examined({ botToken: undefined });
    expect(code).toBe(2);
    expect(said).toMatch(/^wrong {3}token: none.*\n {8}Send @BotFather \/newbot .*BOT_TOKEN=/m);
    expect(telegram.calls).toEqual([]);
  });

  test("refused: 2, and it is not shown", async () => {
    const { code, said } = await examined({ botToken: "1000:SOME-other-token" });
    expect(code).toBe(2);
    expect(said).toMatch(/^wrong {3}token: refused\n {8}Send @BotFather \/token/m);
    expect(said).not.toContain("SOME-other");
  });

  test("unreachable: 1 after some attempts, with what the system says", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    try {
      let outcome: { readonly code: number; readonly said: string } | undefined;
      const running = examined({ telegramApiRoot: "http://127.0.0.1:1" }).then((value) => {
        outcome = value;
      });
      while (outcome === undefined) {
        await vi.advanceTimersByTimeAsync(100);
        await new Promise(setImmediate);
      }
      await running;
      expect(outcome.code).toBe(1);
      expect(outcome.said).toMatch(
        /^wrong {3}Telegram: .*\(ECONNREFUSED\), over 127\.0\.0\.1:1\n {8}.*TELEGRAM_API_ROOT/m,
      );
    } finally {
      vi.useRealTimers();
    }
  });

  test("where a server answers that is no Bot API server", async () => {
    telegram.fail("getMe", FAULTS.refused(404, "Not Found"));
    const { code, said } = await examined();
    expect(code).toBe(2);
    expect(said).toContain("Where TELEGRAM_API_ROOT is set, see that it is right.");
  });
});

test("a fresh bot: what does not work yet, which is no fault", async () => {
  const fresh = await FakeTelegram.start();
  const { code, said } = await examined({ telegramApiRoot: fresh.apiRoot });
  await fresh.close();
  expect(code).toBe(0);
  expect(said).toMatch(/^advice {2}inline mode: off: .*\n {8}Send @BotFather \/setinline/m);
  expect(said).toMatch(/^advice {2}guest mode: off: .*\n {8}Open @BotFather's mini app/m);
});

describe("the webhook", () => {
  const http = { host: "127.0.0.1", port: 8080, webhook: WEBHOOK };

  /** Lines on webhook and updates; never more of an address than its host. */
  async function ofWebhook(config: Partial<Config> = {}): Promise<string> {
    const { code, said } = await examined(config);
    expect(code).toBe(0);
    expect(said).not.toContain("secret-path");
    return said.slice(said.indexOf("webhook:") - 8);
  }

  test("set, though the bot would poll; what waits is counted", async () => {
    await callMethod(telegram, "setWebhook", { url: WEBHOOK.url });
    const said = await ofWebhook();
    expect(said).toMatch(
      /^advice {2}webhook: set, to bot\.example, though WEBHOOK_URL is not\n {8}.*removes/,
    );
    expect(said).toContain("ok      updates: none waits");
  });

  test("not set, though WEBHOOK_URL is", async () => {
    telegram.text({ text: "When was the harbour closed?" });
    const said = await ofWebhook({ http });
    expect(said).toMatch(/^advice {2}webhook: not set, though WEBHOOK_URL is\n/);
    expect(said).toContain("ok      updates: 1 waits for the bot");
  });

  test("set to another address", async () => {
    await callMethod(telegram, "setWebhook", { url: "https://other.example/secret-path" });
    expect(await ofWebhook({ http })).toMatch(
      /^advice {2}webhook: set, to other\.example and not to WEBHOOK_URL\n/,
    );
  });

  test("set as it should be, and the last error in delivering", async () => {
    await callMethod(telegram, "setWebhook", { url: WEBHOOK.url });
    telegram.text({ text: "When was the harbour closed?" });
    await telegram.until(() => telegram.deliveryError);
    const said = await ofWebhook({ http });
    expect(said).toMatch(
      /^ok {6}webhook: set, to WEBHOOK_URL\nadvice {2}webhook: Telegram could not deliver an update at \d{4}-.*Z: Connection refused\n/,
    );
  });

  test("not known, where Telegram does not tell", async () => {
    telegram.fail("getWebhookInfo", FAULTS.refused(400, "Bad Request"));
    const { code, said } = await examined();
    expect(code).toBe(1);
    expect(said).toContain("wrong   webhook: not known: Bad Request");
  });
});
