import { statementsBy } from "../attribution/by-name.js";
import { isNameOf } from "../attribution/same-name.js";
import { type Statement, statementsOf } from "../attribution/statements.js";
import { voiceAt } from "../attribution/voice.js";
import { isPlaceName } from "../language/places.js";
import { folded, terms } from "../language/terms.js";
import { tokens } from "../language/tokens.js";
import { isNamedIn } from "../retrieval/named.js";
import type { Passage } from "../retrieval/passage.js";
import { type Story, wordsAt } from "../story/story.js";
import type { Library } from "./library.js";

/** Statements by the story that makes them. */
export type Statements = ReadonlyMap<Story, readonly Statement[]>;

/** In so many stories at most a speaker is looked for: reading one for its statements takes 20 ms at the first time. */
export const MOST_STORIES = 30;

/**
 * The statements of the one whom a name or a description means, by story; only of stories that have some. Looked for in
 * the stories where something was `found`, best first, since a name may be misspelt, and then in others that have its words.
 */
export function statementsOfSpeaker(
  { index }: Library,
  stories: readonly Story[],
  name: string,
  found: ReadonlySet<Story>,
): Statements {
  const asked = terms(name);
  const has = (story: Story) =>
    asked.length > 0 && asked.every((term) => index.vocabularyOf(story).has(term));
  const near = [...found, ...stories.filter((story) => !found.has(story) && has(story))].slice(
    0,
    MOST_STORIES,
  );
  for (const by of [namedBy, nearlyBy, describedBy]) {
    const own = new Map(near.map((story) => [story, by(story, statementsOf(story), name)]));
    for (const [story, statements] of own) if (statements.length === 0) own.delete(story);
    if (own.size > 0) return own;
  }
  return new Map();
}

function namedBy(_: Story, all: readonly Statement[], name: string): Statement[] {
  return all.filter(({ speaker }) => speaker !== null && isNameOf(name, speaker.name));
}

/** Offices that speak for the place where they sit. */
const OFFICE = /ministr|govern|office|official|authorit|embass|parliament|prosecut|administration|council/i;

/**
 * Of speakers whose name is spelt nearly so. A place spelt nearly like another is another place; its people's adjective
 * means it ("Norlandish officials"), and so do offices in it.
 */
function nearlyBy(_: Story, all: readonly Statement[], name: string): Statement[] {
  const isPlace = isPlaceName(name);
  const word = folded(name);
  return statementsBy(all, name).filter(({ speaker }) => {
    const own = tokens(speaker?.name ?? "").map(({ text }) => folded(text));
    if (!isPlace) return !own.includes(word);
    return own.some((one) => (one === word ? OFFICE.test(speaker?.name ?? "") : one.startsWith(word)));
  });
}

/** Of speakers whom the story describes in these words, or whose source has them ("the lawyer", "her mother"). */
function describedBy(story: Story, all: readonly Statement[], name: string): Statement[] {
  const asked = terms(name);
  if (asked.length === 0 || /^\p{Lu}/u.test(name)) return [];
  return all.filter(({ description, source }) =>
    [description, source].some((span) => {
      const has = new Set(span ? terms(wordsAt(story, span)) : []);
      return asked.every((term) => has.has(term));
    }),
  );
}

/** Words with which the publisher tells that somebody said something, without saying what. */
const TOLD =
  /\b(?:statements?|apolog\w+|regrets?|comments?|spoke|speech\w*|remarks?|letter|respon\w+|react\w+|thank\w*|prais\w+|vow\w*|silent)\b/i;

/** True for a sentence of the publisher's telling that names somebody and says that he said something. */
export function tellsOf({ story, sentence }: Passage, name: string): boolean {
  const text = wordsAt(story, sentence);
  const asked = terms(name);
  const has = new Set(terms(text));
  return (
    asked.length > 0 &&
    asked.every((term) => has.has(term)) &&
    TOLD.test(text) &&
    voiceAt(story, sentence).voice === "publisher"
  );
}

/** Words for several, or for those who are meant by other names. */
const MANY =
  /(?:[^s]s|men|people|police|media|press|staff|every(?:one|body)|any(?:one|body)|some(?:one|body))$/;

/**
 * True for a name, in capitals or not, that is no place: places speak for governments that go by other names. In small
 * letters it is a name where it stands without an article and no story has it as a common word.
 */
export function isSomebody({ index }: Library, stories: readonly Story[], speaker: string): boolean {
  const all = tokens(speaker);
  const last = all.at(-1)?.text ?? "";
  const capital = last.charAt(0).toUpperCase() + last.slice(1);
  if (isPlaceName(capital)) return false;
  if (/^\p{Lu}/u.test(last)) return true;
  if (stories.some((story) => isNamedIn(story, speaker))) return true;
  const isBare = !/^(?:the|a|an|his|her|its|their|my)$/i.test(all[0]?.text ?? "");
  const isKnown = (term: string) => stories.some((story) => index.vocabularyOf(story).has(term));
  const isCommon = MANY.test(last) || terms(last).some(isKnown);
  return isBare && all.length <= 3 && !isCommon;
}
