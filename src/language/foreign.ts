import { stopwords as english } from "@orama/stopwords/english";
import { stopwords as french } from "@orama/stopwords/french";
import { stopwords as german } from "@orama/stopwords/german";
import { stopwords as italian } from "@orama/stopwords/italian";
import { stopwords as portuguese } from "@orama/stopwords/portuguese";
import { stopwords as spanish } from "@orama/stopwords/spanish";
import { stopwords as turkish } from "@orama/stopwords/turkish";
import { tokens } from "./tokens.js";

const ENGLISH: ReadonlySet<string> = new Set([...english, "a"]);

/** Languages in Latin letters that are told from English by their small words; other scripts need no list. */
const OTHERS: readonly ReadonlySet<string>[] = [french, german, italian, portuguese, spanish, turkish].map(
  (words) => new Set(words.filter((word) => !ENGLISH.has(word))),
);

/** Different small words of one other language that a text must hold; one alone may be part of a name ("de", "la"). */
const SMALL_WORDS = 2;

/** True for a text that is hardly English: most of it in another script, or the small words of another language. */
export function looksForeign(text: string): boolean {
  const words = tokens(text.toLowerCase()).map((token) => token.text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return true;
  const distinct = [...new Set(words)];
  const ours = distinct.filter((word) => ENGLISH.has(word)).length;
  return OTHERS.some((small) => {
    const theirs = distinct.filter((word) => word.length > 1 && small.has(word)).length;
    return theirs >= SMALL_WORDS && theirs > ours;
  });
}
