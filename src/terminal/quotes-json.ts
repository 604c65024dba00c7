import type { Statement } from "../attribution/statements.js";
import type { Story } from "../story/story.js";
import { textSpan } from "./text-span.js";

/** One statement as one line of `quotes --json`; the shape is part of the program's interface. */
export function quoteJson(story: Story, statement: Statement): string {
  const { paragraph, kind, source, cue, content, speaker, rule } = statement;
  return JSON.stringify({
    story: story.id,
    paragraph,
    kind,
    source: source && textSpan(story, source),
    cue: cue && textSpan(story, cue),
    content: content.map((span) => textSpan(story, span)),
    speaker: speaker?.name ?? null,
    basis: speaker?.basis ?? "none",
    rule,
  });
}
