import { Bot, HttpError } from "grammy";
import type { Update } from "grammy/types";
import { beforeEach, expect, test } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import type { CorpusStatus } from "../../src/answer/live-library.js";
import { Health } from "../../src/telegram/serving/health.js";
import { Metrics } from "../../src/telegram/serving/metrics.js";
import { madeStory } from "../made-story.js";
import { BOT, TOKEN } from "./people.js";

const LIVE = { current: openLibrary([madeStory(["The harbour is closed. It rained.", "Ships wait."])]) };
const ASKED = "Where does Jane Roe live?";

/** What Telegram answers to the next calls; an error is what becomes of the connection. */
let answers: (number | Error)[];
let bot: Bot;
let metrics: Metrics;
let health: Health;
let status: CorpusStatus;

beforeEach(() => {
  answers = [];
  status = { loaded: new Date(0), stories: 1, faults: [] };
  bot = new Bot(TOKEN, { botInfo: BOT });
  metrics = new Metrics(LIVE);
  health = new Health(() => status);
  bot.api.config.use(async () => {
    const answer = answers.shift() ?? 200;
    if (answer instanceof Error) throw answer;
    return answer === 200 ? JSON.parse('{"ok":true,"result":true}') : refusal(answer);
  });
  bot.api.config.use(metrics.call, health.call);
  bot.use(metrics.update);
  bot.use((ctx) => ctx.reply("…"));
});

function refusal(error_code: number) {
  return { ok: false, error_code, description: "no" } as const;
}

/** The samples of what is measured, without remarks and without the process's own. */
async function samples(): Promise<string[]> {
  const { body = "" } = await metrics.report();
  return body.split("\n").filter((line) => line.startsWith("verbatim_"));
}

test("updates, calls and errors are counted, and nothing that a person is or says is a label", async () => {
  const chat = { id: 987_654_321, type: "private", first_name: "Adalbert" } as const;
  const message = { message_id: 1, date: 0, chat, from: { ...chat, is_bot: false }, text: ASKED };
  answers = [200, 429, new HttpError("broken", new Error("https://api.example/token"))];
  await bot.handleUpdate({ update_id: 1, message });
  await expect(bot.handleUpdate({ update_id: 2, message })).rejects.toThrow();
  await expect(bot.handleUpdate({ update_id: 3, message })).rejects.toThrow();
  const unknown: Update & { readonly hologram: object } = { update_id: 4, hologram: {} };
  await expect(bot.handleUpdate(unknown)).rejects.toThrow();
  metrics.answer({ kind: "small-talk", confidence: 0, excerpts: [] });
  const lines = await samples();
  expect(lines).toEqual(
    expect.arrayContaining([
      'verbatim_updates_total{kind="message"} 3',
      'verbatim_updates_total{kind="other"} 1',
      "verbatim_update_seconds_count 4",
      'verbatim_answers_total{status="small-talk"} 1',
      'verbatim_telegram_calls_total{method="sendMessage"} 3',
      'verbatim_telegram_errors_total{method="sendMessage",code="429"} 1',
      'verbatim_telegram_errors_total{method="sendMessage",code="none"} 1',
      'verbatim_index_size{of="stories"} 1',
      'verbatim_index_size{of="sentences"} 3',
    ]),
  );
  const { body, type } = await metrics.report();
  expect(type).toMatch(/^text\/plain/);
  for (const secret of ["Adalbert", "987654321", "Jane", "hologram", "api.example"]) {
    expect(body).not.toContain(secret);
  }
  expect(body).toContain("process_resident_memory_bytes");
});

test("health is 503 until Telegram has answered; a refusal is an answer, 5xx and no answer are none", async () => {
  answers = [502, new Error("broken"), 403];
  const report = () => ({ ...health.report(), body: JSON.parse(health.report().body ?? "") });
  const telegram = { answered: null };
  const corpus = { loaded: "1970-01-01T00:00:00.000Z", stories: 1, faults: [] };
  const starting = { status: 503, type: "application/json", body: { status: "starting", corpus, telegram } };
  for (const _ of [502, "broken"]) {
    expect(report()).toEqual(starting);
    await bot.api.sendMessage(1, "…").catch(() => {});
  }
  expect(report()).toEqual(starting);
  await bot.api.sendMessage(1, "…").catch(() => {});
  status = { ...status, faults: [{ file: "a.md", line: 2, field: "published", message: "no date" }] };
  const { status: code, body } = report();
  expect([code, body.status]).toEqual([200, "ok"]);
  expect(body.corpus.faults).toEqual(["a.md:2: published: no date"]);
  expect(Date.now() - Date.parse(body.telegram.answered)).toBeLessThan(60_000);
});
