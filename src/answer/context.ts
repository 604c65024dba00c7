import { overlaps, type Span } from "../language/span.js";
import type { Sentence, Story } from "../story/story.js";
import type { Excerpt } from "./answer.js";
import { EXCERPT_LIMIT, withWholeQuotations } from "./excerpt.js";

/** How many paragraphs before and after the excerpt's own each step of growing may enter. */
const REACHES = [0, 1];

/**
 * What an excerpt grows to, smallest first: itself, its paragraph, the paragraphs beside it. Each holds the one before
 * and is at most `EXCERPT_LIMIT` long; where there is no room, there are fewer.
 */
export function contextsOf({ story, span, sentence }: Excerpt): Span[] {
  const contexts = [span];
  let widest = span;
  for (const reach of REACHES) {
    const isNear = (one: Sentence) => Math.abs(one.paragraph - sentence.paragraph) <= reach;
    const grown = grownTo(story, widest, isNear);
    if (grown.end - grown.start > widest.end - widest.start) contexts.push(grown);
    widest = grown;
  }
  return contexts;
}

/** Grown sentence by sentence on both sides in turn, as far as there are such sentences and room. */
function grownTo(story: Story, span: Span, isWanted: (sentence: Sentence) => boolean): Span {
  const inside = story.sentences.map((sentence) => overlaps(sentence, span));
  const sides = [
    { step: 1, at: inside.lastIndexOf(true) + 1 },
    { step: -1, at: inside.indexOf(true) - 1 },
  ];
  let grown = span;
  const take = (side: { readonly step: number; at: number }): boolean => {
    const next = story.sentences[side.at];
    if (!next || !isWanted(next)) return false;
    const longer = withWholeQuotations(story, {
      start: Math.min(next.start, grown.start),
      end: Math.max(next.end, grown.end),
    });
    if (longer.end - longer.start > EXCERPT_LIMIT) return false;
    grown = longer;
    side.at += side.step;
    return true;
  };
  let open = sides;
  while (open.length > 0) open = open.filter(take);
  return grown;
}
