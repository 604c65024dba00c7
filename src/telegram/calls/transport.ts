import { request as httpRequest, type IncomingMessage, STATUS_CODES } from "node:http";
import { request as httpsRequest } from "node:https";
import type { AbortSignal } from "abort-controller";

/** A call that never reached the server: there was no connection to send it on. */
export class UnsentError extends Error {
  override readonly name = "UnsentError";
}

/** A call that was sent and got no answer that can be read: it may have been carried out. */
export class UnansweredError extends Error {
  override readonly name = "UnansweredError";
}

/** What grammY asks of `fetch`: the body is JSON, for the bot uploads nothing. */
interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * Sends one call of the Bot API: grammY's `fetch`. The usual ones do not tell whether a call that failed was sent,
 * nor what came with a status of 500 and a web page. A page with a status from 500 counts as Telegram's own 5xx.
 * @throws UnsentError, UnansweredError; they hold the system's code, and neither address nor token
 */
export function fetchAnswer(url: string, call: Call): Promise<{ readonly json: () => unknown }> {
  return new Promise((resolve, reject) => {
    let sent = false;
    const secure = url.startsWith("https:");
    const fail = (error: Error) => {
      call.signal.removeEventListener("abort", abort);
      reject(sent ? new UnansweredError(reasonOf(error)) : new UnsentError(reasonOf(error)));
    };
    const options = { method: call.method, headers: call.headers };
    const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      readBody(response).then((body) => {
        call.signal.removeEventListener("abort", abort);
        const answer = answerIn(response.statusCode ?? 0, body);
        if (answer === undefined) fail(new Error("not an answer of the Bot API"));
        else resolve({ json: () => answer });
      }, fail);
    });
    const abort = () => void request.destroy(new Error("no answer in time"));
    request.on("error", fail).on("socket", (socket) => {
      // Node writes a request as soon as its connection stands.
      if (request.reusedSocket) sent = true;
      else socket.once(secure ? "secureConnect" : "connect", () => (sent = true));
    });
    if (call.signal.aborted) abort();
    else call.signal.addEventListener("abort", abort);
    request.end(call.body);
  });
}

function readBody(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = "";
    response
      .setEncoding("utf8")
      .on("data", (text: string) => {
        body += text;
      })
      .on("end", () => resolve(body))
      .on("error", reject);
  });
}

/** What the server answered as grammY expects it, undefined where it is nothing that Telegram would say. */
function answerIn(status: number, body: string): object | undefined {
  const answer = parsed(body);
  if (typeof answer === "object" && answer !== null && isOfTelegram(answer)) return answer;
  if (status < 500) return undefined;
  return { ok: false, error_code: status, description: STATUS_CODES[status] ?? "Internal Server Error" };
}

/** https://core.telegram.org/bots/api#making-requests */
function isOfTelegram(answer: object): boolean {
  if (!("ok" in answer)) return false;
  if (answer.ok === true) return "result" in answer;
  const told = "error_code" in answer && "description" in answer;
  return told && typeof answer.error_code === "number" && typeof answer.description === "string";
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The system's code for what went wrong, like ECONNREFUSED; its messages hold addresses. */
function reasonOf(error: Error): string {
  return "code" in error ? String(error.code) : error.message;
}
