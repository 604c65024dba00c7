import type { Block, Reply } from "./reply.js";
import { telegramMessage } from "./telegram-message.js";

/** A message's limits: https://core.telegram.org/bots/api#sendmessage */
const TEXT_LIMIT = 4096;
const ENTITY_LIMIT = 100;

/** Room for the lines before and after a page, in UTF-16 code units. */
const LINES_AROUND = 300;

/** As many items as fit into one message. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** How many are left after this page, and the number of the next one. */
  readonly more: number;
  readonly next: number;
}

/**
 * One page of a long list.
 * @param page from 1; one that is past the last is the last
 * @param blocksOf how items are shown; what one adds depends on the one before it alone
 */
export function pageOf<T>(
  items: readonly T[],
  page: number,
  blocksOf: (items: readonly T[]) => Block[],
): Page<T> {
  const pages = pagesOf(items, Math.max(1, page), blocksOf);
  return { shown: pages.at(-1) ?? [], more: items.length - pages.flat().length, next: pages.length + 1 };
}

/** The first pages, `most` of them or as many as there are. */
function pagesOf<T>(items: readonly T[], most: number, blocksOf: (items: readonly T[]) => Block[]): T[][] {
  const pages: T[][] = [];
  let [length, entities] = [0, 0];
  for (const item of items) {
    const page = pages.at(-1);
    const before = page?.slice(-1) ?? [];
    const [own, spared] = [sizeOf(blocksOf([...before, item])), sizeOf(blocksOf(before))];
    length += own.length - spared.length;
    entities += own.entities - spared.entities;
    const fits = length <= TEXT_LIMIT - LINES_AROUND && entities <= ENTITY_LIMIT;
    if (page && fits) page.push(item);
    else if (pages.length >= most) break;
    else {
      pages.push([item]);
      const alone = sizeOf(blocksOf([item]));
      [length, entities] = [alone.length, alone.entities];
    }
  }
  return pages;
}

function sizeOf(blocks: Reply) {
  const { text, entities } = telegramMessage(blocks);
  return { length: text.length + 1, entities: entities.length };
}
