import type { Passage, Place } from "./passage.js";

/** Neighbouring words that hang together: those of a noun phrase (1) or of a verb (2); any other word alone (0). */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

const NOUN_PHRASE = new Set("DET ADJ NOUN PROPN NUM PRON SYM".split(" "));
const VERB_PHRASE = new Set("VERB AUX PART ADV".split(" "));

/** For each token the run that it stands in. */
export function runsOf({ places }: Passage): Run[] {
  const kindOf = (place: Place | undefined, before: Place | undefined) => {
    if (!place) return -1;
    const { pos, text } = place.token;
    if (NOUN_PHRASE.has(pos) || (before && pos === "PART" && /^['’]s?$/.test(text))) return 1;
    return VERB_PHRASE.has(pos) ? 2 : 0;
  };
  const runs: Run[] = [];
  for (let start = 0; start < places.length; ) {
    const kind = kindOf(places[start], undefined);
    let end = start + 1;
    while (
      kind > 0 &&
      places[end]?.sentence === places[start]?.sentence &&
      kindOf(places[end], places[end - 1]) === kind
    )
      end++;
    for (let i = start; i < end; i++) runs[i] = { start, end, kind };
    start = end;
  }
  return runs;
}
