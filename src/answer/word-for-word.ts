import type { Span } from "../language/span.js";
import { findRun, findRunBefore, type QuotedWord } from "../retrieval/wordings.js";
import type { Story } from "../story/story.js";

/** Where the parts of a quotation stand in a story, in order; parts that stand side by side there are one. */
export interface Placed {
  readonly story: Story;
  readonly parts: readonly (readonly QuotedWord[])[];
  readonly places: readonly Span[];
}

/** How many places of the same words are compared with a claimed name. */
const PLACES_LIMIT = 20;

/** Where a quotation stands word for word; in each story the places at which the whole of it or else its parts do. */
export function placesWordForWord(
  stories: readonly Story[],
  parts: readonly (readonly QuotedWord[])[],
): Placed[] {
  const whole = parts.flat();
  const placed: Placed[] = [];
  for (const story of stories) {
    let place = findRun(story, whole);
    while (place && placed.length < PLACES_LIMIT) {
      placed.push({ story, parts: [whole], places: [place] });
      place = findRun(story, whole, place.start + 1);
    }
  }
  if (placed.length > 0 || parts.length < 2) return placed;
  return stories.flatMap((story) => {
    const places = inOrder(story, parts);
    return places ? [{ story, parts, places }] : [];
  });
}

/** The parts one after the other, as close together as they stand before the first place where all are past. */
function inOrder(story: Story, parts: readonly (readonly QuotedWord[])[]): Span[] | undefined {
  let last = 0;
  for (const part of parts) {
    const place = findRun(story, part, last);
    if (!place) return undefined;
    last = place.end;
  }
  const places: Span[] = [];
  for (const part of parts.toReversed()) {
    const place = findRunBefore(story, part, last);
    if (!place) return undefined;
    places.unshift(place);
    last = place.start;
  }
  return places;
}
