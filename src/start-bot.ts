import { type Logger, pino } from "pino";
import { openLibrary } from "./answer/ask.js";
import { statementsOf } from "./attribution/statements.js";
import { type Config, type HttpConfig, unfit } from "./config.js";
import type { Corpus } from "./story/corpus.js";
import type { CorpusStatus } from "./telegram/health.js";
import { QuestionsLog } from "./telegram/questions-log.js";
import type { Live } from "./telegram/responder.js";
import { runBot } from "./telegram/run.js";
import type { Serving } from "./telegram/serving.js";

/**
 * Runs the bot on these stories, with all that the settings ask for, until it is told to stop.
 * @returns the exit code of the process
 * @throws ConfigError
 */
export async function startBot(token: string, config: Config, { stories }: Corpus): Promise<number> {
  // A reader must not wait for it: who says what is read before the first question.
  for (const story of stories) statementsOf(story);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const live = { current: openLibrary(stories) };
  const status = { loaded: new Date(), stories: stories.length, faults: [] };
  const questionsLog = config.questionsLog && (await openQuestionsLog(config.questionsLog, log));
  const serving = config.http && (await startServing(config.http, live, () => status, log));
  const observers = [...(serving?.observers ?? []), ...(questionsLog ? [questionsLog] : [])];
  const { telegramApiRoot: apiRoot, questionsPerMinute } = config;
  try {
    return await runBot({ token, apiRoot, questionsPerMinute }, live, observers, serving?.webhook, log);
  } finally {
    await serving?.close();
  }
}

async function openQuestionsLog(file: string, log: Logger): Promise<QuestionsLog> {
  try {
    return await QuestionsLog.open(file, log);
  } catch (error) {
    throw unfit("QUESTIONS_LOG", "a file that can be appended to", error);
  }
}

async function startServing(
  http: HttpConfig,
  live: Live,
  corpus: () => CorpusStatus,
  log: Logger,
): Promise<Serving> {
  // What measures the bot is loaded only where somebody may look at it.
  const { serve } = await import("./telegram/serving.js");
  try {
    return await serve(http, live, corpus, log);
  } catch (error) {
    throw unfit("HOST, PORT", "an address of this machine and a free port", error);
  }
}
