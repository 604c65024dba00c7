import { quotations } from "../language/quotations.js";
import { sentences } from "../language/sentences.js";
import { contains, type Span } from "../language/span.js";
import { type TaggedToken, taggedTokens } from "../language/tagged-tokens.js";
import { hashOf } from "./hash.js";

/** How often a word is part of a cue, in steps from 0 (never) to 7; counted in training. */
export type CueRate = (word: string, pos: string) => number;

/** A cue rate from which a word counts as a likely cue: one use in five. */
export const LIKELY_CUE = 4;

/** What stands at a token, as numbers that features are made of. */
export interface Place {
  readonly token: TaggedToken;
  readonly word: number;
  readonly lemma: number;
  readonly pos: number;
  readonly shape: number;
  readonly ending: number;
  /** Class of the step to this token, below `STEP_CLASSES`. */
  readonly step: number;
  readonly cueRate: number;
  /** 1 inside a quotation, its marks included. */
  readonly quoted: number;
  readonly mark: boolean;
  /** Index of the sentence in the passage. */
  readonly sentence: number;
}

/** A paragraph as the models read it. */
export interface Passage {
  readonly text: string;
  readonly places: readonly Place[];
  /** First and one past the last token of each sentence. */
  readonly sentences: readonly Span[];
  /** Quotations, in tokens. */
  readonly quotations: readonly Span[];
}

/** Step classes: marks by themselves, words by their part of speech. */
const MARKS = [",", ".", '"', "“", "”", "'", "''", "’", ":", ";", "?", "!", "-", "--", "—", "–", "(", ")"];
const POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split(" ");
export const STEP_CLASSES = MARKS.length + POS.length + 1;

export function passageOf(text: string, cueRate: CueRate): Passage {
  const tokens = taggedTokens(text);
  const spans = sentences(text);
  const quoted = quotations(text);
  let sentence = 0;
  let quotation = 0;
  const places = tokens.map((token): Place => {
    while (sentence < spans.length - 1 && token.start >= (spans[sentence]?.end ?? 0)) sentence++;
    while (quotation < quoted.length && token.start >= (quoted[quotation]?.end ?? 0)) quotation++;
    const around = quoted[quotation];
    const lower = token.text.toLowerCase();
    const mark = !/[\p{L}\p{N}]/u.test(token.text);
    return {
      token,
      word: hashOf(lower),
      lemma: hashOf(token.lemma),
      pos: hashOf(token.pos),
      shape: shapeOf(token.text),
      ending: hashOf(lower.slice(-3)),
      step: stepClass(token),
      cueRate: cueRate(lower, token.pos),
      quoted: around && contains(around, token) ? 1 : 0,
      mark,
      sentence,
    };
  });
  return {
    text,
    places,
    sentences: grouped(places, spans.length),
    quotations: quoted.map((span) => inTokens(tokens, span)),
  };
}

function stepClass({ text, pos }: TaggedToken): number {
  const mark = MARKS.indexOf(text);
  return mark >= 0 ? mark : MARKS.length + POS.indexOf(pos) + 1;
}

/** 1 small, 2 capitalised, 3 capitals, 4 with a digit, 5 a mark, 6 anything else. */
function shapeOf(text: string): number {
  if (/\p{N}/u.test(text)) return 4;
  if (!/\p{L}/u.test(text)) return 5;
  if (/^\p{Ll}/u.test(text)) return 1;
  if (/^\p{Lu}\p{Ll}/u.test(text)) return 2;
  return /^\p{Lu}/u.test(text) ? 3 : 6;
}

function grouped(places: readonly Place[], count: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let sentence = 0; sentence < count; sentence++) {
    let end = start;
    while (end < places.length && (places[end]?.sentence ?? 0) <= sentence) end++;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** The tokens that begin inside a span of the text, as a span of their indices. */
export function inTokens(tokens: readonly Span[], { start, end }: Span): Span {
  const first = lowerBound(tokens, start);
  return { start: first, end: Math.max(first, lowerBound(tokens, end)) };
}

function lowerBound(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
