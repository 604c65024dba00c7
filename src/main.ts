#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { openLibrary } from "./answer/library.js";
import { type Config, ConfigError, readConfig, unfit } from "./config.js";
import type { Screen } from "./reply/terminal-text.js";
import { type Corpus, CorpusFolderError, CorpusReader } from "./story/corpus.js";
import { describeFault } from "./story/fault.js";
import { type Command, parseCommand, USAGE, UsageError } from "./terminal/arguments.js";
import { askCommand, quotesCommand, storiesCommand, verifyCommand } from "./terminal/commands.js";
import { inputLines } from "./terminal/input-lines.js";

/** Exit codes: done; the input was at fault; the command line or the configuration was. */
const EXIT = { done: 0, fault: 1, usage: 2 } as const;

/** The terminal as it is at each reply: its window may change. A width of 0 is one that is not known. */
const SCREEN: Screen = {
  get columns() {
    return process.stdout.columns || 80;
  },
  colour: process.stdout.isTTY && process.stdout.hasColors(),
};

type CorpusCommand = Exclude<Command, { name: "help" | "version" | "unanswered" | "doctor" }>;

async function main(argv: readonly string[]): Promise<number> {
  const command = parseCommand(argv);
  if (command.name === "help") await print(USAGE.trimEnd());
  else if (command.name === "version") await print(version());
  else if (command.name === "unanswered") return await showUnanswered(command.json, readConfig(process.env));
  else if (command.name === "doctor") return await examine(command.corpus, readConfig(process.env));
  else return await withCorpus(command, readConfig(process.env));
  return EXIT.done;
}

/** Says what is right and what is wrong, of Telegram too. */
async function examine(corpus: string | undefined, config: Config): Promise<number> {
  const { doctor } = await import("./doctor.js");
  return await doctor({ ...config, corpusFolder: corpus ?? config.corpusFolder }, print);
}

/** The one command that reads no story. */
async function showUnanswered(json: boolean, { questionsLog }: Config): Promise<number> {
  if (questionsLog === undefined)
    throw new ConfigError("QUESTIONS_LOG: expected the file of the bot's declined questions");
  const { unansweredCommand } = await import("./terminal/unanswered-command.js");
  const complain = (fault: string) => void process.stderr.write(`${fault}\n`);
  try {
    return (await unansweredCommand(questionsLog, json, print, complain)) ? EXIT.done : EXIT.fault;
  } catch (error) {
    throw unfit("QUESTIONS_LOG", "a file that can be read", error);
  }
}

async function withCorpus(command: CorpusCommand, config: Config): Promise<number> {
  const folder = command.corpus ?? config.corpusFolder;
  const reader = new CorpusReader(folder);
  const corpus = await reader.read();
  if (command.name === "verify") return (await verifyCommand(corpus, print)) ? EXIT.done : EXIT.fault;
  for (const fault of corpus.faults) process.stderr.write(`${describeFault(fault)}\n`);
  const whole = corpus.faults.length === 0;
  if (command.name === "stories") {
    await storiesCommand(corpus, command.json, print);
    return whole ? EXIT.done : EXIT.fault;
  }
  if (corpus.stories.length === 0) {
    process.stderr.write(`there is no story in ${folder} to answer from\n`);
    return EXIT.fault;
  }
  if (command.name === "start" && config.botToken !== undefined) {
    if (!whole) return EXIT.fault;
    // Telegram and its logs are loaded only where they are used: the terminal answers sooner.
    const { startBot } = await import("./start-bot.js");
    return await startBot(config.botToken, config, reader, corpus);
  }
  const right = await answerInTerminal(command, corpus);
  return whole && right ? EXIT.done : EXIT.fault;
}

/**
 * What only some commands need is loaded with them: the first answer comes sooner.
 * @returns false where a line of the input was at fault
 */
async function answerInTerminal(command: CorpusCommand, corpus: Corpus): Promise<boolean> {
  if (command.name === "timeline") {
    const { timelineCommand } = await import("./terminal/timeline-command.js");
    await timelineCommand(corpus.stories, command.json, SCREEN, print);
    return true;
  }
  if (command.name === "people") {
    const { peopleCommand } = await import("./terminal/people-command.js");
    await peopleCommand(corpus.stories, command.json, SCREEN, print);
    return true;
  }
  const library = openLibrary(corpus.stories);
  if (command.name === "ask") {
    const questions = command.question === undefined ? inputLines(process.stdin) : one(command.question);
    return await askCommand(library, questions, command, SCREEN, print);
  }
  if (command.name === "quotes") {
    await quotesCommand(library, command, SCREEN, print);
    return true;
  }
  if (command.name === "check") {
    const quotations = command.quotation === undefined ? inputLines(process.stdin) : one(command.quotation);
    const { checkCommand } = await import("./terminal/check-command.js");
    return await checkCommand(library, quotations, command.json, SCREEN, print);
  }
  const { chat, pipedChat } = await import("./terminal/chat.js");
  if (process.stdin.isTTY) await chat(library, SCREEN, print);
  else await pipedChat(library, process.stdin, SCREEN, print);
  return true;
}

/** A question or quotation from the command line; it is never read as an object. */
async function* one(question: string): AsyncGenerator<string> {
  yield question;
}

function print(line: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}

// A reader that closes the pipe early (`… | head -1`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.fault),
);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const ours =
      error instanceof UsageError || error instanceof ConfigError || error instanceof CorpusFolderError;
    process.stderr.write(
      ours ? `${error.message}\n` : `verbatim failed: ${error instanceof Error ? error.name : "unknown"}\n`,
    );
    if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`);
    process.exitCode = ours ? EXIT.usage : EXIT.fault;
  },
);
