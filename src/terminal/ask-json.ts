import type { Answer, Excerpt } from "../answer/answer.js";
import { rounded, textSpan } from "./text-span.js";

/** The answer to one question as one line of `ask --json`; the shape is part of the program's interface. */
export function askJson(question: string, answer: Answer, milliseconds: number): string {
  return JSON.stringify({
    question,
    status: answer.kind === "answered" ? "answered" : "declined",
    confidence: rounded(answer.confidence),
    excerpts: answer.excerpts.map(excerptJson),
    milliseconds: rounded(milliseconds),
  });
}

function excerptJson(excerpt: Excerpt) {
  const { story, span, sentence, answer, score, voice, speaker } = excerpt;
  return {
    story: story.id,
    paragraph: sentence.paragraph,
    ...textSpan(story, span),
    sentence: textSpan(story, sentence),
    answer: answer && textSpan(story, answer),
    score: rounded(score),
    voice,
    speaker: speaker && { name: speaker.name, basis: speaker.basis },
  };
}
