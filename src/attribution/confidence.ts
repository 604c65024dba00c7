import type { Span } from "../language/span.js";
import { clauseTraits } from "./clause-traits.js";
import { headOf, LINK_TAGS } from "./link-features.js";
import type { Link } from "./linker.js";
import { TAGS } from "./tag-features.js";
import type { Tagged } from "./tagger.js";

/** Trees over `confidenceFeatures`, whose values sum to the log-odds that a link is right. */
export interface Forest {
  readonly base: number;
  /** Each node in turn: feature, limit, index of the node where the value is below it; the other one follows. Leaf: -1, value, 0. */
  readonly trees: readonly ArrayLike<number>[];
}

/** How probable it is, 0…1, that a link is a statement with its right source. */
export function confidenceOf(forest: Forest, features: readonly number[]): number {
  let odds = forest.base;
  for (const tree of forest.trees) {
    let at = 0;
    for (;;) {
      const feature = tree[at] ?? -1;
      const value = tree[at + 1] ?? 0;
      if (feature < 0) {
        odds += value;
        break;
      }
      at = (features[feature] ?? 0) < value ? (tree[at + 2] ?? 0) : at + 3;
    }
  }
  return 1 / (1 + Math.exp(-odds));
}

const NEGATIONS = new Set(["not", "never", "no", "nobody", "none", "neither", "without", "cannot"]);

/** What tells a right link from a wrong one: how sure both models are of each part, and the parts' traits. */
export function confidenceFeatures(
  seen: Tagged,
  { cue, source, content, window, marginals }: Link,
): number[] {
  const { places } = seen.passage;
  const first = (i: number, tag: number) => seen.marginals[i * TAGS.count + tag] ?? 0;
  const second = (i: number, tag: number) => marginals[(i - window.start) * LINK_TAGS.count + tag] ?? 0;
  const either = (of: typeof first, tag: number) => (i: number) => of(i, tag) + of(i, tag + 1);
  const head = headOf(places, cue);
  const whole = content[0] && { start: content[0].start, end: content.at(-1)?.end ?? 0 };
  const mean = (spans: readonly Span[], value: (i: number) => number) => {
    let [sum, count] = [0, 0];
    for (const { start, end } of spans) for (let i = start; i < end; i++, count++) sum += value(i);
    return count === 0 ? 0 : sum / count;
  };
  const least = (spans: readonly Span[], value: (i: number) => number) => {
    let low = 1;
    for (const { start, end } of spans) for (let i = start; i < end; i++) low = Math.min(low, value(i));
    return spans.length === 0 ? 0 : low;
  };
  const sources = source ? [source] : [];
  const sentence = places[cue.start]?.sentence ?? 0;
  const home = seen.passage.sentences[sentence] ?? window;
  const othersHere = seen.cues.filter((other) => other.start >= home.start && other.end <= home.end).length;
  const sourceAll = either(second, LINK_TAGS.source);
  const contentAll = either(second, LINK_TAGS.content);
  let bestSource = 0;
  for (let i = window.start; i < window.end; i++)
    bestSource = Math.max(bestSource, second(i, LINK_TAGS.source));
  let negated = 0;
  for (let i = Math.max(home.start, cue.start - 3); i < cue.end; i++)
    if (NEGATIONS.has(places[i]?.token.lemma ?? "")) negated = 1;
  const lastOfSource = source ? places[source.end - 1] : undefined;
  return [
    cue.asked,
    first(cue.start, TAGS.cue),
    mean([cue], either(first, TAGS.cue)),
    least([cue], either(first, TAGS.cue)),
    cue.end < places.length ? first(cue.end, TAGS.cue + 1) : 0,
    cue.end - cue.start,
    places[head]?.cueRate ?? 0,
    places[head]?.token.pos === "VERB" ? 1 : 0,
    source ? source.end - source.start : 0,
    source ? second(source.start, LINK_TAGS.source) : 0,
    least(sources, sourceAll),
    source && source.end < window.end ? second(source.end, LINK_TAGS.source + 1) : 0,
    mean(sources, either(first, TAGS.source)),
    least(sources, either(first, TAGS.source)),
    bestSource,
    source ? (source.end <= cue.start ? source.end - cue.start : source.start - cue.end + 1) : -99,
    source ? (places[source.start]?.sentence ?? 0) - sentence : -3,
    lastOfSource ? ["NOUN", "PROPN", "PRON"].indexOf(lastOfSource.token.pos) : -2,
    content.length,
    whole ? whole.end - whole.start : 0,
    whole ? second(whole.start, LINK_TAGS.content) : 0,
    mean(content, contentAll),
    least(content, contentAll),
    whole && whole.end < window.end ? second(whole.end, LINK_TAGS.content + 1) : 0,
    mean(content, either(first, TAGS.content)),
    least(content, either(first, TAGS.content)),
    whole ? first(whole.start, TAGS.content) : 0,
    whole ? (whole.end <= cue.start ? whole.end - cue.start : whole.start - cue.end + 1) : -99,
    mean(content, (i) => places[i]?.quoted ?? 0),
    places[head]?.quoted ?? 0,
    source && whole ? (source.start < whole.start ? 0 : source.end <= whole.end ? 1 : 2) : 3,
    othersHere,
    negated,
    home.end - home.start,
    /[.?!]["”’']*$/.test(seen.passage.text.trimEnd()) ? 1 : 0,
    seen.passage.sentences.length,
    ...clauseTraits(seen, { cue, source, content }, head, home),
  ];
}
