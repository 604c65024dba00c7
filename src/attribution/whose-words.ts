import { overlaps, type Span } from "../language/span.js";
import type { Sentence, Story } from "../story/story.js";
import { type Voice, voiceAt } from "./voice.js";

/** Sentences of a story that a span touches. */
export function sentencesAt(story: Story, span: Span): Sentence[] {
  return story.sentences.filter((sentence) => overlaps(sentence, span));
}

/**
 * Whose words a stretch of a story is. Over several sentences somebody's only where each of them is; unattributed where
 * they are not all of one voice.
 */
export function whoseWords(story: Story, span: Span): Voice {
  const [first, ...others] = sentencesAt(story, span).map((sentence) => voiceAt(story, sentence));
  if (!first) return { voice: "unattributed", speaker: null };
  const agreeing = others.every(
    ({ voice, speaker }) => voice === first.voice && speaker?.name === first.speaker?.name,
  );
  if (!agreeing) return { voice: "unattributed", speaker: null };
  return others.find(({ speaker }) => speaker?.basis === "inferred") ?? first;
}
