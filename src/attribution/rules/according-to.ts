import type { Candidate } from "../candidates.js";
import type { Passage } from "../passage.js";
import { endOfContent, phraseFrom } from "./clause.js";

/** "According to Jane Roe, the quay is closed." The phrase opens the sentence and a comma ends it. */
export function accordingTo(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    const [first, second] = [places[sentence.start], places[sentence.start + 1]];
    if (first?.token.text !== "According" || second?.token.text !== "to") return [];
    const source = phraseFrom(passage, sentence.start + 2, sentence.end);
    if (!source || places[source.end]?.token.text !== ",") return [];
    const content = { start: source.end + 1, end: endOfContent(passage, sentence) };
    if (content.end <= content.start) return [];
    return [
      {
        source,
        cue: { start: sentence.start, end: sentence.start + 2 },
        content: [content],
        confidence: 0.95,
        sourceConfidence: 0.95,
        rule: "according to",
      },
    ];
  });
}
