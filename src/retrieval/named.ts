import { BESIDE_NAMES } from "../attribution/same-name.js";
import { type SpelledWord, spelledWords } from "../language/spelling.js";
import type { Story } from "../story/story.js";
import { findRun, wordsBetween } from "./wordings.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Small words inside a name ("the Ministry of Justice", "Ursula van der Roe"). */
const INSIDE_NAMES = words("of for in at and the von van der den de la le du di da dos del bin ibn al el");

/** The longest name, in words. */
const NAME_LIMIT = 9;

/**
 * True where the words stand in the story as a name: in a row, in any letter case, with a capital in the story but for
 * small words inside; a single word only where the story never writes it small.
 */
export function isNamedIn(story: Story, name: string): boolean {
  const all = spelledWords(name);
  const first = all.findIndex(({ key }) => !BESIDE_NAMES.has(key.toLowerCase()));
  const sought = first < 0 ? [] : all.slice(first).map((word) => ({ ...word, loose: true }));
  if (sought.length === 0 || sought.length > NAME_LIMIT) return false;
  const owning = sought.map((word, i) =>
    i === sought.length - 1 ? { ...word, key: `${word.key}'s` } : word,
  );
  let isNamed = false;
  for (const run of [sought, owning]) {
    let place = findRun(story, run);
    while (place) {
      const isCapital = wordsBetween(story, place).every(isNameWord);
      if (sought.length === 1 && !isCapital) return false;
      isNamed ||= isCapital;
      if (isNamed && sought.length > 1) return true;
      place = findRun(story, run, place.start + 1);
    }
  }
  return isNamed;
}

function isNameWord({ key }: SpelledWord): boolean {
  return /^\p{Lu}/u.test(key) || INSIDE_NAMES.has(key);
}
