import { folded } from "../language/terms.js";
import { tokens } from "../language/tokens.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Articles and forms of address, which belong to no name. */
export const BESIDE_NAMES = words("the a an mr mrs ms mx dr prof sir madam");

/** Offices that are said before a name and are not part of it. */
const OFFICES = words(
  "president vice prime deputy foreign defense defence interior finance minister chancellor king queen prince princess " +
    "pope senator congressman congresswoman representative governor mayor general colonel major captain lieutenant judge " +
    "justice secretary ambassador spokesman spokeswoman spokesperson chief leader director analyst expert former",
);

/** What begins the part of a description that says where or whose ("officials in Port Ellen"). */
const PLACING = words("in of for at from near who which");

/**
 * True where a claimed name is that of a speaker: in fewer words ("Roe" for "the lawyer Jane Roe"), where the one who
 * speaks is among them (not "Port Ellen" for "officials in Port Ellen", nor "Roe" for "Roe's office"), or in more
 * ("the lawyer Jane Roe" for "Jane Roe").
 */
export function isNameOf(claimed: string, speaker: string): boolean {
  return isNamedBy(claimed, speaker) || isNamedBy(bareName(claimed), speaker);
}

function isNamedBy(claimed: string, speaker: string): boolean {
  const all = nameWords(speaker);
  const core = coreOf(all);
  const mine = nameWords(claimed);
  const isIn = (whole: readonly NameWord[]) => (one: NameWord) => whole.some(({ word }) => word === one.word);
  const named = core.every(({ text }) => isCapitalised(text)) ? core : core.slice(-1);
  if (mine.length > 0 && mine.every(isIn(all)) && named.some(isIn(mine))) return true;
  return core.length > 0 && core.every(isIn(mine.filter(({ text }) => isCapitalised(text))));
}

/** The name in a description, without office and employer: "Roe" of "the BBC's former director Roe, a lawyer". */
export function bareName(description: string): string {
  const all = tokens(description.split(/[,;(]/)[0] ?? "");
  const owner = all.slice(0, -1).findLastIndex(({ text }) => OWNING.test(text));
  const first = all.findIndex(
    ({ text }, i) =>
      i > owner && isCapitalised(text) && !OFFICES.has(folded(text)) && !BESIDE_NAMES.has(folded(text)),
  );
  const [from, to] = [all[first], all.at(-1)];
  return from && to ? description.slice(from.start, to.end) : description;
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
