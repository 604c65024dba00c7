import { overlaps, type Span } from "../language/span.js";
import { bestTags, marginalsOf } from "./chain.js";
import { chainOf, type LinearModel } from "./linear-model.js";
import type { Passage } from "./passage.js";
import { type Run, runsOf } from "./runs.js";
import { TAGS, tagFeatures } from "./tag-features.js";

/** What the first model sees in a passage: for each token the best tag and the probability of each tag. */
export interface Tagged {
  readonly passage: Passage;
  readonly runs: readonly Run[];
  readonly tags: Uint8Array;
  /** tokens × TAGS.count */
  readonly marginals: Float64Array;
  readonly cues: readonly Cue[];
}

/** A place that may be a cue, in tokens. */
export interface Cue extends Span {
  /** How much the model had to be asked for more cues before it gave this one: an index of `ASKING`. */
  readonly asked: number;
}

/**
 * What is added to the score of beginning a cue, to be given more of them than the best tags hold; the second model and
 * the confidence drop those that have no source and content. Asking a third time, with 3, changed no figure by a point.
 */
const ASKING = [0, 1.5];

/** The most cues of one sentence, the likeliest first; sentences that people write have fewer. */
const MOST_CUES = 8;

export function tagged(model: LinearModel, passage: Passage): Tagged {
  const whole = { start: 0, end: passage.places.length };
  const chain = chainOf(model, passage, whole, (emit) => tagFeatures(passage, emit));
  const tags = bestTags(chain);
  const { tag: marginals } = marginalsOf(chain);
  const cues: Cue[] = [];
  ASKING.forEach((bonus, asked) => {
    const asking = new Float64Array(TAGS.count).fill(bonus, TAGS.cue, TAGS.cue + 1);
    const found = asked === 0 ? tags : bestTags(chain, asking);
    for (const span of spansOf(found, TAGS.cue)) {
      if (!cues.some((cue) => overlaps(cue, span))) cues.push({ ...span, asked });
    }
  });
  const probable = ({ start }: Cue) => marginals[start * TAGS.count + TAGS.cue] ?? 0;
  return { passage, runs: runsOf(passage), tags, marginals, cues: likeliest(passage, cues, probable) };
}

function likeliest({ places }: Passage, cues: readonly Cue[], probable: (cue: Cue) => number): Cue[] {
  const kept = new Map<number, number>();
  return cues
    .toSorted((a, b) => probable(b) - probable(a))
    .filter(({ start }) => {
      const sentence = places[start]?.sentence ?? 0;
      const before = kept.get(sentence) ?? 0;
      kept.set(sentence, before + 1);
      return before < MOST_CUES;
    })
    .toSorted((a, b) => a.start - b.start);
}

/** The spans that are tagged `begin` at their first token and `begin + 1` at the others. */
export function spansOf(tags: Uint8Array, begin: number): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < tags.length; i++) {
    const goesOn = tags[i] === begin + 1 && (tags[i - 1] === begin || tags[i - 1] === begin + 1);
    if (tags[i] !== begin && (tags[i] !== begin + 1 || goesOn)) continue;
    let end = i + 1;
    while (tags[end] === begin + 1) end++;
    spans.push({ start: i, end });
  }
  return spans;
}
