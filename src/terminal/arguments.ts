import { parseArgs } from "node:util";

/** What the command line asks for. */
export type Command =
  | { readonly name: "start"; readonly corpus: string | undefined }
  | {
      readonly name: "ask";
      readonly corpus: string | undefined;
      readonly json: boolean;
      readonly limit: number;
      /** undefined: questions come from standard input, one a line. */
      readonly question: string | undefined;
    }
  | {
      readonly name: "check";
      readonly corpus: string | undefined;
      readonly json: boolean;
      /** undefined: quotations come from standard input, one a line. */
      readonly quotation: string | undefined;
    }
  | { readonly name: "timeline" | "people"; readonly corpus: string | undefined; readonly json: boolean }
  | {
      readonly name: "quotes";
      readonly corpus: string | undefined;
      readonly json: boolean;
      /** Whose statements; undefined: everybody's. */
      readonly speaker: string | undefined;
    }
  | { readonly name: "stories" | "unanswered"; readonly corpus: string | undefined; readonly json: boolean }
  | { readonly name: "verify" | "doctor"; readonly corpus: string | undefined }
  | { readonly name: "help" }
  | { readonly name: "version" };

/** The command line cannot be understood; the message says what is wrong with it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const DEFAULT_LIMIT = 3;

export const USAGE = `verbatim [COMMAND] [--corpus DIR]

Without a command: the Telegram bot where BOT_TOKEN is set, else a chat with the story in the terminal.

  ask [QUESTION] [--json] [--limit N]   answers from the stories; without QUESTION, one question a line from stdin
  check [QUOTATION] [--json]            is it in the stories word for word, and who said it; stdin likewise
  timeline [--json]                     every date in the stories, in order
  quotes [NAME] [--json]                who says what: every statement, or one speaker's
  people [--json]                       who is named: persons and organizations, with what the stories say of them
  stories [--json]                      the stories there are
  verify                                every fault in the story files
  doctor                                what is right or wrong with token, bot, webhook and corpus, and what to do
  unanswered [--json]                   what readers asked and the stories did not say, most asked first, from QUESTIONS_LOG

  --corpus DIR   the folder of story files (default: CORPUS_DIR, or corpus)
  --json         one JSON object a line
  --limit N      up to N excerpts for a question (default ${DEFAULT_LIMIT})
  --help, --version
`;

const OPTIONS = {
  corpus: { type: "string" },
  json: { type: "boolean" },
  limit: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Which options each command takes besides --corpus. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  start: [],
  ask: ["json", "limit"],
  check: ["json"],
  timeline: ["json"],
  quotes: ["json"],
  people: ["json"],
  stories: ["json"],
  verify: [],
  doctor: [],
  unanswered: ["json"],
};

/** @throws UsageError */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = parsed(argv);
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name = "start", ...words] = positionals;
  const takes = Object.hasOwn(TAKES, name) ? TAKES[name] : undefined;
  if (!takes || (name === "start" && positionals.length > 0))
    throw new UsageError(`unknown command: ${name}`);
  const wrong = Object.keys(values).find((option) => option !== "corpus" && !takes.includes(option));
  if (wrong !== undefined) throw new UsageError(`${name} takes no --${wrong}`);
  if (values.corpus === "") throw new UsageError("--corpus takes a folder");
  const { corpus, json = false } = values;
  if (name === "ask") {
    return {
      name,
      corpus,
      json,
      limit: limitOf(values.limit),
      question: words.length > 0 ? words.join(" ") : undefined,
    };
  }
  if (name === "check") {
    return { name, corpus, json, quotation: words.length > 0 ? words.join(" ") : undefined };
  }
  if (name === "quotes")
    return { name, corpus, json, speaker: words.length > 0 ? words.join(" ") : undefined };
  if (words.length > 0) throw new UsageError(`${name} takes no further words`);
  if (name === "stories" || name === "timeline" || name === "people" || name === "unanswered")
    return { name, corpus, json };
  return { name: name === "verify" || name === "doctor" ? name : "start", corpus };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "the command line cannot be read");
  }
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError("--limit takes a whole number from 1 to 999");
  return Number(text);
}
