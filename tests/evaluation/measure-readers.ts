import type { Answer, Excerpt } from "../../src/answer/answer.js";
import { ask } from "../../src/answer/ask.js";
import { openLibrary } from "../../src/answer/library.js";
import { contains, type Span } from "../../src/language/span.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";
import { auroc, share } from "./measures.js";
import type { ReaderQuestion, ReaderQuestions } from "./reader-questions.js";

interface Asked {
  readonly asked: ReaderQuestion;
  readonly answer: Answer;
}

/** Right sentence, right excerpt, right decision, on questions that readers put to a story of the corpus. */
export function measureReaders(
  { name, answerable, unanswerable }: ReaderQuestions,
  stories: readonly Story[],
): { figures: Figures; failures: string[] } {
  const library = openLibrary(stories);
  const run = (asked: ReaderQuestion): Asked => ({
    asked,
    answer: ask(library, asked.question, { limit: 3 }),
  });
  const own = answerable.map(run);
  const other = unanswerable.map(run);
  const answered = ({ answer }: Asked) => answer.kind === "answered";
  const confidence = ({ answer }: Asked) => answer.confidence;
  const decisions = [...own.map(answered), ...other.map((one) => !answered(one))];
  const figures = {
    [`${name}: right sentence first`]: share(own, (one) => hit(one, 1, sentenceOf)),
    [`${name}: right sentence among three`]: share(own, (one) => hit(one, 3, sentenceOf)),
    [`${name}: answer in the first excerpt`]: share(own, (one) => hit(one, 1, excerptOf)),
    [`${name}: answer in the first three`]: share(own, (one) => hit(one, 3, excerptOf)),
    [`${name}: right decision`]: share(decisions, Boolean),
    [`${name}: answered though the story does not say`]: share(other, answered),
    [`${name}: declined though the story says it`]: share(own, (one) => !answered(one)),
    [`${name}: AUROC of the confidence`]: auroc(own.map(confidence), other.map(confidence)),
  };
  const failures = [
    ...own.filter((one) => !hit(one, 1, excerptOf) || !answered(one)),
    ...other.filter(answered),
  ].map(describe);
  return { figures, failures };
}

const sentenceOf = (excerpt: Excerpt): Span => excerpt.sentence;
const excerptOf = (excerpt: Excerpt): Span => excerpt.span;

function hit({ asked, answer }: Asked, among: number, part: (excerpt: Excerpt) => Span): boolean {
  return answer.excerpts
    .slice(0, among)
    .some((excerpt) => asked.gold.some((gold) => contains(part(excerpt), gold)));
}

function describe({ asked, answer }: Asked): string {
  const story = answer.excerpts[0]?.story;
  const gold = story ? asked.gold.map((span) => wordsAt(story, span)) : [];
  const best = answer.excerpts[0];
  return [
    `${asked.question}   (${asked.group})`,
    `  ${answer.kind} ${answer.confidence.toFixed(2)}: ${best ? wordsAt(best.story, best.sentence) : "nothing"}`,
    `  gold: ${gold.join(" | ") || "the story does not say"}`,
  ].join("\n");
}
