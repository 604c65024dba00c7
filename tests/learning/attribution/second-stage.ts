import { LINK_TAGS, linkFeatures, windowOf } from "../../../src/attribution/link-features.js";
import { inTokens } from "../../../src/attribution/passage.js";
import type { Cue, Tagged } from "../../../src/attribution/tagger.js";
import { overlaps, type Span, shifted } from "../../../src/language/span.js";
import type { GoldAttribution } from "./articles.js";
import type { Paragraph } from "./first-stage.js";
import { type Sequence, sequenceOf } from "./sequence.js";

/** A gold attribution in tokens of its paragraph. */
export interface GoldLink {
  readonly attribution: GoldAttribution;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** The gold attributions whose cue stands in the paragraph. */
export function goldLinks({ article, from, passage }: Paragraph): GoldLink[] {
  const tokens = passage.places.map(({ token }) => token);
  const spans = (all: readonly Span[]) =>
    all
      .filter((span) => span.end > from && span.start < from + passage.text.length)
      .map((span) => inTokens(tokens, shifted(span, -from)))
      .filter(({ start, end }) => end > start);
  return article.attributions
    .map((attribution) => ({
      attribution,
      source: spans(attribution.source),
      cue: spans(attribution.cue),
      content: spans(attribution.content),
    }))
    .filter(({ cue }) => cue.length > 0);
}

/** The gold attribution that a cue belongs to: the same cue, else one that it overlaps. */
export function goldOf(cue: Cue, golds: readonly GoldLink[]): GoldLink | undefined {
  return (
    golds.find((gold) => gold.cue.some(({ start, end }) => start === cue.start && end === cue.end)) ??
    golds.find((gold) => gold.cue.some((span) => overlaps(span, cue)))
  );
}

export function linkSequence(seen: Tagged, cue: Cue, gold: GoldLink): Sequence {
  const window = windowOf(seen, cue);
  const tags = new Uint8Array(window.end - window.start);
  const mark = (spans: readonly Span[], tag: number) => {
    for (const { start, end } of spans)
      for (let i = Math.max(start, window.start); i < Math.min(end, window.end); i++)
        tags[i - window.start] = i === start ? tag : tag + 1;
  };
  mark(gold.content, LINK_TAGS.content);
  mark(gold.source, LINK_TAGS.source);
  mark(gold.cue, LINK_TAGS.cue);
  return sequenceOf(
    tags.length,
    (i) => seen.passage.places[window.start + i]?.step ?? 0,
    (i) => tags[i] ?? 0,
    (emit) => linkFeatures(seen, cue, window, (token, feature) => emit(token - window.start, feature)),
  );
}
