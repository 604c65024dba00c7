import type { Logger } from "pino";
import type { CorpusStatus } from "../../answer/live-library.js";
import type { Live } from "../responder.js";
import { Webhook, type WebhookSettings } from "../updates/webhook.js";
import { Health } from "./health.js";
import { HttpServer, type Route } from "./http-server.js";
import { Metrics } from "./metrics.js";
import type { Observer } from "./observer.js";

/** Where to serve, and where Telegram is to send updates; it polls for them where no webhook is set. */
export interface ServingSettings {
  readonly host: string;
  readonly port: number;
  readonly webhook: WebhookSettings | undefined;
}

/** What is served over HTTP while the bot runs: health, metrics, and the webhook. */
export interface Serving {
  /** What is told there is seen by them. */
  readonly observers: readonly Observer[];
  readonly webhook: Webhook | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Serves before the bot is ready: whoever watches it sees that it is not.
 * @throws the system's error where it cannot listen there
 */
export async function serve(
  { host, port, webhook: settings }: ServingSettings,
  live: Live,
  corpus: () => CorpusStatus,
  log: Logger,
): Promise<Serving> {
  const health = new Health(corpus);
  const metrics = new Metrics(live);
  const webhook = settings && new Webhook(settings);
  const routes: Route[] = [
    { path: "/healthz", method: "GET", answer: () => health.report() },
    { path: "/metrics", method: "GET", answer: () => metrics.report() },
    ...(webhook ? [webhook.route] : []),
  ];
  const server = await HttpServer.listen({ host, port }, routes, log);
  return { observers: [health, metrics], webhook, close: () => server.close() };
}
