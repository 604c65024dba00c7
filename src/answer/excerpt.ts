import { SENTENCE_LIMIT } from "../language/sentences.js";
import { contains, overlaps, type Span } from "../language/span.js";
import { LEANS_BACK } from "../retrieval/passage.js";
import { quotationsOf } from "../story/quoted.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";

/** The longest excerpt, in UTF-16 code units: a sentence that is a whole excerpt by itself always fits. */
export const EXCERPT_LIMIT = SENTENCE_LIMIT;

/** How many sentences are brought at most to explain whom a pronoun means; more is a passage nobody asked for. */
const SENTENCES_BEFORE = 2;

/**
 * The stretch of the story that a reader sees for a sentence: the sentence itself, the one before where the sentence
 * leans on it, the sentences beside it that likely hold a part of the answer, and the whole of every quotation that it
 * would cut. At most `EXCERPT_LIMIT` long.
 * @param isPart true for a sentence that likely answers too
 * @param mayLead false for a sentence that must not stand before this one, however it leans: another's words
 */
export function excerptAround(
  story: Story,
  key: Sentence,
  isPart: (sentence: Sentence) => boolean = () => false,
  mayLead: (sentence: Sentence) => boolean = () => true,
): Span {
  const at = story.sentences.indexOf(key);
  let excerpt: Span = key;
  const take = (sentence: Sentence): boolean => {
    const longer = withWholeQuotations(story, {
      start: Math.min(sentence.start, excerpt.start),
      end: Math.max(sentence.end, excerpt.end),
    });
    if (longer.end - longer.start > EXCERPT_LIMIT) return false;
    excerpt = longer;
    return true;
  };
  for (let i = at; i > 0 && i > at - SENTENCES_BEFORE; i--) {
    const opening = story.sentences[i];
    const before = story.sentences[i - 1];
    if (!opening || !before || !LEANS_BACK.test(wordsAt(story, opening))) break;
    if (!mayLead(before) || !take(before)) break;
  }
  for (const step of [1, -1]) {
    for (let i = at + step; ; i += step) {
      const beside = story.sentences[i];
      if (!beside || !(contains(excerpt, beside) || (isPart(beside) && take(beside)))) break;
    }
  }
  const whole = withWholeQuotations(story, excerpt);
  return whole.end - whole.start <= EXCERPT_LIMIT ? whole : excerpt;
}

/** Widened until no quotation is cut, and then to the ends of the sentences that were entered. */
export function withWholeQuotations(story: Story, excerpt: Span): Span {
  let { start, end } = excerpt;
  for (const inParagraph of quotationsOf(story)) {
    for (const quotation of inParagraph) {
      if (!overlaps(quotation, { start, end }) || contains({ start, end }, quotation)) continue;
      start = Math.min(start, quotation.start);
      end = Math.max(end, quotation.end);
    }
  }
  if (start === excerpt.start && end === excerpt.end) return excerpt;
  const entered = story.sentences.filter((sentence) => overlaps(sentence, { start, end }));
  // An open quotation runs to the end of its paragraph, white space included: the sentences say where words end.
  return { start: entered[0]?.start ?? start, end: entered.at(-1)?.end ?? end };
}
