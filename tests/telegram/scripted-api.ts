import { Api } from "grammy";
import { isPayload, type Payload } from "./payload.js";
import { TOKEN } from "./people.js";

/** A call that a scripted Telegram got, and when, in milliseconds since the script began. */
export interface Attempt {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
}

/**
 * The API as grammY gives it, before a Telegram that answers each attempt as a script says, without a network.
 * @param script the answer to the attempt of that number, from 1; what it throws is what the connection throws
 */
export function scriptedApi(script: (attempt: number) => object | Promise<object>): {
  readonly api: Api;
  readonly attempts: readonly Attempt[];
} {
  const start = Date.now();
  const attempts: Attempt[] = [];
  const fetch = async (url: string, call: { readonly body: string }) => {
    const payload: unknown = JSON.parse(call.body);
    if (!isPayload(payload)) throw new Error("a call without fields");
    attempts.push({ method: url.slice(url.lastIndexOf("/") + 1), payload, at: Date.now() - start });
    const answer = await script(attempts.length);
    return { json: () => answer };
  };
  return { api: new Api(TOKEN, { fetch }), attempts };
}

export function ok(result: unknown): object {
  return { ok: true, result };
}

export function refusal(error_code: number, description: string, retry_after?: number): object {
  const parameters = retry_after === undefined ? {} : { parameters: { retry_after } };
  return { ok: false, error_code, description, ...parameters };
}
