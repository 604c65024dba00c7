import { overlaps, type Span } from "../../language/span.js";
import { REPORTING_VERBS } from "../cues.js";
import type { Passage } from "../passage.js";
import { sourceBounds } from "./bounds.js";
import { isTime, phraseFrom } from "./clause.js";

/** How sure a source is whose place beside the verb leaves no other: as sure as what the rules find themselves. */
const SURE = 0.95;

interface Sourced {
  readonly source: Span | null;
  readonly sourceConfidence: number;
}

/**
 * The source of a statement where form alone tells it: "…," said Jane Roe, and "Jane Roe said …" at the head of a
 * sentence. The model's own bounds are kept where it means the same.
 */
export function sureSource(passage: Passage, cue: Span, content: readonly Span[], learned: Sourced): Sourced {
  const found = behindQuotation(passage, cue, content) ?? atHead(passage, cue, content);
  if (!found) return learned;
  const { source, sourceConfidence } = learned;
  const isSame =
    source !== null && overlaps(source, found) && source.end - source.start >= found.end - found.start;
  return { source: isSame ? source : found, sourceConfidence: Math.max(sourceConfidence, SURE) };
}

/** "…," said Jane Roe: the noun phrase behind the verb that a quotation's end stands before. */
function behindQuotation(passage: Passage, cue: Span, content: readonly Span[]): Span | undefined {
  const { places, quotations, sentences } = passage;
  const isBehind =
    content.some(({ end }) => end === cue.start) && quotations.some(({ end }) => end === cue.start);
  if (!isBehind || !isSaying(passage, cue.start)) return undefined;
  const start = cue.start + 1;
  const last = sentences[places[cue.start]?.sentence ?? 0]?.end ?? start;
  const hanging = places.findIndex(({ token }, i) => i > start && token.pos === "ADP" && token.text !== "of");
  const found = phraseFrom(passage, start, hanging < 0 ? last : Math.min(last, hanging));
  return found && sourceBounds(passage, found);
}

/** "Jane Roe said …", "On Monday Jane Roe said …": the noun phrase that opens the sentence and that the verb ends. */
function atHead(passage: Passage, cue: Span, content: readonly Span[]): Span | undefined {
  const { places, sentences } = passage;
  const sentence = sentences[places[cue.start]?.sentence ?? 0];
  if (!sentence || !/^sa(?:id|ys?)$/.test(places[cue.start]?.token.text ?? "")) return undefined;
  if (content.some(({ start }) => start < cue.start) || places[cue.start]?.quoted) return undefined;
  const start = sentence.start + leadIn(passage, sentence.start);
  const found = phraseFrom(passage, start, cue.start);
  return found?.end === cue.start ? sourceBounds(passage, found) : undefined;
}

/** How many tokens stand before the subject: "But", "On Monday", "Last week". */
function leadIn({ places }: Passage, start: number): number {
  const [first, second] = [places[start], places[start + 1]].map((place) => place?.token.text ?? "");
  if (/^(?:But|And)$/.test(first ?? "")) return 1;
  if (first === "On" && isTime(places[start + 1])) return 2;
  return /^(?:Last|This)$/.test(first ?? "") && /^(?:week|month|year)$/.test(second ?? "") ? 2 : 0;
}

function isSaying({ places }: Passage, at: number): boolean {
  const { lemma, text } = places[at]?.token ?? { lemma: "", text: "" };
  return (REPORTING_VERBS.has(lemma) || lemma === "ask") && !text.endsWith("ing");
}
