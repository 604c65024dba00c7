import type { UpdateSupplier } from "@grammyjs/runner";
import type { AbortSignal } from "abort-controller";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { describeFailure, isRefusedToken } from "../calls/failure.js";
import { pause } from "../calls/pause.js";

/** How long Telegram may keep a poll waiting, in seconds; its own bound is 50. */
const LONG_POLL = 30;

/** The waits after failures, in milliseconds: doubled each time up to the longest, which a reader may have to wait. */
const BACK_OFF = { first: 500, longest: 10_000 } as const;

/**
 * Another instance that is being replaced is gone within `patience`: it has ten seconds to stop. Two that stay take
 * the updates from each other in turns, so a conflict is over only after a while without one. In milliseconds.
 */
const CONFLICT = { patience: 20_000, over: 60_000 } as const;

/** The waits before each attempt to confirm the last updates, in milliseconds; a process that stops has ten seconds. */
const CONFIRM_AFTER = [0, 500, 1000, 2000];

type Kind = Exclude<keyof Update, "update_id">;

/**
 * Fetches updates by long polling, and goes on when that fails: an outage may last a night. It ends only where
 * waiting does not help, with a refused token or another instance that stays.
 */
export class Polling implements UpdateSupplier<Update> {
  readonly #api: Api;
  readonly #kinds: readonly Kind[];
  readonly #log: Logger;
  #offset = 0;
  #failures = 0;
  #conflict: { readonly since: number; readonly last: number } | undefined;

  /** @param kinds of updates that the bot wants */
  constructor(api: Api, kinds: readonly Kind[], log: Logger) {
    this.#api = api;
    this.#kinds = kinds;
    this.#log = log;
  }

  /**
   * The next updates, as many as are wanted at most.
   * @throws GrammyError where going on is of no use; anything once the signal has fired
   */
  async supply(wanted: number, signal: AbortSignal): Promise<Update[]> {
    const request = {
      offset: this.#offset,
      limit: Math.max(1, Math.min(wanted, 100)),
      timeout: LONG_POLL,
      allowed_updates: this.#kinds,
    };
    for (;;) {
      try {
        const updates = await this.#api.getUpdates(request, signal);
        const last = updates.at(-1);
        if (last) this.#offset = last.update_id + 1;
        this.#succeeded();
        return updates;
      } catch (error) {
        if (signal.aborted) throw error;
        await pause(this.#failed(error), signal);
        if (signal.aborted) throw error;
      }
    }
  }

  /** Tells Telegram that all updates so far have arrived; those after them stay for the next start. */
  async confirm(ended: AbortSignal): Promise<void> {
    if (this.#offset === 0) return;
    for (const wait of CONFIRM_AFTER) {
      await pause(wait, ended);
      try {
        await this.#api.getUpdates({ offset: this.#offset, limit: 1, timeout: 0 });
        return;
      } catch (error) {
        this.#log.warn(describeFailure(error), "the last updates are not confirmed yet and may come again");
      }
      if (ended.aborted) return;
    }
  }

  #succeeded(): void {
    if (this.#failures > 0) this.#log.info("updates are fetched again");
    this.#failures = 0;
  }

  /** @returns how long to wait until the next attempt, in milliseconds */
  #failed(error: unknown): number {
    if (isRefusedToken(error)) throw error;
    const failures = this.#failures++;
    if (isConflict(error)) this.#conflicted(error);
    else if (failures === 0)
      this.#log.warn(describeFailure(error), "updates cannot be fetched; trying again");
    const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
    return Math.max(asked, Math.min(BACK_OFF.first * 2 ** failures, BACK_OFF.longest));
  }

  #conflicted(error: GrammyError): void {
    const now = Date.now();
    const before = this.#conflict;
    const goesOn = before !== undefined && now - before.last < CONFLICT.over;
    this.#conflict = { since: goesOn ? before.since : now, last: now };
    if (now - this.#conflict.since > CONFLICT.patience) throw error;
    if (!goesOn) this.#log.warn(describeFailure(error), conflictWith(error));
  }
}

export function isConflict(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 409;
}

/** Who has the updates instead, and what to do. */
export function conflictWith(error: GrammyError): string {
  return /webhook/i.test(error.description)
    ? "a webhook was set for this bot meanwhile and gets its updates: only one of the two can run"
    : "another instance of this bot fetches its updates: stop one of the two";
}
