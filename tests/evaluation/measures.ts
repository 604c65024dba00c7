/** Share of the items for which `test` holds; 0 for none. */
export function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

/**
 * How well a number tells two groups apart: the probability that a member of the first has the larger one, ties
 * counted half (the area under the ROC curve, by ranks).
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]?.value === all[i]?.value) j++;
    const rank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) if (all[k]?.positive) rankSum += rank;
    i = j;
  }
  const pairs = positives.length * negatives.length;
  return pairs === 0 ? 0 : (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}
