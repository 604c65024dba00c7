import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";

/** A setting that does not fit; its message names the variable and what was expected, never the value of a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, "a token as @BotFather gives it, like 123456:ABC-DEF")
    .optional(),
  CORPUS_DIR: z.string().default("corpus"),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      "a web address of a Bot API server",
    )
    .transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  QUESTIONS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "a whole number from 1")
    .default("30")
    .transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

export interface Config {
  readonly botToken: string | undefined;
  readonly corpusFolder: string;
  readonly telegramApiRoot: string | undefined;
  /** Of one person. */
  readonly questionsPerMinute: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * The settings of the environment and of a `.env` file in the working directory; the environment wins, and an empty
 * value counts as unset in both.
 * @throws ConfigError
 */
export function readConfig(real: Readonly<Record<string, string | undefined>>, envFile = ".env"): Config {
  const checked = environment.safeParse({
    ...withoutEmpty(parseEnv(contentOf(envFile))),
    ...withoutEmpty(real),
  });
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => `${issue.path.join(".")}: expected ${issue.message}`);
    throw new ConfigError(faults.join("\n"));
  }
  const { BOT_TOKEN, CORPUS_DIR, TELEGRAM_API_ROOT, QUESTIONS_PER_MINUTE, LOG_LEVEL } = checked.data;
  return {
    botToken: BOT_TOKEN,
    corpusFolder: CORPUS_DIR,
    telegramApiRoot: TELEGRAM_API_ROOT,
    questionsPerMinute: QUESTIONS_PER_MINUTE,
    logLevel: LOG_LEVEL,
  };
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
