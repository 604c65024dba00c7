import type { Span } from "../language/span.js";
import { isPersonNoun, type Site, setsOff, textAt, tokenAt } from "./name-sites.js";
import { TITLES } from "./names.js";
import { headOf } from "./noun-phrase.js";
import type { Place } from "./passage.js";
import { inBody, type Reading } from "./reading.js";

/** The longest description, in tokens: what is longer tells a story of its own. */
const LONGEST = 14;

/** "Russian President" before the name, or "a lawyer from Port Ellen" set off by commas after or before it. */
export function descriptionOf(site: Site, isNoun: (noun: string) => boolean): Span | null {
  const found = beforeName(site, isNoun) ?? besideName(site, isNoun) ?? beforeComma(site, isNoun);
  return found && inBody(site.reading, found);
}

/** Noun and adjectives right before the name, without the article. */
function beforeName({ reading, tokens }: Site, isNoun: (noun: string) => boolean): Span | null {
  const last = textAt(reading, tokens.start - 1)
    .toLowerCase()
    .replace(/\.$/, "");
  // "friends Jane and John Roe": what several are called is no description of one.
  if (!TITLES.has(last) && (!isNoun(last) || isSeveral(last))) return null;
  const start = phraseStart(reading, tokens.start);
  return start < tokens.start ? { start, end: tokens.start } : null;
}

function isSeveral(noun: string): boolean {
  return /[^s]s$|men$|people$/.test(noun) && !/d'affaires$/.test(noun);
}

/** Where the noun phrase begins whose words stand before `end`; its article is left out. */
function phraseStart(reading: Reading, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST && isSameSentence(reading, start - 1, end)) {
    const token = tokenAt(reading, start - 1);
    const joins = token?.text === "/" || /^['’]s?$/.test(token?.text ?? "") || token?.text === "-";
    const isTitleOf = token?.text === "of" && TITLES.has(textAt(reading, start - 2).toLowerCase());
    if (!joins && !isTitleOf && !/^(?:ADJ|NOUN|PROPN|X)$/.test(token?.pos ?? "")) break;
    if (/^\p{P}$/u.test(token?.text ?? "") && !joins) break;
    start--;
  }
  if (textAt(reading, start) === "-" && tokenAt(reading, start - 1)?.pos === "NUM") start--;
  while (start < end && /^(?:['’]s?|\/|-)$/.test(textAt(reading, start))) start++;
  return start;
}

/** ", a lawyer from Port Ellen," after the name. */
export function besideName({ reading, tokens }: Site, isNoun: (noun: string) => boolean): Span | null {
  if (!setsOff(textAt(reading, tokens.end))) return null;
  const start = tokens.end + 1;
  let end = start;
  while (end - start < LONGEST && isSameSentence(reading, end, tokens.end) && !isEnd(reading, end)) end++;
  const places = reading.passage.places.slice(start, end);
  const isClosed = isEnd(reading, end);
  const opens =
    /^(?:a|an|the|his|her|its|their|one)$/.test(textAt(reading, start)) || isTitled(reading, start);
  return isClosed && opens && hasHead(places, isNoun) ? { start, end } : null;
}

/** "Norland's consul in Port Ellen, Jane Roe,": the noun phrase before the comma, with what hangs on it. */
function beforeComma({ reading, tokens }: Site, isNoun: (noun: string) => boolean): Span | null {
  const opening = tokens.start - 1;
  if (textAt(reading, opening) !== "," || !/^(?:[,.]|and|--|—)$/.test(textAt(reading, tokens.end)))
    return null;
  let start = opening;
  while (start > 0 && opening - start < LONGEST && isSameSentence(reading, start - 1, opening)) {
    const token = tokenAt(reading, start - 1);
    const joins = /^(?:['’]s?|\/|-|in|of|for|at)$/.test(token?.text ?? "");
    if (!joins && !/^(?:ADJ|NOUN|PROPN|X|DET)$/.test(token?.pos ?? "")) break;
    start--;
  }
  while (start < opening && /^(?:DET|ADP|PUNCT)$/.test(tokenAt(reading, start)?.pos ?? "")) start++;
  const places = reading.passage.places.slice(start, opening);
  return hasHead(places, isNoun) ? { start, end: opening } : null;
}

/** True for a phrase whose main noun, not a name, is one of those, and in which nobody says anything. */
function hasHead(places: readonly Place[], isNoun: (noun: string) => boolean): boolean {
  const head = headOf(places);
  const says = places.some(({ token }) => /^(?:said|says|told|tells|added|adds|or)$/.test(token.text));
  return isNoun(head) && !says && places.some(({ token }) => token.text === head);
}

/** True where a phrase begins with a person's noun or an adjective before one: "leader of …". */
function isTitled(reading: Reading, at: number): boolean {
  return isPersonNoun(textAt(reading, at)) || isPersonNoun(textAt(reading, at + 1));
}

function isEnd(reading: Reading, at: number): boolean {
  const text = textAt(reading, at);
  return (
    text === "" ||
    /^[,.;:"”()]$|^--$|^—$|^who$|^which$|^that$/.test(text) ||
    tokenAt(reading, at)?.pos === "AUX"
  );
}

function isSameSentence({ passage }: Reading, a: number, b: number): boolean {
  const other = passage.places[b] ?? passage.places[b - 1];
  return passage.places[a] !== undefined && passage.places[a]?.sentence === other?.sentence;
}
