import { AbortController } from "abort-controller";
import { Api } from "grammy";
import type { UserFromGetMe, WebhookInfo } from "grammy/types";
import { describeFailure, isRefusedToken } from "./calls/failure.js";
import { clientOptions, sending } from "./calls/sending.js";
import { FLAG_NAMES, flagsOff } from "./flags.js";
import type { WebhookSettings } from "./updates/webhook.js";

/** One thing that was looked at. */
export interface Finding {
  /** "token", "webhook" … */
  readonly about: string;
  /** "advice": the bot runs, but something does not work; "fault" and "setting": it does not, and who can mend it. */
  readonly verdict: "right" | "advice" | "fault" | "setting";
  /** How it is. */
  readonly state: string;
  /** What to do, where there is something to do. */
  readonly remedy?: string;
}

/** The settings that decide how the bot reaches Telegram, and Telegram the bot. */
export interface Connection {
  readonly token: string | undefined;
  readonly apiRoot: string | undefined;
  readonly webhook: Pick<WebhookSettings, "url"> | undefined;
}

/**
 * Asks Telegram what it knows of the bot, over the way that the bot itself takes, and changes nothing.
 * No finding holds the token or a whole address, which may hold secrets.
 */
export async function examineTelegram({ token, apiRoot, webhook }: Connection): Promise<Finding[]> {
  if (token === undefined) return [NO_TOKEN];
  const api = new Api(token, clientOptions(apiRoot));
  api.config.use(...sending(new AbortController().signal));
  let me: UserFromGetMe;
  try {
    me = await api.getMe();
  } catch (error) {
    return [isRefusedToken(error) ? REFUSED_TOKEN : unreachable(error, apiRoot)];
  }
  return [
    right("Telegram", apiRoot === undefined ? "can be reached" : `can be reached, over ${hostOf(apiRoot)}`),
    right("token", `taken; the bot is @${me.username}`),
    ...flagFindings(me),
    ...(await webhookFindings(api, webhook)),
  ];
}

const NO_TOKEN: Finding = {
  about: "token",
  verdict: "setting",
  state: "none, so that Telegram was not asked for anything",
  remedy: "Send @BotFather /newbot and put the token that it gives you behind BOT_TOKEN= in .env.",
};

const REFUSED_TOKEN: Finding = {
  about: "token",
  verdict: "setting",
  state: "refused",
  remedy:
    "Send @BotFather /token, choose the bot, and put what it gives you behind BOT_TOKEN=. Where TELEGRAM_API_ROOT is set, see that it is right.",
};

function unreachable(error: unknown, apiRoot: string | undefined): Finding {
  const { reason } = describeFailure(error);
  return apiRoot === undefined
    ? { about: "Telegram", verdict: "fault", state: reason, remedy: "See that this machine is online." }
    : {
        about: "Telegram",
        verdict: "fault",
        state: `${reason}, over ${hostOf(apiRoot)}`,
        remedy: "See that a Bot API server runs at TELEGRAM_API_ROOT, or unset it.",
      };
}

function flagFindings(me: UserFromGetMe): Finding[] {
  const off = flagsOff(me);
  if (off.length === 0) return [right("settings", `on: ${FLAG_NAMES}`)];
  return off.map(({ name, off: state, howTo }) => ({
    about: name,
    verdict: "advice",
    state: `off: ${state}`,
    remedy: howTo,
  }));
}

async function webhookFindings(api: Api, wanted: Connection["webhook"]): Promise<Finding[]> {
  try {
    const info = await api.getWebhookInfo();
    return [webhookFinding(info.url ?? "", wanted?.url), ...deliveryFindings(info), waiting(info)];
  } catch (error) {
    return [{ about: "webhook", verdict: "fault", state: `not known: ${describeFailure(error).reason}` }];
  }
}

/** @param url as Telegram has it; "" for none */
function webhookFinding(url: string, wanted: string | undefined): Finding {
  if (wanted === undefined) {
    return url === ""
      ? right("webhook", "none; the bot asks for updates itself")
      : advice(
          `set, to ${hostOf(url)}, though WEBHOOK_URL is not`,
          "Another program may run with this token. The bot removes the webhook when it starts.",
        );
  }
  if (url === wanted) return right("webhook", "set, to WEBHOOK_URL");
  return url === ""
    ? advice("not set, though WEBHOOK_URL is", "The bot sets it when it starts: start it.")
    : advice(
        `set, to ${hostOf(url)} and not to WEBHOOK_URL`,
        "Another program may run with this token. The bot changes it when it starts.",
      );
}

function deliveryFindings({ last_error_date: date, last_error_message: message }: WebhookInfo): Finding[] {
  if (date === undefined) return [];
  const when = new Date(date * 1000).toISOString().replace(/\.000Z$/, "Z");
  return [
    advice(
      `Telegram could not deliver an update at ${when}: ${message ?? "it does not say why"}`,
      "If that was while the bot ran, see that WEBHOOK_URL leads to its HOST and PORT, and that its certificate is valid.",
    ),
  ];
}

function waiting({ pending_update_count: count }: WebhookInfo): Finding {
  return count === 0
    ? right("updates", "none waits")
    : right("updates", `${count} ${count === 1 ? "waits" : "wait"} for the bot; it takes them when it runs`);
}

function right(about: string, state: string): Finding {
  return { about, verdict: "right", state };
}

function advice(state: string, remedy: string): Finding {
  return { about: "webhook", verdict: "advice", state, remedy };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "an address that cannot be read";
}
