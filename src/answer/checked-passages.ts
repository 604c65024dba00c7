import { voiceAt } from "../attribution/voice.js";
import { sentencesAt, whoseWords } from "../attribution/whose-words.js";
import { overlaps, type Span } from "../language/span.js";
import type { Sentence, Story } from "../story/story.js";
import type { Excerpt } from "./answer.js";
import type { FoundQuotation } from "./check.js";
import { EXCERPT_LIMIT, excerptAround } from "./excerpt.js";

/** The passages in which the parts of a quotation stand, in order: whole sentences, as many in one as fit. */
export function passagesOf({ story, parts }: FoundQuotation): Excerpt[] {
  const touched = story.sentences.filter((sentence) => parts.some((part) => overlaps(sentence, part)));
  const only = parts.length === 1 ? parts[0] : undefined;
  return grouped(story, touched).map(({ first, span }) => {
    const marked = only && { start: Math.max(only.start, span.start), end: Math.min(only.end, span.end) };
    const answer = marked && marked.start < marked.end ? marked : null;
    return { story, span, sentence: first, answer, score: 1, ...whoseWords(story, [answer ?? span]) };
  });
}

/** A sentence that was found to be near, as a passage. */
export function passageAt(story: Story, place: Span): Excerpt[] {
  return sentencesAt(story, place)
    .slice(0, 1)
    .map((sentence) => ({
      story,
      span: excerptAround(story, sentence),
      sentence,
      answer: null,
      score: 1,
      ...voiceAt(story, sentence),
    }));
}

interface Group {
  readonly first: Sentence;
  readonly span: Span;
}

function grouped(story: Story, touched: readonly Sentence[]): Group[] {
  const groups: Group[] = [];
  for (const sentence of touched) {
    const open = groups.at(-1);
    if (open && sentence.end - open.span.start <= EXCERPT_LIMIT) {
      const start = Math.min(open.span.start, sentence.start);
      groups.splice(-1, 1, { first: open.first, span: { start, end: sentence.end } });
    } else groups.push({ first: sentence, span: excerptAround(story, sentence) });
  }
  return groups;
}
