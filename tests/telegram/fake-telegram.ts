import type { Server } from "node:http";
import type { Message, UserFromGetMe } from "grammy/types";
import { Activity } from "./activity.js";
import { createApiServer } from "./api-server.js";
import { type Call, CallLog } from "./call-log.js";
import { Chats, type Shown } from "./chats.js";
import { type Fault, FaultPlan, type Where } from "./faults.js";
import { OtherChats } from "./other-chats.js";
import { BOT, READER, TOKEN } from "./people.js";
import { Queries } from "./queries.js";
import type { Notice, Offer } from "./query-methods.js";
import { UpdateQueue } from "./update-queue.js";
import { type DeliveryError, WebhookDelivery } from "./webhook-delivery.js";

/** How long tests wait for what should happen, in milliseconds: a cold start on a busy machine takes seconds. */
const PATIENCE = 10_000;

/** How long nothing must happen until the bot counts as done, in milliseconds. */
const QUIET = 100;

/**
 * How long Telegram waits for answers, in milliseconds. It does not say how long; these are the shortest times after
 * which bots report that a query was too old.
 */
const LIFE_TIMES = { press: 15_000, inline: 10_000, guest: 15_000 };

/**
 * A Bot API server over real HTTP, for one bot. The bot's side is `apiRoot` and `token`; a test sends updates,
 * waits for calls, and looks at the chats as readers see them.
 */
export class FakeTelegram extends OtherChats {
  readonly token = TOKEN;
  readonly #activity: Activity;
  readonly #log: CallLog;
  readonly #faults: FaultPlan;
  readonly #server: Server;
  #port = 0;

  /** @param bot what getMe tells differently from a fresh bot */
  static async start(bot: Partial<UserFromGetMe> = {}): Promise<FakeTelegram> {
    const telegram = new FakeTelegram({ ...BOT, ...bot });
    await telegram.open();
    return telegram;
  }

  private constructor(bot: UserFromGetMe) {
    const activity = new Activity();
    const updates = new UpdateQueue(activity);
    super({
      bot,
      chats: new Chats(),
      updates,
      profile: { descriptions: new Map(), shortDescriptions: new Map(), commands: new Map() },
      callbackQueries: new Queries("press", LIFE_TIMES.press),
      notices: [],
      inlineQueries: new Queries("inline", LIFE_TIMES.inline),
      offers: [],
      guestQueries: new Queries("guest", LIFE_TIMES.guest),
      webhook: new WebhookDelivery(updates, activity),
    });
    this.#activity = activity;
    this.#log = new CallLog(activity);
    this.#faults = new FaultPlan(activity);
    this.#server = createApiServer(this.token, this.state, this.#log, this.#faults);
  }

  /** What TELEGRAM_API_ROOT is set to. */
  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The bots' own servers, behind the webhook's address, which get updates in turns: "http://127.0.0.1:8080". */
  proxyWebhookTo(...origins: string[]): void {
    this.state.webhook.proxyTo(origins);
  }

  /** What went wrong last between Telegram and the webhook; undefined where nothing did. */
  get deliveryError(): DeliveryError | undefined {
    return this.state.webhook.lastError;
  }

  /** Listens: at first where there is room, after `close` where it did before. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(this.#port, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (address !== null && typeof address === "object") this.#port = address.port;
  }

  /** Ends waiting polls and open connections; new ones are refused. */
  async close(): Promise<void> {
    this.state.webhook.set(undefined);
    this.state.updates.end();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The next call of that method meets a fault; other ones are answered. */
  fail(method: string, fault: Fault, where: Where = {}): void {
    this.#faults.add(method, fault, where);
  }

  /** Waits until so many calls in all have met a fault. */
  async faultsMet(count: number, { timeout = PATIENCE } = {}): Promise<void> {
    await this.until(() => this.#faults.met >= count || undefined, { timeout });
  }

  /** Delivers the last update once more, though the bot has it already. */
  again(): void {
    this.state.updates.repeat();
  }

  /** A chat as readers see it now. */
  messages(chatId: number = READER.id): readonly Message[] {
    return this.state.chats.messages(chatId);
  }

  /** What the bot sent and edited so far, in that order. */
  get shown(): readonly Shown[] {
    return this.state.chats.shown;
  }

  /** Forgets all messages and calls so far, for what goes on so long that they would fill the memory. */
  forget(): void {
    this.state.chats.forget();
    this.#log.forget();
  }

  /** How many updates there were for the bot so far. */
  get updateCount(): number {
    return this.state.updates.count;
  }

  /** What the presses of buttons were answered with so far. */
  get notices(): readonly Notice[] {
    return this.state.notices;
  }

  /** What inline queries were answered with so far. */
  get offers(): readonly Offer[] {
    return this.state.offers;
  }

  /** The calls of the bot that were answered so far. */
  get calls(): readonly Call[] {
    return this.#log.calls;
  }

  /** The next call of a method that no earlier `nextCall` gave, also if it has come already. */
  nextCall(method: string, { timeout = PATIENCE } = {}): Promise<Call> {
    return this.#log.next(method, timeout);
  }

  /** Waits until `probe`, asked after everything that happens, gives a value. */
  until<T>(probe: () => T | undefined, { timeout = PATIENCE } = {}): Promise<T> {
    return this.#activity.until(probe, timeout, () => "what was waited for did not happen");
  }

  /** Waits until the bot polls for updates. */
  async polled({ timeout = PATIENCE } = {}): Promise<void> {
    await this.until(() => this.state.updates.polled || undefined, { timeout });
  }

  /** Waits until the bot polls for updates, or has set a webhook. */
  async awaited({ timeout = PATIENCE } = {}): Promise<void> {
    await this.until(() => this.#isAwaited || undefined, { timeout });
  }

  get #isAwaited(): boolean {
    return this.state.updates.polled || this.state.webhook.settings !== undefined;
  }

  /**
   * Waits until the bot has taken every update, waits for more, and no call came for a while.
   * @param quiet that while, in milliseconds
   */
  idle(quiet: number = QUIET, { timeout = PATIENCE } = {}): Promise<void> {
    const { updates, webhook } = this.state;
    const settled = () =>
      updates.pending.length === 0 && webhook.open === 0 && this.#isAwaited && this.#log.open === 0;
    return this.#activity.quiet(settled, quiet, timeout, () => {
      return `the bot is not idle: ${updates.pending.length} updates not confirmed, ${this.#log.open} calls open`;
    });
  }
}
