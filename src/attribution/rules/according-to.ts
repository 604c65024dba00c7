import type { Span } from "../../language/span.js";
import type { Candidate } from "../candidates.js";
import type { Passage } from "../passage.js";
import { endOfContent, phraseFrom } from "./clause.js";

/** So many tokens may hang on the noun phrase before its comma ("people familiar with the matter"). */
const HANGING = 8;

/**
 * "According to Jane Roe, the quay is closed.": the phrase opens the sentence and a comma ends it. And "The quay,
 * according to port officials, is closed.", where the commas stand between a subject and its verb.
 */
export function accordingTo(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    for (let i = sentence.start; i < sentence.end - 2; i++) {
      if (!isAccordingTo(passage, i) || places[i]?.quoted) continue;
      const phrase = namedAfter(passage, i + 2, sentence.end);
      if (!phrase) continue;
      const opens = i === sentence.start;
      const source = opens ? withHanging(passage, phrase, sentence) : phrase;
      if (places[source.end]?.token.text !== ",") continue;
      const rest = { start: source.end + 1, end: endOfContent(passage, sentence) };
      if (rest.end <= rest.start) continue;
      const before = { start: sentence.start, end: i - 1 };
      if (!opens && !isParted(passage, before, rest)) continue;
      return [
        {
          source,
          cue: { start: i, end: i + 2 },
          content: opens ? [rest] : [before, rest],
          confidence: 0.95,
          sourceConfidence: 0.95,
          rule: "according to",
        },
      ];
    }
    return [];
  });
}

function isAccordingTo({ places }: Passage, i: number): boolean {
  return /^according$/i.test(places[i]?.token.text ?? "") && places[i + 1]?.token.text === "to";
}

/** The noun phrase behind "to"; the tagger takes its first noun for a verb at times ("according to documents"). */
function namedAfter(passage: Passage, start: number, limit: number): Span | undefined {
  const first = passage.places[start]?.token;
  if (first?.pos !== "VERB") return phraseFrom(passage, start, limit);
  const rest = phraseFrom(passage, start + 1, limit);
  return rest || /s$|^people$/.test(first.text) ? { start, end: rest?.end ?? start + 1 } : undefined;
}

/** The noun phrase with adjectives or participles behind it, up to the comma. */
function withHanging({ places }: Passage, phrase: Span, sentence: Span): Span {
  const most = Math.min(sentence.end, phrase.end + HANGING);
  for (let i = phrase.end; i < most; i++) {
    const { text, pos } = places[i]?.token ?? { text: "", pos: "" };
    if (text === ",") return { start: phrase.start, end: i };
    if (!/^(?:ADJ|VERB|ADP|DET|NOUN|PROPN|NUM|PART)$/.test(pos)) break;
  }
  return phrase;
}

/** True for a subject without its verb, a comma behind it, and a verb that goes on behind the other comma. */
function isParted({ places }: Passage, before: Span, rest: Span): boolean {
  const isVerb = (i: number) => /^(?:VERB|AUX)$/.test(places[i]?.token.pos ?? "");
  if (before.end <= before.start || places[before.end]?.token.text !== "," || !isVerb(rest.start))
    return false;
  return !places.slice(before.start, before.end).some((place, i) => place.mark || isVerb(before.start + i));
}
