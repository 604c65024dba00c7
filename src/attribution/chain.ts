/**
 * A linear chain over the tokens of a passage (Lafferty, McCallum and Pereira, 2001): each token has a score for each
 * tag, each pair of neighbouring tags one for the class of the second token. Arrays are token by token.
 */
export interface Chain {
  readonly length: number;
  readonly tags: number;
  /** length × tags */
  readonly scores: Float64Array;
  /** The class of each token. */
  readonly classes: Uint8Array;
  readonly steps: Steps;
}

/** For each class of token, the score of going from the first tag to the second: classes × tags × tags. */
export interface Steps {
  readonly scores: Float64Array;
  /** exp(scores) */
  readonly weights: Float64Array;
}

export function stepsOf(scores: Float64Array): Steps {
  return { scores, weights: scores.map(Math.exp) };
}

/** The best sequence of tags. `bonus` is added to the score of each tag, to ask for more of it. */
export function bestTags(chain: Chain, bonus?: Float64Array): Uint8Array {
  const { length, tags, scores, classes } = chain;
  const steps = chain.steps.scores;
  const back = new Uint8Array(length * tags);
  let before = new Float64Array(tags);
  for (let i = 0; i < length; i++) {
    const now = new Float64Array(tags);
    const at = (classes[i] ?? 0) * tags * tags;
    for (let to = 0; to < tags; to++) {
      let best = i === 0 ? (steps[at + to] ?? 0) : -Infinity;
      for (let from = 0; i > 0 && from < tags; from++) {
        const score = (before[from] ?? 0) + (steps[at + from * tags + to] ?? 0);
        if (score <= best) continue;
        best = score;
        back[i * tags + to] = from;
      }
      now[to] = best + (scores[i * tags + to] ?? 0) + (bonus?.[to] ?? 0);
    }
    before = now;
  }
  const path = new Uint8Array(length);
  let tag = before.indexOf(Math.max(...before));
  for (let i = length - 1; i >= 0; i--) {
    path[i] = tag;
    tag = back[i * tags + tag] ?? 0;
  }
  return path;
}

/** What the forward-backward algorithm gives; each row is scaled to a sum of 1. */
export interface Marginals {
  /** Probability of each tag at each token, length × tags. */
  readonly tag: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** exp(scores) as used, for the expected counts of the learner. */
  readonly weight: Float64Array;
}

export function marginalsOf({ length, tags, scores, classes, steps }: Chain): Marginals {
  const stepWeight = steps.weights;
  const weight = new Float64Array(length * tags);
  for (let i = 0; i < length; i++) {
    let top = -Infinity;
    for (let t = 0; t < tags; t++) top = Math.max(top, scores[i * tags + t] ?? 0);
    for (let t = 0; t < tags; t++) weight[i * tags + t] = Math.exp((scores[i * tags + t] ?? 0) - top);
  }
  const forward = new Float64Array(length * tags);
  const backward = new Float64Array(length * tags);
  for (let i = 0; i < length; i++) {
    const at = (classes[i] ?? 0) * tags * tags;
    for (let to = 0; to < tags; to++) {
      let sum = i === 0 ? (stepWeight[at + to] ?? 0) : 0;
      for (let from = 0; i > 0 && from < tags; from++)
        sum += (forward[(i - 1) * tags + from] ?? 0) * (stepWeight[at + from * tags + to] ?? 0);
      forward[i * tags + to] = sum * (weight[i * tags + to] ?? 0);
    }
    scale(forward, i * tags, tags);
  }
  for (let i = length - 1; i >= 0; i--) {
    const at = (classes[i + 1] ?? 0) * tags * tags;
    for (let from = 0; from < tags; from++) {
      let sum = i === length - 1 ? 1 : 0;
      for (let to = 0; i < length - 1 && to < tags; to++)
        sum +=
          (stepWeight[at + from * tags + to] ?? 0) *
          (weight[(i + 1) * tags + to] ?? 0) *
          (backward[(i + 1) * tags + to] ?? 0);
      backward[i * tags + from] = sum;
    }
    scale(backward, i * tags, tags);
  }
  const tag = forward.map((value, k) => value * (backward[k] ?? 0));
  for (let i = 0; i < length; i++) scale(tag, i * tags, tags);
  return { tag, forward, backward, weight };
}

function scale(values: Float64Array, at: number, count: number): void {
  let sum = 0;
  for (let t = at; t < at + count; t++) sum += values[t] ?? 0;
  if (sum > 0) for (let t = at; t < at + count; t++) values[t] = (values[t] ?? 0) / sum;
}
