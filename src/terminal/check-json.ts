import { shownChanges } from "../answer/changes.js";
import type { Check } from "../answer/check.js";
import type { Span } from "../language/span.js";
import { type Story, wordsAt } from "../story/story.js";

/** What a check has shown as one line of `check --json`; the shape is part of the program's interface. */
export function checkJson(check: Check): string {
  const { quotation: quote, verdict, claimed } = check;
  const unknown = { speaker: null, basis: "none", claimed, attribution: null };
  switch (verdict) {
    case "short":
      return JSON.stringify({ quote, verdict, ...nowhere, changes: [], ...unknown });
    case "absent": {
      const place = check.nearest ? placeJson(check.nearest.story, check.nearest) : nowhere;
      return JSON.stringify({ quote, verdict, ...place, changes: [], ...unknown });
    }
    default: {
      const { story, span, changes, speaker, attribution } = check;
      return JSON.stringify({
        quote,
        verdict,
        ...placeJson(story, span),
        changes: shownChanges(story, quote, changes),
        speaker: speaker?.name ?? null,
        basis: speaker?.basis ?? "none",
        claimed,
        attribution,
      });
    }
  }
}

const nowhere = { story: null, start: null, end: null, text: null };

function placeJson(story: Story, { start, end }: Span) {
  return { story: story.id, start, end, text: wordsAt(story, { start, end }) };
}
