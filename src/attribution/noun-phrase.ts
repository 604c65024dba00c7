import type { Place } from "./passage.js";

/** Word lists of this room are our own, after the usual grammars of English; none comes from any one story. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const PRONOUNS = words(
  "he she it they i we you him her them who that which this these those one himself herself itself themselves " +
    "someone somebody everyone everybody anyone anybody nobody nothing whoever",
);

/** Nouns for one person; those in -man, -woman, -person, -ist and -ian need no list. */
export const PERSON_NOUNS = words(
  "official aide source witness eyewitness expert mother father son daughter brother sister wife husband leader lawyer " +
    "teacher professor doctor officer director manager minister president senator candidate nominee adviser advisor " +
    "reporter author editor writer driver farmer voter resident student player coach owner founder chief deputy " +
    "secretary judge mayor governor king queen victim suspect friend colleague supporter critic staffer worker member " +
    "diplomat commander general premier chancellor prosecutor investigator neighbor neighbour ambassador speaker " +
    "clerk captain pilot engineer nurse guard soldier sailor scientist researcher activist broker banker priest chef",
);

const PLURALS = words("people police others many some both children several most two three four");

/** Parts of speech that hang something on a noun, or end its phrase. */
const AFTER_NOUNS = words("ADP SCONJ VERB AUX");

export type Kind = "person" | "group" | "body";

/** The last noun before the first preposition or comma: "ministry" of "the Foreign Ministry in Moscow". */
export function headOf(all: readonly Place[]): string {
  let head = "";
  for (const { token } of all) {
    if (head !== "" && (AFTER_NOUNS.has(token.pos) || token.text === "," || token.text === "(")) break;
    if (token.pos === "NOUN" || token.pos === "PROPN" || token.pos === "PRON") head = token.text;
  }
  return (head || (all.at(-1)?.token.text ?? "")).toLowerCase();
}

/** The words of a noun phrase without what hangs on it by a preposition, in small letters. */
export function coreWords(all: readonly Place[]): string[] {
  return coreOf(all).map(({ token }) => token.text.toLowerCase().replace(/\.$/, ""));
}

/** Whether a noun phrase means one person, several of anything, or one thing: an office, a country, a report. */
export function kindOf(all: readonly Place[], head: string): Kind {
  const core = coreOf(all);
  const plural = core.some(
    ({ token }) => token.pos === "NOUN" && token.text.toLowerCase() === head && /[^s]s$/.test(head),
  );
  const several = PLURALS.has(head) || /(?:men|folk)$/.test(head);
  if (plural || several || core.some(({ token }) => token.text.toLowerCase() === "and")) return "group";
  return PERSON_NOUNS.has(head) || /(?:man|woman|person|ist|ian)$/.test(head) ? "person" : "body";
}

/** True for "the ministry": a noun or two after "the", which another phrase may have introduced. */
export function isShort(all: readonly Place[]): boolean {
  return (
    /^the$/i.test(all[0]?.token.text ?? "") &&
    all.length <= 3 &&
    !AFTER_NOUNS.has(all.at(-1)?.token.pos ?? "")
  );
}

function coreOf(all: readonly Place[]): readonly Place[] {
  const until = all.findIndex(({ token }) => AFTER_NOUNS.has(token.pos) || token.text === ",");
  return until < 0 ? all : all.slice(0, until);
}
