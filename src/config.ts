import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { z } from "zod";

/** A setting that does not fit; its message names the variable and what was expected, never the value of a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** What the system said when a setting was used, as a fault of that setting; any other error as it is. */
export function unfit(variable: string, expected: string, error: unknown): unknown {
  return error instanceof Error && "code" in error
    ? new ConfigError(`${variable}: expected ${expected} (${String(error.code)})`)
    : error;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const PORT_EXPECTED = "a port, 1 to 65535";

/** What is served beside the webhook. */
const SERVED: ReadonlySet<string> = new Set(["/healthz", "/metrics"]);

/** Settings that are of no use without others. */
const NEEDS = [
  ["WEBHOOK_URL", "WEBHOOK_SECRET"],
  ["WEBHOOK_SECRET", "WEBHOOK_URL"],
  ["WEBHOOK_URL", "PORT"],
] as const;

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, "a token as @BotFather gives it, like 123456:ABC-DEF")
    .optional(),
  CORPUS_DIR: z.string().default("corpus"),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isWebAddress, "a web address of a Bot API server")
    .transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  WEBHOOK_URL: z
    .string()
    .refine(
      isWebAddress,
      "the web address to which Telegram is to send updates, like https://bot.example/updates",
    )
    .refine(
      (text) => !SERVED.has(pathOf(text)),
      `a web address with another path than ${[...SERVED].join(" and ")}`,
    )
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "1 to 256 of A-Z, a-z, 0-9, _ and -")
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_EXPECTED)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, PORT_EXPECTED)
    .optional(),
  QUESTIONS_LOG: z.string().optional(),
  QUESTIONS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, "a whole number from 1, of 15 digits at most")
    .default("30")
    .transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

/** Where Telegram is to send updates, and what it is to send with them. */
export interface WebhookConfig {
  readonly url: string;
  /** The path of that address. */
  readonly path: string;
  readonly secret: string;
}

/** What is served over HTTP: health and metrics, and the webhook where updates come that way. */
export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  readonly webhook: WebhookConfig | undefined;
}

export interface Config {
  readonly botToken: string | undefined;
  readonly corpusFolder: string;
  readonly telegramApiRoot: string | undefined;
  /** Of one person. */
  readonly questionsPerMinute: number;
  /** Nothing is served where no port is set. */
  readonly http: HttpConfig | undefined;
  /** A file for declined questions; none where they are not kept. */
  readonly questionsLog: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * The settings of the environment and of a `.env` file in the working directory; the environment wins, and an empty
 * value counts as unset in both.
 * @throws ConfigError
 */
export function readConfig(real: Readonly<Record<string, string | undefined>>, envFile = ".env"): Config {
  const given = { ...withoutEmpty(parse(contentOf(envFile))), ...withoutEmpty(real) };
  const checked = environment.safeParse(given);
  const faults = [
    ...(checked.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: expected ${issue.message}`),
    ...NEEDS.filter(([one, other]) => one in given && !(other in given)).map(
      ([one, other]) => `${other}: expected a value, because ${one} is set`,
    ),
  ];
  if (!checked.success || faults.length > 0) throw new ConfigError(faults.join("\n"));
  const { BOT_TOKEN, CORPUS_DIR, TELEGRAM_API_ROOT, QUESTIONS_PER_MINUTE, QUESTIONS_LOG, LOG_LEVEL } =
    checked.data;
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, HOST: host, PORT: port } = checked.data;
  const webhook = url === undefined || secret === undefined ? undefined : { url, path: pathOf(url), secret };
  return {
    botToken: BOT_TOKEN,
    corpusFolder: CORPUS_DIR,
    telegramApiRoot: TELEGRAM_API_ROOT,
    questionsPerMinute: QUESTIONS_PER_MINUTE,
    http: port === undefined ? undefined : { host, port, webhook },
    questionsLog: QUESTIONS_LOG,
    logLevel: LOG_LEVEL,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : "";
}

function contentOf(envFile: string): string {
  try {
    // Without the byte order mark that some editors write.
    return readFileSync(envFile, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw new ConfigError(`${envFile}: cannot be read`);
  }
}

function withoutEmpty(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[name, value]],
    ),
  );
}
