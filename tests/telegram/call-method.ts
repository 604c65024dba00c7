import type { FakeTelegram } from "./fake-telegram.js";

/** Calls a method as a bot would, by JSON over HTTP, and gives the whole answer. */
export async function callMethod(
  telegram: FakeTelegram,
  method: string,
  payload: object = {},
  token: string = telegram.token,
): Promise<unknown> {
  const response = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return await response.json();
}

/** The answer to a call that is refused. */
export function refused(code: number, description: string): object {
  return { ok: false, error_code: code, description };
}
