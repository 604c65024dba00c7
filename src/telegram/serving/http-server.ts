import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";

/** What is answered to one request. */
export interface HttpAnswer {
  readonly status: number;
  /** The media type of the body. */
  readonly type?: string;
  /** With 405: the methods that the path takes. */
  readonly allow?: string;
  readonly body?: string;
}

/** What is served at one path, exactly. */
export interface Route {
  readonly path: string;
  /** A route for GET takes HEAD, too. */
  readonly method: "GET" | "POST";
  readonly answer: (request: IncomingMessage) => HttpAnswer | Promise<HttpAnswer>;
}

/**
 * A request must have come whole within so many milliseconds, its headers sooner; slow ones hold a connection. Node
 * looks for them so often.
 */
const REQUEST_WITHIN = 10_000;
const HEADERS_WITHIN = 5_000;
const LOOK_EVERY = 5_000;

/** Longer than proxies keep an idle connection, or they write on one that is just being closed. In milliseconds. */
const IDLE = 75_000;

/** When the server closes, requests that are under way have so long, in milliseconds; those of Telegram need less. */
const CLOSE_WITHIN = 1_000;

/** Connections at the same time; Telegram opens 100 at most. */
const MOST_CONNECTIONS = 500;

/** A small server for machines: few paths, no state, nothing of a request in the log. */
export class HttpServer {
  readonly #server: Server;

  /** @throws the system's error where it cannot listen there */
  static async listen(
    { host, port }: { readonly host: string; readonly port: number },
    routes: readonly Route[],
    log: Logger,
  ): Promise<HttpServer> {
    const server = createServer({
      requestTimeout: REQUEST_WITHIN,
      headersTimeout: HEADERS_WITHIN,
      connectionsCheckingInterval: LOOK_EVERY,
      keepAliveTimeout: IDLE,
    });
    server.maxConnections = MOST_CONNECTIONS;
    server.on("request", async (request, response) => {
      const answer = await answerTo(routes, log, request);
      // A connection that is kept for more would keep the server from closing.
      if (!server.listening) response.setHeader("connection", "close");
      send(response, answer);
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(port, host, () => {
        server.removeListener("error", reject);
        resolve();
      });
    });
    return new HttpServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  /** The port, also where the system chose it. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  /** Takes no connection any more, and resolves when the requests that are there have their answers, or had their time. */
  close(): Promise<void> {
    const late = setTimeout(() => this.#server.closeAllConnections(), CLOSE_WITHIN);
    return new Promise((resolve) => {
      this.#server.close(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }
}

function send(response: ServerResponse, { status, type, allow, body = "" }: HttpAnswer): void {
  response.writeHead(status, {
    ...(type === undefined ? {} : { "content-type": type }),
    ...(allow === undefined ? {} : { allow }),
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
  });
  response.end(body);
}

async function answerTo(
  routes: readonly Route[],
  log: Logger,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  const path = pathOf(request);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = routes.find((one) => one.path === path && one.method === method);
  if (!route) {
    const allow = allowedAt(routes, path);
    return allow === "" ? { status: 404 } : { status: 405, allow };
  }
  try {
    return await route.answer(request);
  } catch (error) {
    if (!request.destroyed)
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, "a request failed");
    return { status: 500 };
  }
}

function allowedAt(routes: readonly Route[], path: string): string {
  return routes
    .filter((route) => route.path === path)
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]))
    .join(", ");
}

/** The path without what is asked behind it. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const [path = "/"] = url.split("?", 1);
  return path;
}
