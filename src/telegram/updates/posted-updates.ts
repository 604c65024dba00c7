import type { AbortSignal } from "abort-controller";
import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import { UPDATES } from "../bot.js";
import type { InHand } from "./in-hand.js";
import type { Webhook } from "./webhook.js";

/**
 * Has Telegram post the updates until the bot is asked to stop, and finishes what is under way. The webhook stays set:
 * what comes after that waits for the next start, or goes to another replica.
 */
export async function takePosted(
  bot: Bot,
  webhook: Webhook,
  inHand: InHand,
  asked: AbortSignal,
): Promise<void> {
  webhook.open((update) => inHand.add(answer(bot, update)));
  try {
    const { url, secret } = webhook.settings;
    await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES }, asked);
    await fired(asked);
  } finally {
    webhook.close();
    await inHand.done();
  }
}

async function answer(bot: Bot, update: Update): Promise<void> {
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    await bot.errorHandler(error);
  }
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve());
  });
}
