import { overlaps, type Span } from "../language/span.js";
import { confidenceFeatures, confidenceOf } from "./confidence.js";
import { linked } from "./linker.js";
import type { Passage } from "./passage.js";
import { rules } from "./rules.js";
import { tagged } from "./tagger.js";
import { vetoes } from "./vetoes.js";
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

/** The statements of a passage: the likeliest of those that share no word of cue or content. */
export function candidatesIn(passage: Passage, weights: Weights, from: number): Candidate[] {
  const seen = tagged(weights.tagger, passage);
  const learned = seen.cues.map((cue): Candidate => {
    const link = linked(weights.linker, seen, cue);
    const features = confidenceFeatures(seen, link);
    return {
      source: link.source,
      cue: { start: cue.start, end: cue.end },
      content: link.content,
      confidence: confidenceOf(weights.statement, features),
      sourceConfidence: confidenceOf(weights.source, features),
      rule: "model",
    };
  });
  const all = [...learned, ...rules.flatMap((rule) => rule(passage))].filter(
    (candidate) =>
      candidate.confidence >= from &&
      candidate.content.length > 0 &&
      !vetoes.some((veto) => veto(passage, candidate)),
  );
  return separate(all).toSorted((a, b) => startOf(a) - startOf(b));
}

function separate(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    const own = saying(candidate);
    if (!kept.some((other) => saying(other).some((span) => own.some((mine) => overlaps(span, mine)))))
      kept.push(candidate);
  }
  return kept;
}

function saying({ cue, content }: Candidate): readonly Span[] {
  return cue ? [cue, ...content] : content;
}

function startOf({ cue, content, source }: Candidate): number {
  return Math.min(...[source, cue, ...content].flatMap((span) => span?.start ?? []));
}
