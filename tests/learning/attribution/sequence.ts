/** A sequence to learn from: for each token its features as hashes, its class and its tag. */
export interface Sequence {
  /** Where the features of each token begin in `features`; one more than tokens. */
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly steps: Uint8Array;
  readonly gold: Uint8Array;
}

export function sequenceOf(
  length: number,
  stepAt: (token: number) => number,
  goldAt: (token: number) => number,
  emitAll: (emit: (token: number, feature: number) => void) => void,
): Sequence {
  const rows: number[][] = Array.from({ length }, () => []);
  emitAll((token, feature) => rows[token]?.push(feature));
  const offsets = new Int32Array(length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + row.length;
  });
  return {
    offsets,
    features: Int32Array.from(rows.flat()),
    steps: Uint8Array.from({ length }, (_, i) => stepAt(i)),
    gold: Uint8Array.from({ length }, (_, i) => goldAt(i)),
  };
}

/** Features that stand in at least `seen` tokens, in rising order. */
export function frequentFeatures(sequences: readonly Sequence[], seen: number): Int32Array {
  const counts = new Uint8Array(2 ** 26);
  const mask = counts.length - 1;
  for (const { features } of sequences)
    for (const feature of features) {
      const slot = feature & mask;
      if ((counts[slot] ?? 0) < 255) counts[slot] = (counts[slot] ?? 0) + 1;
    }
  const kept = new Set<number>();
  for (const { features } of sequences)
    for (const feature of features) if ((counts[feature & mask] ?? 0) >= seen) kept.add(feature);
  return Int32Array.from(kept).sort();
}
