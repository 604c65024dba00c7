import type { Transformer } from "grammy";
import type { CorpusStatus } from "../../answer/live-library.js";
import { describeFault } from "../../story/fault.js";
import type { HttpAnswer } from "./http-server.js";
import type { Observer } from "./observer.js";

/** Whether the bot can do its work, for whoever watches it. */
export class Health implements Observer {
  readonly #corpus: () => CorpusStatus;
  #answered: Date | undefined;

  constructor(corpus: () => CorpusStatus) {
    this.#corpus = corpus;
  }

  /** Notes when Telegram last answered; what stands between here and Telegram answers with 5xx. */
  readonly call: Transformer = async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    if (answer.ok || answer.error_code < 500) this.#answered = new Date();
    return answer;
  };

  /** 200 once Telegram has answered, 503 before; the stories are there from the start. */
  report(): HttpAnswer {
    const ready = this.#answered !== undefined;
    const { loaded, stories, faults } = this.#corpus();
    return {
      status: ready ? 200 : 503,
      type: "application/json",
      body: JSON.stringify({
        status: ready ? "ok" : "starting",
        corpus: { loaded: loaded.toISOString(), stories, faults: faults.map(describeFault) },
        telegram: { answered: this.#answered?.toISOString() ?? null },
      }),
    };
  }
}
