import { setFlagsFromString } from "node:v8";
import { type Logger, pino } from "pino";
import type { CorpusStatus } from "./answer/live-library.js";
import { type Config, type HttpConfig, unfit } from "./config.js";
import { followCorpus } from "./follow-corpus.js";
import type { Corpus, CorpusReader } from "./story/corpus.js";
import type { Live } from "./telegram/responder.js";
import { runBot } from "./telegram/run.js";
import { QuestionsLog } from "./telegram/serving/questions-log.js";
import type { Serving } from "./telegram/serving/serving.js";
import { listenForStop } from "./telegram/updates/stopping.js";

/**
 * By how many percent of what is in use the heap may grow before garbage is looked for. By itself the engine lets it
 * grow to four times as much: under load (`npm run bench`) the process then has 360 MB instead of 220; 100 gives 250. An update
 * takes a tenth longer.
 */
const GROWING = 50;

/**
 * Runs the bot on what a corpus folder holds, with all that the settings ask for, until it is told to stop.
 * @returns the exit code of the process
 * @throws ConfigError
 */
export async function startBot(
  token: string,
  config: Config,
  reader: CorpusReader,
  corpus: Corpus,
): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${GROWING}`);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const questionsLog = config.questionsLog && (await openQuestionsLog(config.questionsLog, log));
  const stopping = listenForStop();
  const followed = followCorpus(reader, corpus, log);
  const live = followed.library;
  let serving: Serving | undefined;
  try {
    serving = config.http && (await startServing(config.http, live, () => live.status, log));
    const observers = [...(serving?.observers ?? []), ...(questionsLog ? [questionsLog] : [])];
    const { telegramApiRoot: apiRoot, questionsPerMinute } = config;
    return await runBot(
      { token, apiRoot, questionsPerMinute },
      live,
      observers,
      serving?.webhook,
      log,
      stopping,
    );
  } finally {
    // Whatever of it went on would keep the process from ending.
    stopping.release();
    followed.stop();
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
  const { serve } = await import("./telegram/serving/serving.js");
  try {
    return await serve(http, live, corpus, log);
  } catch (error) {
    throw unfit("HOST, PORT", "an address of this machine and a free port", error);
  }
}
