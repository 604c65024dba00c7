import type { Span } from "../language/span.js";
import { type Story, wordsAt } from "../story/story.js";

/** A span of a story with its words, as every JSON output of the program writes it. */
export function textSpan(story: Story, { start, end }: Span): { start: number; end: number; text: string } {
  return { start, end, text: wordsAt(story, { start, end }) };
}

/** A number with four places. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
