import type { ServerResponse } from "node:http";
import type { ApiResponse, ResponseParameters } from "grammy/types";
import type { Activity } from "./activity.js";
import { type Payload, textField } from "./payload.js";

/** An answer that need not be one of Telegram's. */
interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What happens to a call. */
export interface Fault {
  /** The method does its work. */
  readonly carriedOut: boolean;
  /** What the bot gets to see of it. */
  readonly shows: "the answer" | "a break" | "half the answer" | "nothing" | Page;
  /** Milliseconds before any of it. */
  readonly after: number;
}

/** What happens to a call that no fault meets. */
export const NO_FAULT: Fault = { carriedOut: true, shows: "the answer", after: 0 };

const UNTOUCHED = { carriedOut: false, after: 0 } as const;
const CARRIED_OUT = { carriedOut: true, after: 0 } as const;

/** The faults that a bot meets. Where a call is both carried out and not seen to be, the name says so. */
export const FAULTS = {
  /** Answered `ok: false`: 400, 401, 403, 404, 409, 500 with whatever words. */
  refused: (code: number, description: string, parameters?: ResponseParameters): Fault => ({
    ...UNTOUCHED,
    shows: json(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) }),
  }),
  tooMany: (seconds: number): Fault =>
    FAULTS.refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
  conflict: (): Fault =>
    FAULTS.refused(
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ),
  /** What stands in front of Telegram answers with a page. */
  badGateway: (): Fault => ({
    ...UNTOUCHED,
    shows: {
      status: 502,
      type: "text/html",
      body: "<html><body><center><h1>502 Bad Gateway</h1></center></body></html>",
    },
  }),
  carriedOutThenServerError: (): Fault => ({
    ...CARRIED_OUT,
    shows: json(500, { ok: false, error_code: 500, description: "Internal Server Error" }),
  }),
  carriedOutThenGarbled: (body = '{"ok":tru'): Fault => ({
    ...CARRIED_OUT,
    shows: { status: 200, type: "application/json", body },
  }),
  broken: (): Fault => ({ ...UNTOUCHED, shows: "a break" }),
  carriedOutThenBroken: (): Fault => ({ ...CARRIED_OUT, shows: "a break" }),
  carriedOutThenHalfAnswered: (): Fault => ({ ...CARRIED_OUT, shows: "half the answer" }),
  hanging: (): Fault => ({ ...UNTOUCHED, shows: "nothing" }),
  carriedOutThenHanging: (): Fault => ({ ...CARRIED_OUT, shows: "nothing" }),
  slow: (milliseconds: number): Fault => ({ ...NO_FAULT, after: milliseconds }),
};

function json(status: number, body: object): Page {
  return { status, type: "application/json", body: JSON.stringify(body) };
}

/** Which of the next calls meet a fault. */
export interface Where {
  /** How many calls; 1 unless said otherwise. */
  readonly times?: number;
  /** Only calls for this chat. */
  readonly chat?: number;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly chat: number | undefined;
  left: number;
}

/** The faults that calls are going to meet, those of one method in the order in which they were planned. */
export class FaultPlan {
  readonly #planned: Planned[] = [];
  #met = 0;
  readonly #activity: Activity;

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  /** How many calls met a fault so far. */
  get met(): number {
    return this.#met;
  }

  add(method: string, fault: Fault, { times = 1, chat }: Where): void {
    this.#planned.push({ method, fault, chat, left: times });
  }

  /** What a call meets. */
  take(method: string, payload: Payload): Fault {
    const next = this.#planned.find(
      (one) =>
        one.left > 0 &&
        one.method === method &&
        (one.chat === undefined || String(one.chat) === textField(payload, "chat_id")),
    );
    if (next === undefined) return NO_FAULT;
    next.left--;
    this.#met++;
    this.#activity.changed();
    return next.fault;
  }
}

/** The result in the log of a call that got none. */
const NOTHING_SEEN: ApiResponse<never> = { ok: false, error_code: 0, description: "nothing was seen of it" };

/** Lets the bot see of a result what the fault says, and gives what it saw. */
export async function show(
  response: ServerResponse,
  result: ApiResponse<unknown>,
  { shows }: Fault,
): Promise<ApiResponse<unknown>> {
  if (typeof shows === "object") {
    response.writeHead(shows.status, { "content-type": shows.type }).end(shows.body);
    return { ok: false, error_code: shows.status, description: shows.body };
  }
  const body = JSON.stringify(result);
  if (shows === "the answer") {
    response.writeHead(result.ok ? 200 : result.error_code, { "content-type": "application/json" }).end(body);
    return result;
  }
  const closed = new Promise((resolve) => response.once("close", resolve));
  if (shows === "a break") response.destroy();
  if (shows === "half the answer") {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  }
  if (!response.closed) await closed;
  return NOTHING_SEEN;
}
