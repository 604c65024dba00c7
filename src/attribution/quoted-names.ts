import { quotations } from "../language/quotations.js";
import type { Span } from "../language/span.js";
import { isStopWord } from "../language/terms.js";
import { isFirstName } from "./names.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Nouns for what bears a name that writers put into quotation marks. */
const NAMED_THINGS = words(
  "agency newspaper magazine journal paper tabloid website site channel station broadcaster network blog podcast program " +
    "programme show series film movie documentary play opera musical ballet song album single anthem novel book poem story " +
    "painting sculpture exhibition game app ship vessel boat ferry yacht tanker trawler submarine cruiser frigate operation " +
    "company firm brand label shop store restaurant cafe bar club pub hotel theatre theater cinema group band party movement " +
    "foundation project prize award competition festival",
);

/** Small words inside a name ("Friends of the Sea"). */
const INSIDE = /^(?:of|the|and|for|in|on|at|to|a|an|de|la|le|&)$/;

/** So many words may stand between a quoted name and its noun ("the "Dockside" video agency"). */
const BETWEEN = 2;

/** The longest name, in words. */
const LONGEST = 6;

/** What may stand before a quoted name whose noun follows: an article, a preposition, an owner, "state-run", "Norwegian". */
const BEFORE =
  /^(?:the|a|an|its|his|her|their|this|of|by|from|at|in|on|for|with|to|aboard|\S+['’]s|\S+-\S+|\p{Lu}\S*)$/u;

/** Verbs and things that show that words in quotation marks are shouted, written or called, capitalised or not. */
const UTTERED =
  /\b(?:shout|chant|yell|scream|s[aiu]ng|cr(?:y|ied)|brand(?:ed|ing)|label|dubb|deem|painted|scrawl|spray|slogan|banner|signs?|placard|posters?)/i;

/**
 * True where all quotation marks of a text are around names, which quote nobody: each word of a name is capitalised, and
 * beside it stands the noun for what is called so (the "Dockside" agency, the ship "Aurora"), or it is a nickname inside
 * a person's name. Anything else in quotation marks may be somebody's words.
 */
export function quotesOnlyNames(text: string): boolean {
  return !UTTERED.test(text) && quotations(text).every((quotation) => isQuotedName(text, quotation));
}

function isQuotedName(text: string, { start, end }: Span): boolean {
  if (!isName(text.slice(start + 1, end - 1))) return false;
  const before = lastWord(text.slice(0, start));
  const after = firstWords(text.slice(end));
  const isNoun = (word: string | undefined) =>
    word !== undefined && NAMED_THINGS.has(word.replace(/['’]s$/, ""));
  const noun = after.findIndex(isNoun);
  const isBefore = start === 0 || (before !== undefined && BEFORE.test(before));
  if (isBefore && noun >= 0 && !after.slice(0, noun).some(isStopWord)) return true;
  return isNoun(before) || (before !== undefined && isFirstName(before) && isCapital(after[0]));
}

function isName(inside: string): boolean {
  const all = inside.split(" ");
  const [first] = all;
  return (
    isCapital(first) &&
    all.length <= LONGEST &&
    all.every((word) => isCapital(word) || INSIDE.test(word) || /^\p{N}+$/u.test(word))
  );
}

/** A word with a capital and nothing but letters, digits, hyphens and apostrophes: no mark that ends a sentence. */
function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{L}\p{N}'’-]*$/u.test(word);
}

/** The word right before a place; none where a mark stands between. */
function lastWord(text: string): string | undefined {
  return /(?<word>[\p{L}\p{N}'’-]{1,40}) $/u.exec(text.slice(-42))?.groups?.word;
}

/** The first words behind a place, as far as no mark stands between. */
function firstWords(text: string): string[] {
  const [run = ""] = /^(?: [\p{L}\p{N}'’-]+)*/u.exec(text.slice(0, 120)) ?? [];
  return run
    .split(" ")
    .filter(Boolean)
    .slice(0, BETWEEN + 1);
}
