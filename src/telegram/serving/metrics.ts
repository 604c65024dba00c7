import type { MiddlewareFn, Transformer } from "grammy";
import type { Update } from "grammy/types";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Answer } from "../../answer/answer.js";
import { UPDATES } from "../bot.js";
import type { Live } from "../responder.js";
import type { HttpAnswer } from "./http-server.js";
import type { Observer } from "./observer.js";

/** Upper bounds in seconds: an answer takes some milliseconds, the call that sends it tens to hundreds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts what the bot does. No label holds anything of a person or a text, and each has few values. */
export class Metrics implements Observer {
  readonly #registry = new Registry();

  readonly #updates = new Counter({
    name: "verbatim_updates_total",
    help: "Updates by kind.",
    labelNames: ["kind"],
    registers: [this.#registry],
  });

  readonly #seconds = new Histogram({
    name: "verbatim_update_seconds",
    help: "Time from an update's arrival until all work on it is done, waiting behind its chat's others included.",
    buckets: SECONDS,
    registers: [this.#registry],
  });

  readonly #answers = new Counter({
    name: "verbatim_answers_total",
    help: "Questions by what became of them: answered, declined, small-talk.",
    labelNames: ["status"],
    registers: [this.#registry],
  });

  readonly #calls = new Counter({
    name: "verbatim_telegram_calls_total",
    help: "Calls of the Bot API by method, each attempt counted.",
    labelNames: ["method"],
    registers: [this.#registry],
  });

  readonly #errors = new Counter({
    name: "verbatim_telegram_errors_total",
    help: 'Calls that failed, by method and Telegram\'s code, "none" where there was no answer.',
    labelNames: ["method", "code"],
    registers: [this.#registry],
  });

  /** @param live the stories whose size is told */
  constructor(live: Live) {
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: "verbatim_index_size",
      help: "What can be searched: stories and sentences.",
      labelNames: ["of"],
      registers: [this.#registry],
      collect() {
        const { stories } = live.current;
        this.set({ of: "stories" }, stories.length);
        this.set(
          { of: "sentences" },
          stories.reduce((sum, { sentences }) => sum + sentences.length, 0),
        );
      },
    });
  }

  readonly update: MiddlewareFn = async (ctx, next) => {
    this.#updates.inc({ kind: kindOf(ctx.update) });
    const done = this.#seconds.startTimer();
    try {
      await next();
    } finally {
      done();
    }
  };

  readonly call: Transformer = async (prev, method, payload, signal) => {
    this.#calls.inc({ method });
    try {
      const answer = await prev(method, payload, signal);
      if (!answer.ok) this.#errors.inc({ method, code: answer.error_code });
      return answer;
    } catch (error) {
      this.#errors.inc({ method, code: "none" });
      throw error;
    }
  };

  readonly answer = ({ kind }: Answer): void => {
    this.#answers.inc({ status: kind });
  };

  /** All figures in the format that Prometheus reads. */
  async report(): Promise<HttpAnswer> {
    return { status: 200, type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}

/** One of the kinds that the bot takes: what Telegram may send one day is "other". */
function kindOf(update: Update): string {
  return UPDATES.find((kind) => Object.hasOwn(update, kind)) ?? "other";
}
