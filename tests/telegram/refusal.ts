import type { ResponseParameters } from "grammy/types";

/** A call that is answered with `ok: false`; the description is worded as Telegram words it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** The HTTP status, which is `error_code` too. */
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** Telegram's answer to a call whose fields do not fit: `Bad Request: chat not found`. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`);
}
