import type { Span } from "../language/span.js";
import { isStopWord } from "../language/terms.js";
import { type Token, tokens } from "../language/tokens.js";
import { REPORTING_WORDS } from "./cues.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words between a source and its verb that do not belong to its name ("Analysts, meanwhile, say"). */
const ASIDES = words("meanwhile also later however then earlier");

/** Words of a source that only the text around it can resolve, or that name nobody. */
const UNRESOLVED = words(
  "he she it they we i you his her its their our my your who which that this these those both one another latter " +
    "nobody nothing none neither never others everyone everybody everything someone somebody anyone whoever enough " +
    "easier simply frankly briefly privately publicly officially reportedly",
);

/** The only stop words that a source begins with, and those that may stand inside it. */
const DETERMINERS = words("the a an some");
const INNER_WORDS = words("the a an some and of for in at on");

/** When something was said; capitalised days are part of a name only after "the" ("the Sunday Times"). */
const DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight");
const TIMES = words(
  "hour hours days week weeks month months year years ago late early last next once twice ago",
);

/** Between a description and a name they make the name another's ("protesters outside New York"). */
const PREPOSITIONS = words(
  "near outside inside around across along among behind beside beyond despite like onto past since toward towards " +
    "upon via within without amid than per including",
);

/** Small words inside a name ("Ursula von der Leyen"). */
const PARTICLES = words("von van der den de la le du di da dos del bin ibn al el");

/** The longest source that is taken for sure, in tokens. */
const SOURCE_LIMIT = 9;

/**
 * The source that these tokens name, from the first to the last of them, or undefined where they may be anything
 * else: a pronoun, a clause ("but Roe", "Roe has never"), nothing capitalised and nothing plural.
 */
export function sourceOf(text: string, all: readonly Token[]): Span | undefined {
  const kept = [...all];
  while (ASIDES.has(kept.at(-1)?.text.toLowerCase() ?? "")) kept.pop();
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last || kept.length > SOURCE_LIMIT || !kept.every(mayBelong)) return undefined;
  if (isStopWord(first.text) && !DETERMINERS.has(first.text.toLowerCase())) return undefined;
  if (isStopWord(last.text) || /['’]s$/.test(last.text)) return undefined;
  // What ends so is a verb or an adverb: "Roe smiled", "Roe angrily".
  if (/^\p{Ll}.*(?:ed|ly)$/u.test(last.text) && !last.text.endsWith("family")) return undefined;
  const span = { start: first.start, end: last.end };
  if (/[,;:!?"“”‘()[\]…–—]|--|\s-\s/.test(text.slice(span.start, span.end))) return undefined;
  const named = kept.slice(1).some(isCapitalised) || (kept.length === 1 && isCapitalised(first));
  return named || /[^s]s$/.test(last.text) ? span : undefined;
}

function mayBelong(token: Token, i: number, all: readonly Token[]): boolean {
  const word = token.text.toLowerCase().replace(/['’]s$/, "");
  if (UNRESOLVED.has(word) || isTime(token, all[i - 1])) return false;
  if (isStopWord(token.text)) return INNER_WORDS.has(word);
  return i === all.length - 1 || !REPORTING_WORDS.has(word);
}

/** True where the token tells when, not who. */
export function isTime({ text }: Token, before: Token | undefined): boolean {
  return (
    TIMES.has(text) ||
    (DAYS.has(text.toLowerCase()) && before?.text.toLowerCase() !== "the") ||
    text === "Last"
  );
}

function isCapitalised({ text }: Token): boolean {
  return /^\p{Lu}/u.test(text);
}

/**
 * The name to show for a source: "Jane Roe" for "the mayor's aide Jane Roe", the source's own words where it does not
 * end in a name, or where that may be somebody else's ("a lawyer for the aide Jane Roe").
 */
export function nameOfSource(text: string, source: Span): string {
  const whole = text.slice(source.start, source.end);
  const all = tokens(whole);
  let first = all.length;
  const belongs = (token: Token | undefined) => token && (isCapitalised(token) || PARTICLES.has(token.text));
  while (belongs(all[first - 1])) first--;
  const start = all[first]?.start;
  const description = all.slice(0, first);
  const noun = description.at(-1);
  if (start === undefined || !noun || DETERMINERS.has(noun.text.toLowerCase())) return whole;
  return description.every(describes) ? whole.slice(start) : whole;
}

function describes({ text }: Token, i: number): boolean {
  if (isStopWord(text)) return i === 0 && DETERMINERS.has(text.toLowerCase());
  return !PREPOSITIONS.has(text) && !/^\p{Ll}.*ing$/u.test(text);
}
