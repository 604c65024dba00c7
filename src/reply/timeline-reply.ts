import type { DatedEvent } from "../answer/timeline.js";
import { voiceAt } from "../attribution/voice.js";
import type { Period } from "../language/calendar.js";
import { dateFormat } from "./date-format.js";
import { type Block, line, quoted, type Reply } from "./reply.js";
import { WORDING } from "./wording.js";

/** All events, each with its date and its sentence. */
export function replyToTimeline(events: readonly DatedEvent[]): Reply {
  return events.length === 0 ? [line(WORDING.noDates)] : [line(WORDING.timeline), ...timelineBlocks(events)];
}

/** Each event with its date, its sentence and who tells it. */
export function timelineBlocks(events: readonly DatedEvent[]): Block[] {
  return events.flatMap((event, i) => {
    const { story, sentence, expression } = event;
    const blocks = quoted([
      { story, span: sentence, sentence, answer: expression, score: 1, ...voiceAt(story, sentence) },
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
  const isSpan = precision === "week" || precision === "range";
  const [first, last] = [new Date(from), new Date(to)];
  if (isSpan)
    return dateFormat("day")
      .formatRange(first, last)
      .replace(/\s*–\s*/, "–");
  return dateFormat(precision).format(first);
}
