import type { Update } from "grammy/types";
import type { Activity } from "./activity.js";
import { Refusal } from "./refusal.js";

/** An update without its number. */
export type UpdateContent = Omit<Update, "update_id">;

export interface PollRequest {
  /** The first update that is wanted; earlier ones are forgotten. Negative: so many from the end. */
  readonly offset: number | undefined;
  readonly limit: number | undefined;
  /** In seconds. */
  readonly timeout: number | undefined;
}

interface WaitingPoll {
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly limit: number;
}

/** The bounds of getUpdates: updates in one answer, seconds of waiting. */
const MOST_UPDATES = 100;
const LONGEST_WAIT = 50;

/** Sent only to bots that name them in `allowed_updates`. */
const UNASKED = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** The updates that wait for the bot, and the one call of getUpdates that may wait for them. */
export class UpdateQueue {
  #pending: Update[] = [];
  #last: Update | undefined;
  #repeated: Update[] = [];
  #lastId = 0;
  #allowed: ReadonlySet<string> | undefined;
  #poll: WaitingPoll | undefined;
  #pushed: () => void = () => {};
  readonly #activity: Activity;

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  /** The updates that the bot has not confirmed yet. */
  get pending(): readonly Update[] {
    return this.#pending;
  }

  /** How many updates there were so far. */
  get count(): number {
    return this.#lastId;
  }

  /** True while the bot waits for updates. */
  get polled(): boolean {
    return this.#poll !== undefined;
  }

  /** The kinds of update that the bot wants, undefined for all but the unasked ones. */
  get allowed(): readonly string[] | undefined {
    return this.#allowed === undefined ? undefined : [...this.#allowed];
  }

  /** Numbers an update; one of a kind that the bot does not want is numbered, but never sent. */
  push(content: UpdateContent): Update {
    const update = { update_id: ++this.#lastId, ...content };
    this.#last = update;
    const kinds = Object.keys(content);
    if (kinds.every((kind) => this.#allowed?.has(kind) ?? !UNASKED.has(kind))) this.#pending.push(update);
    this.#pushed();
    if (this.#pending.length > 0 && this.#poll) this.#poll.answer(this.#pending.slice(0, this.#poll.limit));
    this.#activity.changed();
    return update;
  }

  /** Sends the last update once more, also where it is confirmed. */
  repeat(): void {
    if (this.#last === undefined) return;
    if (this.#poll) this.#poll.answer([this.#last]);
    else this.#repeated.push(this.#last);
  }

  /** Tells of each update that comes. */
  onPush(pushed: () => void): void {
    this.#pushed = pushed;
  }

  /** Forgets one update: the bot has it. */
  confirm(update: Update): void {
    this.#pending = this.#pending.filter((one) => one.update_id !== update.update_id);
  }

  /** Remembers the kinds of update that are wanted; undefined leaves them, an empty list takes them back. */
  allow(kinds: readonly unknown[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds.length === 0 ? undefined : new Set(kinds.map(String));
  }

  /** Long polling. A second call at the same time ends the first one. */
  poll(request: PollRequest, gone: AbortSignal): Promise<readonly Update[]> {
    const { offset = 0, timeout = 0 } = request;
    const limit = Math.min(Math.max(request.limit ?? MOST_UPDATES, 1), MOST_UPDATES);
    this.end("terminated by other getUpdates request; make sure that only one bot instance is running");
    this.#pending =
      offset < 0 ? this.#pending.slice(offset) : this.#pending.filter((one) => one.update_id >= offset);
    if (this.#repeated.length > 0) return Promise.resolve(this.#repeated.splice(0, limit));
    const wait = Math.min(timeout, LONGEST_WAIT);
    if (this.#pending.length > 0 || wait <= 0) return Promise.resolve(this.#pending.slice(0, limit));
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        if (this.#poll === poll) this.#poll = undefined;
      };
      const answer = (updates: readonly Update[]) => {
        settle();
        resolve(updates);
      };
      const refuse = (refusal: Refusal) => {
        settle();
        reject(refusal);
      };
      const poll = { answer, refuse, limit };
      const timer = setTimeout(() => answer([]), wait * 1000);
      gone.addEventListener("abort", () => answer([]), { once: true });
      this.#poll = poll;
      this.#activity.changed();
    });
  }

  /** Ends a waiting poll with 409, or with no update where no reason is given. */
  end(reason?: string): void {
    if (reason === undefined) this.#poll?.answer([]);
    else this.#poll?.refuse(new Refusal(409, `Conflict: ${reason}`));
  }

  forget(): void {
    this.#pending = [];
  }
}
