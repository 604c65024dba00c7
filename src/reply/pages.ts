import type { Block, Reply } from "./reply.js";
import { telegramMessage } from "./telegram-message.js";

/**
 * Most of a list that one message shows, in UTF-16 code units: about two screens of a phone. A single item may be
 * longer; Telegram takes 4096.
 */
const PAGE_LENGTH = 1800;

/** Most entities of a page: Telegram takes 100, and a few are left for the lines around it. */
const PAGE_ENTITIES = 90;

/** As many items of a list as fit into one message, and which ones stand on the pages beside it. */
export interface Page<T> {
  readonly shown: readonly T[];
  readonly before: Range | undefined;
  readonly after: Range | undefined;
  /** How many items the list has. */
  readonly of: number;
}

/** Items from the first to the last, numbered from 1. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The page that begins at an item.
 * @param from its number, from 1; one past the end is the last item's
 * @param blocksOf how items are shown; what one adds depends on the one before it alone
 */
export function pageFrom<T>(
  items: readonly T[],
  from: number,
  blocksOf: (items: readonly T[]) => Block[],
): Page<T> {
  const start = Math.max(0, Math.min(from, items.length) - 1);
  const ahead = (at: number) => fittingOf(items.slice(at, at + PAGE_ENTITIES), blocksOf);
  const end = start + ahead(start);
  const earlier = items.slice(Math.max(0, start - PAGE_ENTITIES), start).reverse();
  const back = fittingOf(earlier, (some) => blocksOf(some.toReversed()));
  return {
    shown: items.slice(start, end),
    before: back === 0 ? undefined : { from: start - back + 1, to: start },
    after: end < items.length ? { from: end + 1, to: end + ahead(end) } : undefined,
    of: items.length,
  };
}

/** How many of the first items fit; one always does. */
function fittingOf<T>(items: readonly T[], blocksOf: (items: readonly T[]) => Block[]): number {
  let count = Math.min(1, items.length);
  while (count < items.length && fits(blocksOf(items.slice(0, count + 1)))) count++;
  return count;
}

function fits(blocks: Reply): boolean {
  const { text, entities } = telegramMessage(blocks);
  return text.length <= PAGE_LENGTH && entities.length <= PAGE_ENTITIES;
}
