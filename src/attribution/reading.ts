import type { Span } from "../language/span.js";
import type { Work } from "../slices.js";
import { type Story, wordsAt } from "../story/story.js";
import { type CueRate, type Passage, passageOf } from "./passage.js";

/** A paragraph of a story with what the models read in it. */
export interface Reading {
  /** Number of the paragraph, from 1. */
  readonly paragraph: number;
  /** Where the paragraph begins in the body. */
  readonly from: number;
  readonly passage: Passage;
}

export function* readingsOf(story: Story, cueRate: CueRate): Work<Reading[]> {
  const readings: Reading[] = [];
  for (const [index, span] of story.paragraphs.entries()) {
    readings.push({
      paragraph: index + 1,
      from: span.start,
      passage: passageOf(wordsAt(story, span), cueRate),
    });
    yield;
  }
  return readings;
}

/** Tokens of a reading as a span of the body. */
export function inBody({ from, passage }: Reading, { start, end }: Span): Span {
  const [first, last] = [passage.places[start], passage.places[end - 1]];
  return { start: from + (first?.token.start ?? 0), end: from + (last?.token.end ?? 0) };
}
