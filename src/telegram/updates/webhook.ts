import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";
import type { HttpAnswer, Route } from "../serving/http-server.js";

/** A longer body, in bytes, is none of Telegram's: updates have some kilobytes. */
const LONGEST_BODY = 1_000_000;

/**
 * Telegram gets its answer when the work is done, or after so many milliseconds. It sends the next update of a chat
 * only then, so that a chat's updates stay in order also where several bots take them in turns.
 */
const ANSWER_WITHIN = 500;

const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/** Works on an update; never fails. */
export type Take = (update: Update) => Promise<void>;

export interface WebhookSettings {
  /** The address as Telegram knows it, and its path. */
  readonly url: string;
  readonly path: string;
  /** What Telegram sends with each update, so that nobody else can. */
  readonly secret: string;
}

/** The address to which Telegram posts updates. */
export class Webhook {
  readonly settings: WebhookSettings;
  readonly route: Route;
  readonly #secret: Buffer;
  #take: Take | undefined;

  constructor(settings: WebhookSettings) {
    this.settings = settings;
    this.route = { path: settings.path, method: "POST", answer: (request) => this.#answer(request) };
    this.#secret = digest(settings.secret);
  }

  /** From now on updates are taken; before, Telegram is told to come again. */
  open(take: Take): void {
    this.#take = take;
  }

  /** From now on Telegram is told to come again. */
  close(): void {
    this.#take = undefined;
  }

  async #answer(request: IncomingMessage): Promise<HttpAnswer> {
    const secret = request.headers[SECRET_HEADER];
    if (typeof secret !== "string" || !timingSafeEqual(digest(secret), this.#secret)) return { status: 401 };
    const body = await bodyOf(request);
    if (body === undefined) return { status: 413 };
    const update = updateIn(body);
    if (!update) return { status: 400 };
    if (!this.#take) return { status: 503 };
    await atMost(ANSWER_WITHIN, this.#take(update));
    return { status: 200 };
  }
}

/** Of equal length for any text: comparing tells nothing of the secret, not even how long it is. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Undefined where it is too long; the rest is then left to the server. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST_BODY) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not `for await`, which destroys the request where it is left, so that nobody gets the answer.
  return await new Promise((resolve, reject) => {
    request
      .on("data", (chunk: Uint8Array) => {
        length += chunk.length;
        if (length > LONGEST_BODY) resolve(undefined);
        else chunks.push(chunk);
      })
      .once("end", () => resolve(Buffer.concat(chunks)))
      .once("error", reject);
  });
}

function updateIn(body: Buffer): Update | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return isUpdate(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Only the number is looked at: whoever knows the secret is Telegram. */
function isUpdate(value: unknown): value is Update {
  return (
    typeof value === "object" &&
    value !== null &&
    "update_id" in value &&
    Number.isSafeInteger(value.update_id)
  );
}

/** Waits for the work, but no longer than that; the work goes on. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
