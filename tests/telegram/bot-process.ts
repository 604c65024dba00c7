import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FakeTelegram } from "./fake-telegram.js";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** The built program; `npm test` builds it before. */
const PROGRAM = join(PROJECT, "dist", "main.js");

/** A bot that is told to stop has this long, in milliseconds; then it is killed and the test fails. */
const STOP_WITHIN = 15_000;

/** How a process ended; `code` is null where a signal ended it. */
export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BotProcess {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  readonly exited: Promise<Exit>;
  /** What it has written to stderr so far. */
  readonly log: () => string;
  signal(signal: NodeJS.Signals): void;
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

/**
 * Starts the program as a process of its own, in an empty folder, with no environment but that of the fake server,
 * the project's corpus, PATH and what is given.
 */
export async function spawnBot(
  telegram: FakeTelegram,
  env: Readonly<Record<string, string>> = {},
  program: string = PROGRAM,
): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), "verbatim-bot-"));
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? "",
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      CORPUS_DIR: join(PROJECT, "corpus"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test run that is broken off leaves no bot behind.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", async (code) => {
      process.removeListener("exit", kill);
      await rm(folder, { recursive: true, force: true });
      resolve({ code, stdout, stderr });
    });
  });
  return {
    pid: child.pid,
    exited,
    log: () => stderr,
    signal: (signal) => void child.kill(signal),
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      const late = setTimeout(kill, STOP_WITHIN);
      const exit = await exited;
      clearTimeout(late);
      if (child.signalCode === "SIGKILL" && signal !== "SIGKILL") {
        throw new Error(`the bot did not stop within ${STOP_WITHIN} ms of ${signal}\n${exit.stderr}`);
      }
      return exit;
    },
  };
}

/**
 * Starts the program and waits until it polls the server for updates, or has set a webhook.
 * @throws where the program ends before, with what it said
 */
export async function startBot(
  telegram: FakeTelegram,
  env: Readonly<Record<string, string>> = {},
  program: string = PROGRAM,
): Promise<BotProcess> {
  const bot = await spawnBot(telegram, env, program);
  const early = bot.exited.then(({ code, stderr }) => {
    throw new Error(`the bot ended with ${code} before it polled\n${stderr}`);
  });
  try {
    await Promise.race([telegram.awaited(), early]);
  } catch (error) {
    await bot.stop("SIGKILL");
    throw error;
  }
  return bot;
}
