import type { Span } from "../language/span.js";
import type { Place } from "./passage.js";
import { TAGS } from "./tag-features.js";
import type { Tagged } from "./tagger.js";

/** Parts of speech as numbers, those that cues are made of first. */
const POS = "VERB AUX NOUN PROPN PRON ADJ ADV ADP PART SCONJ CCONJ DET PUNCT NUM INTJ SYM".split(" ");

const MODALS = /^(?:would|could|will|may|should|can|must|might|shall|'d|'ll)$/;
const CONDITIONS = /^(?:if|whether|when|unless|as|while|because)$/;

/** How many tokens before a cue a modal or "to", and a condition, are looked for. */
const NEAR = 3;
const FAR = 8;

/** The parts of a link, in tokens. */
interface Parts {
  readonly cue: Span;
  readonly source: Span | null;
  readonly content: readonly Span[];
}

/**
 * How the clause of a link is built, as numbers for the confidence: the form of the verb and what stands before it, what
 * source and content begin with, and what the first model makes of the cue's place besides.
 * @param head the cue's likeliest word
 * @param home the cue's sentence
 */
export function clauseTraits(
  seen: Tagged,
  { cue, source, content }: Parts,
  head: number,
  home: Span,
): number[] {
  const { places } = seen.passage;
  const word = (i: number) => places[i]?.token.text.toLowerCase() ?? "";
  const pos = (i: number) => POS.indexOf(places[i]?.token.pos ?? "");
  const marginal = (i: number, tag: number) => seen.marginals[i * TAGS.count + tag] ?? 0;
  const most = (tag: number) => {
    let top = 0;
    for (let i = cue.start; i < cue.end; i++) top = Math.max(top, marginal(i, tag) + marginal(i, tag + 1));
    return top;
  };
  const some = (start: number, end: number, is: (i: number) => boolean) => {
    for (let i = Math.max(home.start, start); i < end; i++) if (is(i)) return 1;
    return 0;
  };
  const isVerb = ({ token }: Place) => token.pos === "VERB";
  const [first, last] = [content[0], content.at(-1)];
  const cuesInside = seen.cues.filter(
    (other) =>
      other.start !== cue.start && content.some(({ start, end }) => other.start >= start && other.end <= end),
  );
  return [
    pos(head),
    pos(cue.start - 1),
    pos(cue.end),
    verbForm(word(head)),
    some(cue.start - NEAR, cue.end, (i) => MODALS.test(word(i))),
    some(cue.start - FAR, cue.start, (i) => CONDITIONS.test(word(i))),
    some(cue.start - NEAR, head, (i) => word(i) === "to"),
    most(TAGS.content),
    most(TAGS.source),
    cuesInside.length,
    source ? sourceKind(word(source.start)) : 0,
    first ? contentKind(word(first.start)) : 0,
    seen.tags[cue.start - 1] ?? 9,
    seen.tags[cue.end] ?? 9,
    source ? places.slice(source.end, cue.start).filter(isVerb).length : 0,
    first ? pos(first.start) : -2,
    source ? (places[source.start]?.shape ?? 0) : -1,
    source ? pos(source.end - 1) : -2,
    content.reduce((sum, { start, end }) => sum + end - start, 0),
    last ? (last.end === home.end || places[last.end]?.mark ? 1 : 0) : -1,
    places[cue.end]?.mark ? 1 : 0,
    /^sa(?:id|ys)$/.test(word(head)) ? 1 : 0,
    cue.start - home.start,
    home.end - cue.end,
  ];
}

/** 3 past, 2 progressive, 1 in -s, 0 any other. */
function verbForm(word: string): number {
  if (/ing$/.test(word)) return 2;
  if (/ed$|^(?:said|told|wrote|thought|made|gave|felt|saw)$/.test(word)) return 3;
  return /s$/.test(word) ? 1 : 0;
}

/** 1 the writer, 2 the reader, 3 something pointed to, 5 "he" or "she", 4 anybody else. */
function sourceKind(first: string): number {
  if (/^(?:i|we|my|our)$/.test(first)) return 1;
  if (/^(?:you|your)$/.test(first)) return 2;
  if (/^(?:they|it|who|that|which|this|these|those)$/.test(first)) return 3;
  return /^s?he$/.test(first) ? 5 : 4;
}

/** 5 quoted, 4 "that", 3 a question, 1 "to", 2 any other. */
function contentKind(first: string): number {
  if (/^(?:["“'‘]|'')/.test(first)) return 5;
  if (first === "that") return 4;
  if (first === "to") return 1;
  return /^(?:how|what|why|who|whether|if)$/.test(first) ? 3 : 2;
}
