import type { DatedEvent } from "../answer/timeline.js";
import { whoseWords } from "../attribution/whose-words.js";
import type { Period } from "../language/calendar.js";
import { type Block, line, quoted, type Reply } from "./reply.js";
import { telegramMessage } from "./telegram-message.js";
import { WORDING } from "./wording.js";

/** A message's limits: https://core.telegram.org/bots/api#sendmessage */
const TEXT_LIMIT = 4096;
const ENTITY_LIMIT = 100;

/** Room for the first and the last line, in UTF-16 code units. */
const LINES_AROUND = 200;

/** All events, each with its date and its sentence. */
export function replyToTimeline(events: readonly DatedEvent[]): Reply {
  return events.length === 0 ? [line(WORDING.noDates)] : [line(WORDING.timeline), ...blocksOf(events)];
}

/**
 * As many events as fit into one message.
 * @param page from 1; one that is past the last is the last
 */
export function timelinePage(events: readonly DatedEvent[], page: number): Reply {
  const pages = pagesOf(events, Math.max(1, page));
  const at = pages.length;
  const shown = pages.at(-1);
  if (!shown) return replyToTimeline(events);
  const more = events.length - pages.flat().length;
  return [...replyToTimeline(shown), ...(more > 0 ? [line(WORDING.moreDates(more, at + 1))] : [])];
}

/** The first pages, `most` of them or as many as there are. */
function pagesOf(events: readonly DatedEvent[], most: number): DatedEvent[][] {
  const pages: DatedEvent[][] = [];
  let [length, entities] = [0, 0];
  for (const event of events) {
    const page = pages.at(-1);
    const own = sizeOf(blocksOf([event]));
    // The origin stands under the last event of a story only: with this one, the one before loses its own.
    const before = page?.at(-1);
    const spared = before?.story === event.story ? sizeOf(blocksOf([before]).slice(-1)) : NOTHING;
    length += own.length - spared.length;
    entities += own.entities - spared.entities;
    const fits = length <= TEXT_LIMIT - LINES_AROUND && entities <= ENTITY_LIMIT;
    if (page && fits) page.push(event);
    else if (pages.length >= most) break;
    else {
      pages.push([event]);
      [length, entities] = [own.length, own.entities];
    }
  }
  return pages;
}

const NOTHING = { length: 0, entities: 0 };

function sizeOf(blocks: Reply) {
  const { text, entities } = telegramMessage(blocks);
  return { length: text.length + 1, entities: entities.length };
}

function blocksOf(events: readonly DatedEvent[]): Block[] {
  return events.flatMap((event, i) => {
    const { story, sentence, expression } = event;
    const blocks = quoted([
      { story, span: sentence, sentence, answer: expression, score: 1, ...whoseWords(story, sentence) },
    ]);
    const isLast = events[i + 1]?.story !== story;
    return [
      line(WORDING.when(spokenPeriod(event), event.basis)),
      ...blocks.filter(({ kind }) => isLast || kind !== "origin"),
    ];
  });
}

/** "June 27, 2025", "June 23–29, 2025", "December 2024", "2020" */
export function spokenPeriod({ from, to, precision }: Period): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...FORMS[precision] });
  const [first, last] = [new Date(from), new Date(to)];
  return precision === "week" || precision === "range"
    ? format.formatRange(first, last).replace(/\s*–\s*/, "–")
    : format.format(first);
}

const DAY = { year: "numeric", month: "long", day: "numeric" } as const;

const FORMS = {
  day: DAY,
  week: DAY,
  range: DAY,
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
} as const;
