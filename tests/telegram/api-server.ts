import { createServer, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiResponse } from "grammy/types";
import type { CallLog } from "./call-log.js";
import { type FaultPlan, NO_FAULT, show } from "./faults.js";
import { MEMBER_METHODS } from "./member-methods.js";
import { MESSAGE_METHODS } from "./message-methods.js";
import type { Method, TelegramState } from "./method.js";
import { PROFILE_METHODS } from "./profile-methods.js";
import { QUERY_METHODS } from "./query-methods.js";
import { Refusal } from "./refusal.js";
import { type ReceivedCall, readCall } from "./request.js";
import { UPDATE_METHODS } from "./update-methods.js";

const TABLES = [UPDATE_METHODS, PROFILE_METHODS, MESSAGE_METHODS, QUERY_METHODS, MEMBER_METHODS];

/** Every method that is known, by its name in small letters: Telegram does not mind the case. */
const METHODS: ReadonlyMap<string, { readonly name: string; readonly method: Method }> = new Map(
  TABLES.flatMap(Object.entries<Method>).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Stands for the method where a fault keeps it from its work. */
const IDLE: Method = () => true;

/** Answers Bot API calls for the bot with that token as far as no fault is planned, and logs each. Not listening yet. */
export function createApiServer(
  token: string,
  state: TelegramState,
  log: CallLog,
  faults: FaultPlan,
): Server {
  return createServer(async (request, response) => {
    const at = Date.now();
    let call: ReceivedCall;
    try {
      call = await readCall(request);
    } catch (error) {
      await show(response, failure(error), NO_FAULT);
      return;
    }
    const known = METHODS.get(call.method.toLowerCase());
    const name = known?.name ?? call.method;
    log.began(name);
    const gone = hangUp(response);
    const fault = faults.take(name, call.payload);
    if (fault.after > 0) await sleep(fault.after);
    const result =
      call.token === token
        ? await answer(fault.carriedOut ? known?.method : IDLE, state, call, gone)
        : failure(new Refusal(401, "Unauthorized"));
    const seen = await show(response, result, fault);
    log.ended({ method: name, payload: call.payload, at, result: seen });
  });
}

async function answer(
  method: Method | undefined,
  state: TelegramState,
  call: ReceivedCall,
  gone: AbortSignal,
): Promise<ApiResponse<unknown>> {
  try {
    if (method === undefined) throw new Refusal(404, "Not Found: method not found");
    return { ok: true, result: await method(state, call.payload, gone) };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): ApiResponse<never> {
  if (!(error instanceof Refusal)) {
    return { ok: false, error_code: 500, description: `Internal Server Error: ${String(error)}` };
  }
  const { code, message, parameters } = error;
  return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
}

/** Fires when the connection is closed before the answer. */
function hangUp(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  return controller.signal;
}
