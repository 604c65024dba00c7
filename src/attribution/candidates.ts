import { overlaps, type Span } from "../language/span.js";
import { confidenceFeatures, confidenceOf } from "./confidence.js";
import { linked } from "./linker.js";
import type { Passage } from "./passage.js";
import { contentBounds, sourceBounds, withoutAnswer } from "./rules/bounds.js";
import { FINDERS, SOURCE_VETOES, VETOES } from "./rules/rules.js";
import { sureSource } from "./rules/sure-source.js";
import { tagged } from "./tagger.js";

import type { Weights } from "./weights-file.js";

/** What may be a statement, in tokens of its passage. */
export interface Candidate {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** How probable it is, 0…1, that it is a statement. */
  readonly confidence: number;
  /** And that, if so, its source is the right one. */
  readonly sourceConfidence: number;
  /** What found it. */
  readonly rule: string;
}

/**
 * The statements of a passage: of those that share a word of cue or content the one by a rule, else the likeliest.
 * @param from the least confidence
 */
export function candidatesIn(passage: Passage, weights: Weights, from: number): Candidate[] {
  const learned = learnedIn(passage, weights);
  const ruled = FINDERS.flatMap((find) => find(passage)).map((one) => withBetterBounds(one, learned));
  const holds = (one: Candidate) =>
    one.confidence >= from && one.content.length > 0 && !VETOES.some((veto) => veto(passage, one));
  return separate([...learned, ...ruled].filter(holds))
    .map((one) => (SOURCE_VETOES.some((veto) => veto(passage, one)) ? { ...one, source: null } : one))
    .toSorted((a, b) => startOf(a) - startOf(b));
}

function learnedIn(passage: Passage, weights: Weights): Candidate[] {
  const seen = tagged(weights.tagger, passage);
  return seen.cues.map((asked) => {
    const link = linked(weights.linker, seen, asked);
    const features = confidenceFeatures(seen, link);
    const { cue, source } = link;
    const content = contentBounds(passage, link.content, [source, cue]);
    const learned = {
      source: source && sourceBounds(passage, source),
      sourceConfidence: confidenceOf(weights.source, features),
    };
    return {
      ...sureSource(passage, cue, content, learned),
      cue: { start: cue.start, end: cue.end },
      content: content.map((span) => withoutAnswer(passage, span)),
      confidence: confidenceOf(weights.statement, features),
      rule: "model",
    };
  });
}

/** What a rule found, with the bounds of the model where that found the same; but for a beginning that the model cuts off. */
function withBetterBounds(one: Candidate, learned: readonly Candidate[]): Candidate {
  const same = learned.find((other) => agree(one, other));
  if (!same) return one;
  const { confidence, sourceConfidence, rule } = one;
  const isWhole = (same.content[0]?.start ?? 0) <= (one.content[0]?.start ?? 0);
  return { ...same, content: isWhole ? same.content : one.content, confidence, sourceConfidence, rule };
}

function separate(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted(byTrust)) {
    const own = saying(candidate);
    if (!kept.some((other) => saying(other).some((span) => own.some((mine) => overlaps(span, mine)))))
      kept.push(candidate);
  }
  return kept;
}

/** How many times as long the content of the model may be as that of the rule, or the other way round. */
const ALIKE = 2;

/** True where the model has the same source and content for the same cue: its bounds are the better ones. */
function agree(one: Candidate, other: Candidate): boolean {
  const same = (a: Span | null, b: Span | null) => a !== null && b !== null && overlaps(a, b);
  const length = ({ content }: Candidate) => content.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    same(one.source, other.source) &&
    same(one.cue, other.cue) &&
    length(other) <= ALIKE * length(one) &&
    length(one) <= ALIKE * length(other)
  );
}

function byTrust(a: Candidate, b: Candidate): number {
  const rule = (one: Candidate) => (one.rule === "model" ? 0 : 1);
  return rule(b) - rule(a) || b.confidence - a.confidence;
}

function saying({ cue, content }: Candidate): readonly Span[] {
  return cue ? [cue, ...content] : content;
}

function startOf({ cue, content, source }: Candidate): number {
  return Math.min(...[source, cue, ...content].flatMap((span) => span?.start ?? []));
}
