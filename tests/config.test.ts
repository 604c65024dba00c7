import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "config-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The settings, with these lines in `.env` and these variables in the environment. */
async function configOf(envFile: string, real: Record<string, string | undefined>) {
  await writeFile(join(folder, ".env"), envFile);
  return readConfig(real, join(folder, ".env"));
}

const DEFAULTS = {
  botToken: undefined,
  corpusFolder: "corpus",
  telegramApiRoot: undefined,
  http: undefined,
  questionsLog: undefined,
  questionsPerMinute: 30,
  logLevel: "info",
};

test.each([
  ["nothing is set", "", {}, {}],
  [".env alone", "CORPUS_DIR=a\nLOG_LEVEL=debug", {}, { corpusFolder: "a", logLevel: "debug" }],
  ["the environment wins", "CORPUS_DIR=a", { CORPUS_DIR: "b" }, { corpusFolder: "b" }],
  ["an empty variable is unset", "CORPUS_DIR=a", { CORPUS_DIR: "", LOG_LEVEL: " " }, { corpusFolder: "a" }],
  ["an empty line is unset", "CORPUS_DIR=\nBOT_TOKEN=", {}, {}],
  ["a byte order mark", "\ufeffCORPUS_DIR=a", {}, { corpusFolder: "a" }],
  ["remarks and quotation marks", '# remark\nCORPUS_DIR="a b" # remark', {}, { corpusFolder: "a b" }],
  ["a token", "BOT_TOKEN=123456:ABC-def_1", {}, { botToken: "123456:ABC-def_1" }],
  [
    "a server, its slash dropped",
    "TELEGRAM_API_ROOT=http://localhost:8081/",
    {},
    { telegramApiRoot: "http://localhost:8081" },
  ],
  ["a file for declined questions", "QUESTIONS_LOG=a b.jsonl", {}, { questionsLog: "a b.jsonl" }],
  ["a port", "PORT=8080", {}, { http: { host: "127.0.0.1", port: 8080, webhook: undefined } }],
  [
    "a webhook",
    "PORT=8080\nHOST=0.0.0.0\nWEBHOOK_SECRET=a_B-9",
    { WEBHOOK_URL: "https://bot.example/updates/?a=b" },
    {
      http: {
        host: "0.0.0.0",
        port: 8080,
        webhook: { url: "https://bot.example/updates/?a=b", path: "/updates/", secret: "a_B-9" },
      },
    },
  ],
  ["a host without a port", "HOST=0.0.0.0", {}, { http: undefined }],
  ["a limit", "QUESTIONS_PER_MINUTE=120", {}, { questionsPerMinute: 120 }],
  ["variables of others", "HOME=x\n__proto__=y", { PATH: "z" }, {}],
])("%s", async (_, envFile, real, expected) => {
  expect(await configOf(envFile, real)).toMatchObject({ ...DEFAULTS, ...expected });
});

test("no .env file is no fault, a folder of that name is", () => {
  expect(readConfig({}, join(folder, "nowhere"))).toMatchObject(DEFAULTS);
  expect(() => readConfig({}, folder)).toThrow(ConfigError);
});

test.each(["0", "-1", "1.5", "many", "1e3", "0x10", "1000000000000000"])("no limit: %s", (limit) => {
  expect(() => readConfig({ QUESTIONS_PER_MINUTE: limit }, join(folder, "nowhere"))).toThrow(
    "QUESTIONS_PER_MINUTE: expected a whole number from 1, of 15 digits at most",
  );
});

test("every value that does not fit is named, and a token never shown", async () => {
  const real = { BOT_TOKEN: "secret token", LOG_LEVEL: "loud", TELEGRAM_API_ROOT: "nowhere" };
  const error = await configOf("", real).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigError);
  const message = String(error);
  for (const name of Object.keys(real)) expect(message).toContain(`${name}: expected `);
  expect(message).not.toContain("secret");
});

const WEBHOOK = { WEBHOOK_URL: "https://bot.example/updates", WEBHOOK_SECRET: "s3cret", PORT: "8080" };

test.each([
  ["WEBHOOK_SECRET", { ...WEBHOOK, WEBHOOK_SECRET: "" }],
  ["WEBHOOK_URL", { ...WEBHOOK, WEBHOOK_URL: "" }],
  ["PORT", { ...WEBHOOK, PORT: "" }],
  ["WEBHOOK_SECRET", { ...WEBHOOK, WEBHOOK_SECRET: "s3cret with spaces" }],
  ["WEBHOOK_SECRET", { ...WEBHOOK, WEBHOOK_SECRET: "s3cret".repeat(43) }],
  ["WEBHOOK_URL", { ...WEBHOOK, WEBHOOK_URL: "bot.example/updates" }],
  ["WEBHOOK_URL", { ...WEBHOOK, WEBHOOK_URL: "ftp://bot.example/updates" }],
  ["WEBHOOK_URL", { ...WEBHOOK, WEBHOOK_URL: "https://bot.example/healthz" }],
  ["WEBHOOK_URL", { ...WEBHOOK, WEBHOOK_URL: "https://bot.example/metrics?a" }],
  ["PORT", { ...WEBHOOK, PORT: "0" }],
  ["PORT", { ...WEBHOOK, PORT: "65536" }],
  ["PORT", { ...WEBHOOK, PORT: "80.5" }],
  ["PORT", { ...WEBHOOK, PORT: "-1" }],
])("what is wrong with %s is said, and nothing else: %j", async (name, real) => {
  const error = await configOf("", real).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigError);
  const lines = String(error).replace("ConfigError: ", "").split("\n");
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^${name}: expected `))]);
  expect(lines.join()).not.toContain("s3cret");
});
