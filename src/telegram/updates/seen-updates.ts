import type { MiddlewareFn } from "grammy";
import { BoundedMap } from "../bounded-map.js";

/** Updates that are remembered: Telegram sends again only the last ones. */
const REMEMBERED = 10_000;

/** Lets each update through once: Telegram sends one again where it did not get to know that the bot has it. */
export function eachUpdateOnce(): MiddlewareFn {
  const seen = new BoundedMap<number, true>(REMEMBERED);
  return async (ctx, next) => {
    if (seen.get(ctx.update.update_id)) return;
    seen.set(ctx.update.update_id, true);
    await next();
  };
}
