import type { Update } from "grammy/types";
import type { Activity } from "./activity.js";
import type { UpdateQueue } from "./update-queue.js";

/** Where updates are posted, as setWebhook set it. */
export interface WebhookSettings {
  readonly url: string;
  /** "" for none. */
  readonly secret: string;
  readonly maxConnections: number;
}

/** What went wrong last. */
export interface DeliveryError {
  /** In seconds since 1970. */
  readonly date: number;
  readonly message: string;
}

/** The waits before an update is posted again, in milliseconds: doubled each time. Telegram's are twenty times as long. */
const RETRY = { first: 50, longest: 1000 } as const;

/**
 * Posts updates to the bot's webhook as Telegram does: several at a time, of one chat one after the other, each again
 * and again until it is answered with 2xx.
 */
export class WebhookDelivery {
  readonly #queue: UpdateQueue;
  readonly #activity: Activity;
  readonly #busy = new Set<string>();
  #settings: WebhookSettings | undefined;
  #stop = new AbortController();
  #proxied: readonly string[] = [];
  #turn = 0;
  #open = 0;
  #lastError: DeliveryError | undefined;

  constructor(queue: UpdateQueue, activity: Activity) {
    this.#queue = queue;
    this.#activity = activity;
    queue.onPush(() => this.#deliver());
  }

  get settings(): WebhookSettings | undefined {
    return this.#settings;
  }

  get lastError(): DeliveryError | undefined {
    return this.#lastError;
  }

  /** Posts that wait for their answer. */
  get open(): number {
    return this.#open;
  }

  /** undefined: updates are posted nowhere. */
  set(settings: WebhookSettings | undefined): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#busy.clear();
    this.#lastError = undefined;
    this.#settings = settings;
    this.#deliver();
    this.#activity.changed();
  }

  /**
   * Stands between Telegram and the bot, as a proxy that ends the encryption does.
   * @param origins of the bots' own servers, which get the updates in turns
   */
  proxyTo(origins: readonly string[]): void {
    this.#proxied = origins;
  }

  #deliver(): void {
    if (!this.#settings) return;
    for (const update of this.#queue.pending) {
      const chat = chatOf(update);
      if (this.#open >= this.#settings.maxConnections) return;
      if (this.#busy.has(chat)) continue;
      this.#busy.add(chat);
      void this.#deliverOne(update, chat, this.#settings, this.#stop.signal);
    }
  }

  async #deliverOne(
    update: Update,
    chat: string,
    settings: WebhookSettings,
    stop: AbortSignal,
  ): Promise<void> {
    for (let wait: number = RETRY.first; ; wait = Math.min(wait * 2, RETRY.longest)) {
      const fault = await this.#post(update, settings, stop);
      if (stop.aborted) return;
      if (fault === undefined) break;
      this.#lastError = { date: Math.floor(Date.now() / 1000), message: fault };
      this.#activity.changed();
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (stop.aborted) return;
    }
    this.#busy.delete(chat);
    this.#queue.confirm(update);
    this.#deliver();
    this.#activity.changed();
  }

  /** @returns what went wrong, undefined where nothing did */
  async #post(
    update: Update,
    { url, secret }: WebhookSettings,
    stop: AbortSignal,
  ): Promise<string | undefined> {
    const origin = this.#proxied[this.#turn++ % this.#proxied.length];
    if (origin === undefined) return "Connection refused";
    const { pathname, search } = new URL(url);
    this.#open++;
    try {
      const response = await fetch(`${origin}${pathname}${search}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(secret === "" ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret }),
        },
        body: JSON.stringify(update),
        signal: stop,
      });
      await response.arrayBuffer();
      if (response.ok) return undefined;
      return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch {
      return "Connection refused";
    } finally {
      this.#open--;
      this.#activity.changed();
    }
  }
}

/** What belongs together is posted in its order: what happens in one chat, or else what one person does. */
function chatOf(update: Update): string {
  const { message, edited_message, callback_query } = update;
  const chat = (message ?? edited_message ?? callback_query?.message)?.chat.id;
  const person = (callback_query ?? update.inline_query)?.from.id;
  return String(chat ?? person ?? `update ${update.update_id}`);
}
