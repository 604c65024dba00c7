import { FEATURES, type Shared } from "./features.js";
import type { Passage } from "./passage.js";
import { hasWanted, wantedKinds } from "./wanted.js";

/** What the confidence looks at besides the features of the best sentence. */
const EVIDENCE = [
  "margin",
  "chance of the best",
  "chance of the best three",
  "story has",
  "story has, spelled",
  "story means",
  "passages mean",
  "unknown words",
  "rarest unknown",
  "commonest unknown",
  "unknown names",
  "names apart",
  "words",
  "sentences",
  "kind wants expression",
  "wanted in the best three",
] as const;

export const CONFIDENCE_INPUTS = [...FEATURES, ...EVIDENCE] as const;

/** The evidence that the story answers a question at all. */
export function evidenceOf(
  best: Passage,
  scores: readonly number[],
  passages: readonly Passage[],
  shared: Shared,
): number[] {
  const { matcher, index, question } = shared;
  const { units } = matcher;
  const vocabulary = index.vocabularyOf(best.story);
  const chances = chancesOf(scores);
  const kinds = wantedKinds(question.kind);
  const here = matcher.match(best);
  let total = 0,
    has = 0,
    spelled = 0,
    means = 0,
    unknown = 0,
    rarest = 0,
    commonest = 1,
    names = 0,
    unknownNames = 0,
    apart = 0;
  units.forEach((unit, u) => {
    const isThere = unit.token.terms.some((term) => vocabulary.has(term));
    const likely = [...unit.spellings].reduce(
      (most, [term, share]) => (vocabulary.has(term) ? Math.max(most, share) : most),
      isThere ? 1 : 0,
    );
    let meaning = likely;
    for (const passage of passages) meaning = Math.max(meaning, matcher.match(passage).meaning[u] ?? 0);
    total += unit.weight;
    if (isThere) has += unit.weight;
    spelled += unit.weight * likely;
    means += unit.weight * meaning;
    const { general } = unit;
    if (likely < 0.5) {
      unknown++;
      rarest = Math.max(rarest, general * (1 - meaning));
      commonest = Math.min(commonest, general);
    }
    if (unit.isName || (unit.row < 0 && !isThere)) {
      names++;
      if (likely < 0.5) unknownNames++;
      else if ((here.spelled[u] ?? 0) < 0.5) apart++;
    }
  });
  const t = total || 1;
  let passagesMean = 0;
  for (const passage of passages.slice(0, 3)) {
    const match = matcher.match(passage);
    let sum = 0;
    units.forEach((unit, u) => {
      sum += unit.weight * (match.meaning[u] ?? 0);
    });
    passagesMean = Math.max(passagesMean, sum / t);
  }
  return [
    Math.min(8, (scores[0] ?? 0) - (scores[1] ?? 0)) / 4,
    chances[0] ?? 0,
    (chances[0] ?? 0) + (chances[1] ?? 0) + (chances[2] ?? 0),
    has / t,
    spelled / t,
    means / t,
    passagesMean,
    Math.min(4, unknown) / 4,
    rarest,
    unknown > 0 ? commonest : 1,
    names > 0 ? unknownNames / names : 0,
    names > 0 ? apart / names : 0,
    Math.min(12, units.length) / 6,
    Math.log(best.story.sentences.length + 1) / 5,
    kinds.length > 0 ? 1 : 0,
    passages.slice(0, 3).some((one) => hasWanted(one, kinds, matcher)) ? 1 : 0,
  ];
}

/** The scores as chances that add up to 1, best first. */
export function chancesOf(scores: readonly number[]): number[] {
  const most = scores[0] ?? 0;
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
