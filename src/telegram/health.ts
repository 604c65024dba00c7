import type { Transformer } from "grammy";
import { type CorpusFault, describeFault } from "../story/fault.js";
import type { HttpAnswer } from "./http-server.js";
import type { Observer } from "./observer.js";

/** The stories that the bot answers from, and whether newer ones were refused. */
export interface CorpusStatus {
  readonly loaded: Date;
  readonly stories: number;
  /** What is wrong with the files as they are now; none where the stories are those of the files. */
  readonly faults: readonly CorpusFault[];
}

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
