import type { Span } from "./span.js";
import { isStopWord } from "./terms.js";
import type { Token } from "./tokens.js";

/** Words written with a capital that name somebody or something: "Jane Roe", "the University of Oslo" without "the". */
export interface Name extends Span {
  /** First and last of its tokens, counted in the tokens of the text. */
  readonly first: number;
  readonly last: number;
}

/** Small words inside a name. */
const INSIDE: ReadonlySet<string> = new Set(
  "of de la le du di da dos del von van der den bin ibn al el and".split(" "),
);

const TIMES: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december"
  ).split(" "),
);

/**
 * The names of a sentence, left to right. Days and months are no names. The first word of a sentence has its capital
 * anyway: alone it is a name only where `isName` knows it.
 * @param isName true for words that the text around writes with a capital inside a sentence too
 */
export function names(sentence: string, all: readonly Token[], isName: (word: string) => boolean): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < all.length; i++) {
    const token = all[i];
    if (!token || !isCapitalised(token) || isStopWord(token.text)) continue;
    let last = i;
    for (let j = i + 1; j < all.length && isJoined(sentence, all[j - 1], all[j]); j++) {
      if (isCapitalised(all[j])) last = j;
      else if (!INSIDE.has(all[j]?.text ?? "") || !isCapitalised(all[j + 1])) break;
    }
    const end = all[last]?.end;
    if (end !== undefined && (i > 0 || last > 0 || isName(token.text))) {
      found.push({ start: token.start, end, first: i, last });
    }
    i = last;
  }
  return found;
}

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !TIMES.has(token.text.toLowerCase());
}

/** Only space, or the full stop of an initial or title, stands between the two. */
function isJoined(text: string, before: Token | undefined, after: Token | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    /^(?:\.?\s|[/&])$/.test(text.slice(before.end, after.start))
  );
}
