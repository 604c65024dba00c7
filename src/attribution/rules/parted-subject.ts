import type { Span } from "../../language/span.js";
import type { Candidate } from "../candidates.js";
import { JUDGING_VERBS, REPORTING_VERBS } from "../cues.js";
import type { Passage } from "../passage.js";
import { clauseFrom, endOfContent, phraseFrom, verbFrom } from "./clause.js";

/**
 * "Analysts, meanwhile, say …", "Two clerks, who had seen it, have denied it." The subject opens the sentence and
 * something between commas parts it from its verb.
 */
export function partedSubject(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    const source = phraseFrom(passage, sentence.start, sentence.end);
    if (!source || places[source.end]?.token.text !== ",") return [];
    for (let i = source.end + 2; i < sentence.end; i++) {
      if (places[i]?.quoted) return [];
      if (places[i]?.token.text !== ",") continue;
      const verb = verbFrom(passage, i + 1, sentence.end);
      if (!verb) continue;
      if (!REPORTING_VERBS.has(verb.lemma) || /ing$/.test(places[verb.span.end - 1]?.token.text ?? ""))
        return [];
      const end = endOfContent(passage, sentence);
      const content = JUDGING_VERBS.has(verb.lemma)
        ? clauseFrom(passage, verb.span.end, end)
        : { start: verb.span.end, end };
      if (content.end <= content.start || /^[,.]$/.test(places[content.start]?.token.text ?? "")) return [];
      return [
        {
          source: described(passage, source, i),
          cue: verb.span,
          content: [content],
          confidence: 0.9,
          sourceConfidence: 0.9,
          rule: "parted subject",
        },
      ];
    }
    return [];
  });
}

/** A noun phrase beside the subject belongs to it ("Roe, a clerk,"); "meanwhile" and "who had seen it" do not. */
function described({ places }: Passage, source: Span, comma: number): Span {
  const apposed = /^(?:DET|ADJ|NOUN|PROPN)$/.test(places[source.end + 1]?.token.pos ?? "");
  return apposed ? { start: source.start, end: comma } : source;
}
