import type { IncomingMessage } from "node:http";
import { isPayload, type Payload } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";

/** A call before it is known whether token and method are right. */
export interface ReceivedCall {
  readonly token: string;
  readonly method: string;
  readonly payload: Payload;
}

/**
 * Reads `/bot<token>/<method>` with its fields from the address, from JSON or from a form.
 * @throws Refusal
 */
export async function readCall(request: IncomingMessage): Promise<ReceivedCall> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
  if (token === undefined || method === undefined) throw new Refusal(404, "Not Found");
  const body = await bodyOf(request);
  return {
    token: decodeURIComponent(token),
    method,
    payload: { ...Object.fromEntries(url.searchParams), ...fieldsOf(body, request.headers["content-type"]) },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function fieldsOf(body: string, contentType = ""): Payload {
  if (body === "") return {};
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  if (contentType.startsWith("application/json")) {
    const fields = parsed(body);
    if (isPayload(fields)) return fields;
  }
  throw badRequest("can't parse JSON object");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
