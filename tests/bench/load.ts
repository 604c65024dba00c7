/**
 * The bot under load, in turns with a bot that only sends back what it gets: both are processes of their own in front of
 * the fake server, which runs in this one.
 */
import { resolve } from "node:path";
import type { Story } from "../../src/story/story.js";
import { type BotProcess, startBot } from "../telegram/bot-process.js";
import { FakeTelegram } from "../telegram/fake-telegram.js";
import { person } from "../telegram/people.js";
import { manyQuestions } from "./load-questions.js";
import { type Usage, usageOf } from "./process-usage.js";

/** Questions of all rounds, and the chats that ask them in turns: four each, which the bot's own limit lets through. */
const QUESTIONS = 8000;
const CHATS = 2000;
const ROUNDS = 8;

/** Questions of other chats before anything is measured: engines compile what is run often. */
const WARM_UP = 2000;

/** Updates of an hour, and how many of them come between two looks at the memory. */
const HOUR = { updates: 100_000, step: 5000 };

/** What the bot has to reach: a share of the echo's updates per second, and a bound for its memory in MiB. */
const WANTED = { share: 0.3, resident: 250 };

/** How much more memory than in the first half of the hour may be in use in the second, in percent. */
const GROWTH = 5;

interface Side {
  readonly telegram: FakeTelegram;
  readonly bot: BotProcess;
  /** Sums over the rounds, in milliseconds. */
  passed: number;
  processor: number;
}

/**
 * Prints the figures.
 * @param asked questions of readers, from which those of the load are made
 * @returns what is not as it has to be
 */
export async function measureLoad(asked: readonly string[], stories: readonly Story[]): Promise<string[]> {
  const questions = manyQuestions(asked, stories, WARM_UP + QUESTIONS);
  const sides = {
    echo: await startSide("build/tests/bench/echo-bot.js"),
    verbatim: await startSide("dist/main.js"),
  };
  const both = [sides.echo, sides.verbatim];
  try {
    for (const side of both) await askAll(side, questions.slice(0, WARM_UP), CHATS);
    for (let round = 0; round < ROUNDS; round++) {
      const from = WARM_UP + (round * QUESTIONS) / ROUNDS;
      const some = questions.slice(from, from + QUESTIONS / ROUNDS);
      for (const side of round % 2 === 0 ? both : both.toReversed()) {
        const before = usageOf(side.bot.pid);
        side.passed += await askAll(side, some, (from - WARM_UP) % CHATS);
        side.processor += usageOf(side.bot.pid).processor - before.processor;
      }
    }
    const wrong = [...report(sides.echo, sides.verbatim), ...checkReplies(sides.verbatim)];
    return [...wrong, ...(await measureHour(sides.verbatim, asked, stories))];
  } finally {
    for (const { bot, telegram } of both) {
      await bot.stop();
      await telegram.close();
    }
  }
}

async function startSide(program: string): Promise<Side> {
  const telegram = await FakeTelegram.start();
  const bot = await startBot(telegram, { CORPUS_DIR: resolve("corpus") }, resolve(program));
  return { telegram, bot, passed: 0, processor: 0 };
}

/**
 * Each question by the next chat.
 * @param first the number of the first one's chat
 * @returns how long it took until all were answered, in milliseconds
 */
async function askAll({ telegram }: Side, questions: readonly string[], first: number): Promise<number> {
  const wanted = telegram.shown.length + questions.length;
  const began = performance.now();
  for (const [i, text] of questions.entries()) telegram.text({ from: person(first + i + 1, "Reader"), text });
  await telegram.until(() => telegram.shown.length >= wanted || undefined, { timeout: 120_000 });
  return performance.now() - began;
}

/** Says which questions have no answer, or more than one. */
function checkReplies({ telegram }: Side): string[] {
  const answered = telegram.shown.map(
    ({ message: { chat, reply_to_message: to } }) => `${chat.id}:${to?.message_id}`,
  );
  const doubled = answered.length - new Set(answered).size;
  const lost = WARM_UP + QUESTIONS - new Set(answered).size;
  console.log(`  lost ${lost}, doubled ${doubled}`);
  return lost + doubled > 0 ? ["load: questions were lost or answered twice"] : [];
}

/**
 * The updates of an hour, as fast as they are answered, each chat asking once in five: what is remembered of them fills and
 * is forgotten again.
 */
async function measureHour(
  side: Side,
  asked: readonly string[],
  stories: readonly Story[],
): Promise<string[]> {
  const { telegram, bot } = side;
  const resident: number[] = [];
  for (let step = 0; step < HOUR.updates / HOUR.step; step++) {
    telegram.forget();
    await askAll(side, manyQuestions(asked, stories, HOUR.step, step + 2), step * HOUR.step);
    resident.push(usageOf(bot.pid).resident);
  }
  const half = resident.length / 2;
  const [before, after] = [mean(resident.slice(0, half)), mean(resident.slice(half))];
  const most = Math.max(...resident);
  console.log(
    `${HOUR.updates} updates more: ${before.toFixed(0)} MB resident in the first half, ${after.toFixed(0)} MB in the second, ${most.toFixed(0)} MB at most`,
  );
  return [
    ...(after > before * (1 + GROWTH / 100) ? ["load: the memory grows"] : []),
    ...(most > WANTED.resident ? [`load: more than ${WANTED.resident} MB resident within an hour`] : []),
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function report(echo: Side, verbatim: Side): string[] {
  const usage = usageOf(verbatim.bot.pid);
  console.log(`${QUESTIONS} questions of ${CHATS} chats, no two alike, in ${ROUNDS} rounds by turns:`);
  console.log(`  echo bot  ${described(echo, usageOf(echo.bot.pid))}`);
  console.log(`  verbatim  ${described(verbatim, usage)}`);
  const share = Math.min(echo.passed / verbatim.passed, echo.processor / verbatim.processor);
  console.log(
    `  of the echo's updates per second: ${percent(echo.passed / verbatim.passed)} by the clock, ` +
      `${percent(echo.processor / verbatim.processor)} by processor time`,
  );
  return [
    ...(share < WANTED.share
      ? [`load: ${percent(share)} of the echo's speed, not ${percent(WANTED.share)}`]
      : []),
    ...(usage.resident > WANTED.resident ? [`load: more than ${WANTED.resident} MB resident`] : []),
  ];
}

function described({ passed, processor }: Side, { resident }: Usage): string {
  const perSecond = (QUESTIONS / passed) * 1000;
  return `${perSecond.toFixed(0)} updates/s, ${(processor / QUESTIONS).toFixed(3)} ms of processor time each, ${resident.toFixed(0)} MB resident`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
