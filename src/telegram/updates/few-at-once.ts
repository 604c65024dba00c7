import { limit } from "@grammyjs/ratelimiter";
import type { Context, Filter, MiddlewareFn } from "grammy";
import { WORDING } from "../../reply/wording.js";
import { askedIn } from "../asked.js";
import { BoundedMap } from "../bounded-map.js";
import { words } from "../views/outgoing.js";
import { contentOf, sendAnswer } from "../views/send.js";

/** Questions that one person may send in one window, at once or one after the other. */
const AT_ONCE = 5;

/** People whose questions are counted at the same time; who is forgotten may ask five more. */
const REMEMBERED = 10_000;

/**
 * Lets through what a person asks as long as it is not too much: five messages in a window of 300 / N seconds. One
 * more gets a notice, and those after it nothing until the window is over. Talk of a group is not counted.
 */
export function fewAtOnce(questionsPerMinute: number): MiddlewareFn<Filter<Context, "message">> {
  const window = (AT_ONCE * 60_000) / questionsPerMinute;
  return limit<Filter<Context, "message">, Windows>({
    limit: AT_ONCE,
    timeFrame: window,
    storageClient: new Windows(),
    keyGenerator: (ctx) => (isAsking(ctx) ? askerOf(ctx) : undefined),
    onLimitExceeded: async (ctx) => {
      const notice = words(WORDING.tooMany(Math.ceil(window / 1000)));
      await sendAnswer(ctx.api, ctx.msg, contentOf(notice));
    },
  });
}

function isAsking({ msg, me }: Filter<Context, "message">): boolean {
  const { kind } = askedIn(msg, me);
  return kind === "command" || kind === "text";
}

/** All who write as a group have one account: there it is the group that counts. */
function askerOf({ msg }: Filter<Context, "message">): string {
  return String(msg.sender_chat?.id ?? msg.from.id);
}

/**
 * What each person has sent in a window that begins with the first message. (The limiter's own store begins a new
 * window for all at the same time, however little of the last one somebody had.)
 */
class Windows {
  readonly #windows = new BoundedMap<string, { count: number; until: number }>(REMEMBERED);

  /** Counts one more. */
  async incr(person: string): Promise<number> {
    const running = this.#windows.get(person);
    if (running && Date.now() < running.until) return ++running.count;
    this.#windows.set(person, { count: 1, until: Number.POSITIVE_INFINITY });
    return 1;
  }

  /** Sets how long the window goes on. */
  async pexpire(person: string, milliseconds: number): Promise<number> {
    const running = this.#windows.get(person);
    if (running) running.until = Date.now() + milliseconds;
    return running ? 1 : 0;
  }
}
