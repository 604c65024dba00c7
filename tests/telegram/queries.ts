import { badRequest } from "./refusal.js";

/** A query that somebody waits for, and until when, in milliseconds since 1970. */
interface Waiting<Q> {
  readonly query: Q;
  readonly until: number;
}

/**
 * Queries of one kind that wait for their answer: each is answered once, and within its life time. It is counted by
 * Date, so that a test lets one grow old with `vi.setSystemTime`.
 */
export class Queries<Q> {
  readonly #waiting = new Map<string, Waiting<Q>>();
  readonly #kind: string;
  readonly #lifeTime: number;
  #lastId = 0;

  /**
   * @param kind begins every id
   * @param lifeTime in milliseconds
   */
  constructor(kind: string, lifeTime: number) {
    this.#kind = kind;
    this.#lifeTime = lifeTime;
  }

  newId(): string {
    return `${this.#kind}-${++this.#lastId}`;
  }

  open(id: string, query: Q): void {
    this.#waiting.set(id, { query, until: Date.now() + this.#lifeTime });
  }

  /**
   * The query with that id, where it still waits.
   * @throws Refusal where it was answered, is too old, or never was
   */
  waiting(id: string): Q {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined || waiting.until < Date.now()) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    return waiting.query;
  }

  /**
   * Takes the query that a call answers.
   * @throws Refusal
   */
  answer(id: string): Q {
    const query = this.waiting(id);
    this.#waiting.delete(id);
    return query;
  }
}
