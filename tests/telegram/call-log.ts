import type { ApiResponse } from "grammy/types";
import type { Activity } from "./activity.js";
import type { Payload } from "./payload.js";

/** A call of the bot, with what it was answered. */
export interface Call {
  readonly method: string;
  readonly payload: Payload;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  readonly result: ApiResponse<unknown>;
}

/** The calls that were answered, in that order, and how many still are not. */
export class CallLog {
  readonly #calls: Call[] = [];
  readonly #taken = new Map<string, number>();
  readonly #activity: Activity;
  #open = 0;

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Calls without an answer yet; waiting for updates is none. */
  get open(): number {
    return this.#open;
  }

  began(method: string): void {
    if (method !== "getUpdates") this.#open++;
    this.#activity.changed();
  }

  ended(call: Call): void {
    if (call.method !== "getUpdates") this.#open--;
    this.#calls.push(call);
    this.#activity.changed();
  }

  forget(): void {
    this.#calls.length = 0;
    this.#taken.clear();
  }

  /** The first call of a method that was not given before, also if it came already. */
  next(method: string, limit: number): Promise<Call> {
    return this.#activity.until(
      () => {
        const from = this.#taken.get(method) ?? 0;
        const index = this.#calls.findIndex((call, i) => i >= from && call.method === method);
        if (index !== -1) this.#taken.set(method, index + 1);
        return this.#calls[index];
      },
      limit,
      () =>
        `no call of ${method}; there were: ${this.#calls.map((call) => call.method).join(", ") || "none"}`,
    );
  }
}
