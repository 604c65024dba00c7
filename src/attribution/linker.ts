import { overlaps, type Span } from "../language/span.js";
import { bestTags, marginalsOf } from "./chain.js";
import { chainOf, type LinearModel } from "./linear-model.js";
import { LINK_TAGS, linkFeatures, windowOf } from "./link-features.js";
import { type Cue, spansOf, type Tagged } from "./tagger.js";

/** A cue with the source and the content that the second model gives it, all in tokens of the passage. */
export interface Link {
  readonly cue: Cue;
  readonly source: Span | null;
  readonly content: readonly Span[];
  readonly window: Span;
  /** Probability of each tag at each token of the window, tokens × LINK_TAGS.count. */
  readonly marginals: Float64Array;
}

export function linked(model: LinearModel, seen: Tagged, cue: Cue): Link {
  const window = windowOf(seen, cue);
  const chain = chainOf(model, seen.passage, window, (emit) => linkFeatures(seen, cue, window, emit));
  const tags = bestTags(chain);
  const { tag: marginals } = marginalsOf(chain);
  const moved = (span: Span) => ({ start: span.start + window.start, end: span.end + window.start });
  const sources = spansOf(tags, LINK_TAGS.source).map(moved);
  const sure = (span: Span) =>
    marginals[(span.start - window.start) * LINK_TAGS.count + LINK_TAGS.source] ?? 0;
  const source = sources.toSorted((a, b) => sure(b) - sure(a))[0] ?? null;
  const bounds = spansOf(tags, LINK_TAGS.cue).map(moved);
  const better = { ...cue, ...bounds.find((span) => overlaps(span, cue)) };
  const free = (span: Span) => !overlaps(span, better);
  return {
    cue: better,
    source: source && free(source) ? source : null,
    content: spansOf(tags, LINK_TAGS.content).map(moved).filter(free),
    window,
    marginals,
  };
}
