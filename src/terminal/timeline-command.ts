import { type DatedEvent, timelineOf } from "../answer/timeline.js";
import { type Screen, terminalText } from "../reply/terminal-text.js";
import { replyToTimeline } from "../reply/timeline-reply.js";
import type { Story } from "../story/story.js";
import type { Print } from "./commands.js";
import { textSpan } from "./text-span.js";

/** Every dated event of the stories, in order. */
export async function timelineCommand(
  stories: readonly Story[],
  json: boolean,
  screen: Screen,
  print: Print,
): Promise<void> {
  const events = timelineOf(stories);
  if (!json) await print(`${terminalText(replyToTimeline(events), screen)}\n`);
  else for (const event of events) await print(eventJson(event));
}

/** One line of `timeline --json`; the shape is part of the program's interface. */
function eventJson({ story, from, to, precision, expression, sentence, basis }: DatedEvent): string {
  return JSON.stringify({
    story: story.id,
    from,
    to,
    precision,
    expression: textSpan(story, expression),
    sentence: textSpan(story, sentence),
    basis,
  });
}
