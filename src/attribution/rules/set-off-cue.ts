import type { Candidate } from "../candidates.js";
import { REPORTING_VERBS } from "../cues.js";
import type { Passage, Place } from "../passage.js";
import { endOfContent, phraseFrom, verbFrom } from "./clause.js";

/**
 * "The harbour, they say, is closed." Source and verb stand alone between two commas, or between a comma and the full
 * stop; what is said is the rest of the sentence. Not where that is a quotation: its parts are the model's business.
 */
export function setOffCue(passage: Passage): Candidate[] {
  const { places, sentences } = passage;
  return sentences.flatMap((sentence): Candidate[] => {
    for (let i = sentence.start + 2; i < sentence.end - 1; i++) {
      if (!opens(passage, i - 1) || places[i]?.quoted) continue;
      const source = phraseFrom(passage, i, sentence.end);
      const verb = source && verbFrom(passage, source.end, sentence.end);
      if (!source || !verb || !REPORTING_VERBS.has(verb.lemma)) continue;
      const after = places[verb.span.end]?.token.text;
      const last = verb.span.end === sentence.end - 1;
      const isDash = DASH.test(places[i - 1]?.token.text ?? "");
      if (isDash ? !DASH.test(after ?? "") : after !== "," && !(last && after === ".")) continue;
      if (/^["“'‘]|^''/.test(places[verb.span.end + 1]?.token.text ?? "")) continue;
      const before = { start: sentence.start, end: closes(passage, i - 1) };
      const rest = { start: verb.span.end + 1, end: endOfContent(passage, sentence) };
      const words = places.slice(before.start, before.end).filter(({ mark }) => !mark);
      if (words.length < (isDash ? 1 : SHORTEST) || words.every(({ quoted }) => quoted === 1)) continue;
      return [
        {
          source,
          cue: verb.span,
          content: rest.end > rest.start && goesOn(places[rest.start]) ? [before, rest] : [before],
          confidence: 0.95,
          sourceConfidence: 0.95,
          rule: "set-off cue",
        },
      ];
    }
    return [];
  });
}

/** Dashes set a cue off as commas do. */
const DASH = /^(?:–|—|--)$/;

/** Fewer words before the first comma are an adverb ("Later, Roe said, …"), not what is said. */
const SHORTEST = 3;

/** A comma, with the quotation mark behind it where it ends one. */
function opens({ places }: Passage, at: number): boolean {
  const text = places[at]?.token.text ?? "";
  return text === "," || DASH.test(text) || (/^["”]$|^''$/.test(text) && places[at - 1]?.token.text === ",");
}

/** One past what is said before the comma at `at`: a quotation keeps its comma and mark. */
function closes({ places }: Passage, at: number): number {
  return /^[,–—-]/.test(places[at]?.token.text ?? "") ? at : at + 1;
}

/** False for what the story adds about the saying itself ("he said, recalling the day"). */
function goesOn(place: Place | undefined): boolean {
  return place !== undefined && !/^\p{Ll}+ing$/u.test(place.token.text) && place.token.text !== "according";
}
