import type { Candidate } from "../candidates.js";
import { JUDGING_VERBS, REPORTING_VERBS } from "../cues.js";
import type { Passage } from "../passage.js";
import { endOfContent, phraseFrom, verbFrom } from "./clause.js";

/** "It closed the quay while calling the strike a "war"." The participle's subject is that of the sentence. */
export function participle(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    const source = phraseFrom(passage, sentence.start, sentence.end);
    if (!source || !verbFrom(passage, source.end, sentence.end)) return [];
    for (let i = source.end + 2; i < sentence.end - 1; i++) {
      const here = places[i]?.token;
      if (!here || places[i]?.quoted) return [];
      if (
        !here.text.endsWith("ing") ||
        here.pos !== "VERB" ||
        !/^(?:while)$/i.test(places[i - 1]?.token.text ?? "")
      )
        continue;
      if (!REPORTING_VERBS.has(here.lemma) && !JUDGING_VERBS.has(here.lemma)) continue;
      const content = { start: i + 1, end: endOfContent(passage, sentence) };
      if (content.end <= content.start) return [];
      return [
        {
          source,
          cue: { start: i, end: i + 1 },
          content: [content],
          confidence: 0.85,
          sourceConfidence: 0.85,
          rule: "participle",
        },
      ];
    }
    return [];
  });
}
