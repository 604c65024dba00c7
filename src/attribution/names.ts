import { folded } from "../language/terms.js";
import { type Token, tokens } from "../language/tokens.js";
import type { Story } from "../story/story.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Articles and forms of address, which belong to no name. */
const BESIDE_NAMES = words("the a an mr mrs ms mx dr prof sir madam");

/** Small words inside a name ("the Ministry of Justice", "Ursula van der Roe"). */
const INSIDE_NAMES = words("of for in at and the von van der den de la le du di da dos del bin ibn al el");

/** What begins the part of a description that says where or whose ("officials in Port Ellen"). */
const PLACING = words("in of for at from near who which");

/** The longest name, in words. */
const NAME_LIMIT = 9;

/**
 * True where a claimed name is that of a speaker: in fewer words ("Roe" for "the lawyer Jane Roe"), where the one who
 * speaks is among them (not "Port Ellen" for "officials in Port Ellen", nor "Roe" for "Roe's office"), or in more
 * ("the lawyer Jane Roe" for "Jane Roe").
 */
export function isNameOf(claimed: string, speaker: string): boolean {
  const all = nameWords(speaker);
  const core = coreOf(all);
  const mine = nameWords(claimed);
  const isIn = (whole: readonly NameWord[]) => (one: NameWord) => whole.some(({ word }) => word === one.word);
  const named = core.every(({ text }) => isCapitalised(text)) ? core : core.slice(-1);
  if (mine.length > 0 && mine.every(isIn(all)) && named.some(isIn(mine))) return true;
  return core.length > 0 && core.every(isIn(mine.filter(({ text }) => isCapitalised(text))));
}

/** Who speaks in a description: not whose it is, and not where. */
function coreOf(all: readonly NameWord[]): readonly NameWord[] {
  const placing = all.findIndex(({ word }, i) => i > 0 && PLACING.has(word));
  const end = placing < 0 ? all.length : placing;
  const owner = all.slice(0, Math.max(0, end - 1)).findLastIndex(({ text }) => OWNING.test(text));
  return all.slice(owner + 1, end);
}

const OWNING = /['’]s$|s['’]$/;

interface NameWord {
  readonly text: string;
  readonly word: string;
}

function nameWords(name: string): NameWord[] {
  return tokens(name)
    .map(({ text }) => ({ text, word: folded(text).replace(/'s$/, "") }))
    .filter(({ word }) => !BESIDE_NAMES.has(word));
}

function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/**
 * True where the words stand in the story as a name: in a row, in any letter case, with a capital in the story but for
 * small words inside; a single word only where the story never writes it small.
 */
export function isNamedIn(story: Story, name: string): boolean {
  const sought = nameWords(name).map(({ word }) => word);
  if (sought.length === 0 || sought.length > NAME_LIMIT) return false;
  const all = tokens(story.body);
  const folds = all.map(({ text }) => folded(text).replace(/'s$/, ""));
  const places = folds.flatMap((word, i) =>
    word === sought[0] && sought.every((part, k) => folds[i + k] === part) ? [i] : [],
  );
  const capital = (at: number) => sought.every((word, k) => isNameWord(all[at + k], word));
  return sought.length === 1 ? places.length > 0 && places.every(capital) : places.some(capital);
}

function isNameWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && (isCapitalised(token.text) || INSIDE_NAMES.has(word));
}

/** The name proper in a description: its last row of words with capitals ("Jane Roe" of "the lawyer Jane Roe"). */
export function properName(description: string): string {
  const rows = description.split(/[,;()]/).flatMap((part) => {
    const all = tokens(part);
    const last = all.findLastIndex(({ text }) => isCapitalised(text));
    let first = last;
    while (first > 0 && isCapitalised(all[first - 1]?.text ?? "")) first--;
    const [from, to] = [all[first], all[last]];
    return from && to ? [part.slice(from.start, to.end)] : [];
  });
  return rows[0] ?? description;
}
