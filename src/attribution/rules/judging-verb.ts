import type { Candidate } from "../candidates.js";
import { JUDGING_VERBS } from "../cues.js";
import type { Passage } from "../passage.js";
import { afterAsides, clauseFrom, endOfContent, phraseFrom, verbFrom } from "./clause.js";

/**
 * "The union on Monday accused the port of lying." With these verbs the subject always judges what its object did. The
 * subject opens the sentence, or follows the "while" or "but" that does.
 */
export function judgingVerb(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    const opening = places[sentence.start]?.token.text ?? "";
    const start = /^(?:while|although|though|but|and)$/i.test(opening) ? sentence.start + 1 : sentence.start;
    const source = phraseFrom(passage, start, sentence.end);
    if (!source || places[source.start]?.quoted) return [];
    const verb = verbFrom(passage, afterAsides(passage, source.end, sentence.end), sentence.end);
    const object = verb && places[verb.span.end];
    if (!verb || !object || !JUDGING_VERBS.has(verb.lemma)) return [];
    if (places[verb.span.end - 1]?.token.text.endsWith("ing")) return [];
    // "The man accused of theft": no object, so no subject that accuses.
    if (object.token.pos === "ADP" || object.mark || object.token.pos === "AUX") return [];
    const content = clauseFrom(passage, verb.span.end, endOfContent(passage, sentence));
    return [
      {
        source,
        cue: verb.span,
        content: [content],
        confidence: 0.9,
        sourceConfidence: 0.9,
        rule: "judging verb",
      },
    ];
  });
}
