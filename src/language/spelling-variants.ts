/** Spelling: how near two words are, and what a name sounds like however it was brought into Latin letters. */

/** Words shorter than this are not corrected: one letter makes another word of them. */
const SHORTEST = 4;

/** From this length on two slips are forgiven, before it one. */
const TWO_SLIPS_FROM = 7;

/** The most slips that are forgiven in a word of this length. */
export function slipsForgiven(length: number): number {
  if (length < SHORTEST) return 0;
  return length < TWO_SLIPS_FROM ? 1 : 2;
}

/**
 * How many letters must be changed, added, dropped or swapped with their neighbour to make one word of the other
 * (optimal string alignment). Stops early and returns `most + 1` where it is more than `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(at(before, j) + 1, at(row, j - 1) + 1, at(before, j - 1) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, at(twoBack, j - 2) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    twoBack = before;
    before = row;
  }
  return Math.min(at(before, b.length), most + 1);
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}

/**
 * Letters and groups that stand for one another in the usual transliterations of names from Cyrillic, Arabic, Turkic
 * and Chinese script (BGN/PCGN, ISO 9, ALA-LC and newspaper practice), in the order in which they are replaced.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, "s"],
  [/tch|ch|cz|c(?=[ei])/g, "s"],
  [/kh|gh|zh|dzh|dj/g, "h"],
  [/ph|ff|v|w/g, "f"],
  [/ks|x/g, "s"],
  [/ts|tz|z/g, "s"],
  [/ck|c|q|g|k|h/g, "h"],
  [/(?:y|i|j)?([aou])(?:y|i|j)?/g, "$1"],
  [/(?:y|j|i)?e(?:y|j|i)?/g, "i"],
  [/[yij]+/g, "i"],
  [/o|u/g, "a"],
  [/(.)\1+/g, "$1"],
];

/** What a folded name sounds like, roughly: "evgenii" and "yevgeny", "kasim" and "qasim" are one. */
export function soundOf(folded: string): string {
  return SOUNDS.reduce((word, [letters, sound]) => word.replace(letters, sound), folded);
}
