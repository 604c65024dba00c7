import type { Candidate } from "../candidates.js";
import { TELLING_VERBS } from "../cues.js";
import type { Passage } from "../passage.js";

/** How many tokens before a cue a negation or an auxiliary may stand. */
const NEAR = 3;

/** "did not say why", "have not been confirmed": nothing is said. Not where words are quoted all the same. */
export function negatedTelling({ places }: Passage, { cue, content }: Candidate): boolean {
  if (!cue) return false;
  const sentence = places[cue.start]?.sentence;
  const words = places
    .slice(Math.max(0, cue.start - NEAR), cue.end)
    .filter((place) => place.sentence === sentence);
  const not = words.findIndex(({ token }) => /^(?:not|never)$/.test(token.lemma.toLowerCase()));
  if (not < 0 || content.some(({ start }) => places[start]?.quoted === 1)) return false;
  return words.slice(not).some(({ token }) => TELLING_VERBS.has(token.lemma.toLowerCase()));
}

/** "declined to comment", "refused to attend": nothing is said. */
export function declining({ places }: Passage, { cue }: Candidate): boolean {
  const words = cue ? places.slice(cue.start, cue.end) : [];
  return words.some(({ token }) => token.pos === "VERB" && /^(?:decline|refuse)$/.test(token.lemma));
}

/** "Roe was told", "Roe is accused of": the subject of a passive is not who says it; "was quoted as saying" is. */
export function passiveSubject({ places }: Passage, { source, cue }: Candidate): boolean {
  if (!cue || !source || source.end > cue.start) return false;
  const between = places.slice(source.end, cue.end);
  const be = between.findIndex(({ token }) => token.lemma === "be" || /^(?:been|being)$/.test(token.text));
  if (be < 0 || between.slice(0, be).some(({ token }) => token.pos === "VERB" || token.text === ","))
    return false;
  const verb = between.slice(be + 1).find(({ token }) => token.pos === "VERB");
  return verb !== undefined && SPOKEN_TO.has(verb.token.lemma) && !/^(?:quoted|cited)$/.test(verb.token.text);
}

const SPOKEN_TO = new Set(
  "tell accuse ask say call describe criticize criticise condemn charge warn urge blame report allege announce".split(
    " ",
  ),
);

/** "officials said to be corrupt", "workers told to leave", "the man accused of theft": a passive without its "who were". */
export function shortenedPassive({ places }: Passage, { source, cue }: Candidate): boolean {
  if (!cue || source?.end !== cue.start) return false;
  const [verb, after, then] = [0, 1, 2].map((by) => places[cue.start + by]?.token);
  if (/^(?:accused|charged)$/.test(verb?.text ?? "")) return /^(?:of|with)$/.test(after?.text ?? "");
  return SHORTENED.test(verb?.text ?? "") && after?.text === "to" && /^(?:VERB|AUX)$/.test(then?.pos ?? "");
}

const SHORTENED = /^(?:said|told|asked|urged|believed|thought)$/;

/** "The man Roe said was dead": what follows the verb lacks its subject, so the words before are not all the source's. */
export function anotherSubject({ places }: Passage, { source, cue }: Candidate): boolean {
  const next = cue && source?.end === cue.start ? places[cue.end]?.token : undefined;
  return next !== undefined && /^(?:is|was|were|are|has|had|would|will)$/.test(next.text);
}

/** "The ship reportedly sank": it is not the ship that reports. */
export function hearsay({ places }: Passage, { cue, source }: Candidate): boolean {
  const words = cue && source ? places.slice(cue.start, cue.end) : [];
  return words.some(({ token }) => /^(?:reportedly|allegedly|supposedly|purportedly)$/i.test(token.text));
}

/** "Nobody said so", "No officials said so", "none of them": nobody says it. */
export function saidByNobody({ places }: Passage, { source }: Candidate): boolean {
  const first = source ? places[source.start]?.token.text : undefined;
  return first !== undefined && /^(?:no|nobody|none|neither|nothing|never)$/i.test(first);
}

/** "paid according to the rules", "according to plan": what is done by a measure is said by nobody. After a comma it is. */
export function byMeasure({ places }: Passage, { cue }: Candidate): boolean {
  if (!cue || !/^according$/i.test(places[cue.start]?.token.text ?? "")) return false;
  const start = cue.start + 2;
  const until = places.findIndex(
    ({ mark, token }, i) => i > start && (mark || token.pos === "ADP" || token.pos === "VERB"),
  );
  const head = places[(until < 0 ? places.length : until) - 1]?.token.lemma ?? "";
  const before = places[cue.start - 1];
  const opens = before === undefined || before.sentence !== places[cue.start]?.sentence;
  return MEASURES.has(head) && (opens ? head === "plan" : before?.token.text !== ",");
}

const MEASURES = new Set(
  "rule need plan schedule law result size age custom tradition principle wish instruction criterion criteria merit ability taste norm standard rank order height weight".split(
    " ",
  ),
);

/** "Roe said so.": what was said stands elsewhere. */
export function saidSo({ places }: Passage, { cue, content }: Candidate): boolean {
  const [first] = content;
  if (!cue || first?.start !== cue.end || places[first.start]?.token.text !== "so") return false;
  const next = places[first.start + 1];
  return next === undefined || next.mark;
}

/** "Did Roe say so?": a question of the publisher. */
export function asked({ places, sentences }: Passage, { cue }: Candidate): boolean {
  const place = cue && places[cue.start];
  if (!cue || !place || place.quoted) return false;
  const sentence = sentences[place.sentence];
  const last = sentence && places[sentence.end - 1];
  const first = sentence && places[sentence.start];
  return last?.token.text === "?" && !last.quoted && first !== undefined && QUESTION.test(first.token.text);
}

const QUESTION =
  /^(?:did|does|do|has|have|had|is|was|were|are|will|would|could|should|can|why|what|who|when|where|how|which)$/i;
