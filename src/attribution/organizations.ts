import { isPlaceName } from "../language/places.js";
import { contains, type Span } from "../language/span.js";
import { abbreviationsIn, bracketed, initialsOf } from "./abbreviations.js";
import { besideName } from "./descriptions.js";
import { isPersonNoun, type Site, textAt, tokenAt } from "./name-sites.js";
import { inBody, type Reading } from "./reading.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Last words of the names of organizations. Those that are countries as well are not among them. */
const HEADS = words(
  "ministry department agency service services committee commission council court party university college institute " +
    "association foundation company corporation bank times post journal news press gazette radio television authority " +
    "administration academy society organization organisation alliance watch airlines airways club inc " +
    "corp llc ltd plc gmbh holdings industries motors bureau board fund guard assembly office group nations union",
);

/** Names of one word. */
const BODIES = words("congress senate parliament nato");

/** Nouns for an organization. */
const NOUNS = words(
  "branch agency company firm group bank broadcaster newspaper magazine charity nonprofit organization organisation " +
    "airline subsidiary watchdog publisher website network carmaker maker retailer startup lender party union institute " +
    "channel outlet ministry platform giant",
);

/** An organization as a story names it. */
export interface NamedBody {
  readonly name: string;
  readonly description: Span | null;
  readonly mentions: readonly Span[];
}

interface Found {
  readonly name: string;
  readonly span: Span;
  readonly description: Span | null;
  /** The abbreviation in brackets behind the name. */
  readonly short: string | undefined;
}

/** The organizations that a story names. */
export function organizationsAt(
  body: string,
  readings: readonly Reading[],
  sites: readonly Site[],
): NamedBody[] {
  const found = [
    ...sites.flatMap((site) => bodyAt(body, site)),
    ...readings.flatMap(abbreviationsIn).map((one) => ({ ...one, description: null, short: undefined })),
  ];
  const names = [...new Set(found.map(({ name }) => name))];
  const longest = names.filter((name) => names.filter((other) => other.endsWith(` ${name}`)).length !== 1);
  const shortOf = new Map(
    longest.flatMap((name) => {
      const short =
        found.find((one) => one.name === name && one.short !== undefined)?.short ?? initialsOf(name);
      return short === undefined ? [] : [[name, short] as const];
    }),
  );
  const shorts = new Set(shortOf.values());
  return longest
    .filter((name) => !shorts.has(name))
    .map((name) => {
      const own = found.filter(
        (one) => one.name === name || (!longest.includes(one.name) && name.endsWith(` ${one.name}`)),
      );
      const alias = shortOf.get(name);
      const spelled = found.filter((one) => one.name === alias);
      const spans = [
        ...[...own, ...spelled].map(({ span }) => span),
        ...shortForms(sites, name, alias, longest),
      ];
      const apart = spans.filter((span, i) => !spans.slice(0, i).some((other) => contains(other, span)));
      return {
        name,
        description: own.find(({ description }) => description !== null)?.description ?? null,
        mentions: apart.toSorted((a, b) => a.start - b.start),
      };
    });
}

/** The name with the capitalised words around it that belong to it, where something says that it is an organization's. */
function bodyAt(body: string, site: Site): Found[] {
  const { reading } = site;
  let { start, end } = site.tokens;
  while (isNamePart(reading, start - 1)) start--;
  const joint = end;
  if (HEADS.has(lower(reading, end - 1)) && /^(?:of|for)$/.test(textAt(reading, joint))) {
    let next = joint + (textAt(reading, joint + 1) === "the" ? 2 : 1);
    const from = next;
    while (/^\p{Lu}/u.test(textAt(reading, next))) next++;
    if (next > from) end = next;
  }
  const tokens = { start, end };
  const span = inBody(reading, tokens);
  const name = body.slice(span.start, span.end);
  const wider = { ...site, tokens };
  // A single word before brackets is the place of a report: "LONDON (RNB)".
  const short = / .*\p{Ll}/u.test(name) ? bracketed(reading, end) : undefined;
  const description = besideName(wider, (noun) => NOUNS.has(noun)) ?? quotedNoun(reading, tokens);
  const isBody =
    isBodyName(name, end > site.tokens.end) ||
    short !== undefined ||
    description !== null ||
    isCalledBody(reading, tokens);
  if (!isBody || isPlaceName(name) || /\b(?:Soviet Union|Act|Treaty|Agreement)$/.test(name)) return [];
  return [{ name, span, description: description && inBody(reading, description), short }];
}

function isBodyName(name: string, isJoined: boolean): boolean {
  const all = name.toLowerCase().split(" ");
  const last = all.at(-1)?.replace(/\.$/, "") ?? "";
  return isJoined || (all.length > 1 && HEADS.has(last)) || (all.length === 1 && BODIES.has(last));
}

/** "the news agency Sternwind": a noun for an organization right before the name. */
function isCalledBody(reading: Reading, { start }: Span): boolean {
  return NOUNS.has(textAt(reading, start - 1)) && !isPersonNoun(textAt(reading, start - 1));
}

/** 'the "Sternwind" video agency': the noun behind the name in quotation marks. */
function quotedNoun(reading: Reading, { start, end }: Span): Span | null {
  const marks = /^["“”'‘’«»]$/;
  if (!marks.test(textAt(reading, start - 1)) || !marks.test(textAt(reading, end))) return null;
  for (let last = end + 1; last <= end + 3; last++) {
    const text = textAt(reading, last);
    if (NOUNS.has(text)) return { start: end + 1, end: last + 1 };
    if (!/^(?:NOUN|ADJ)$/.test(tokenAt(reading, last)?.pos ?? "")) return null;
  }
  return null;
}

function isNamePart(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at);
  const next = tokenAt(reading, at + 1);
  const isInside = reading.passage.places[at]?.sentence === reading.passage.places[at + 1]?.sentence;
  return (
    token !== undefined &&
    isInside &&
    next?.start === token.end + 1 &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    /^(?:PROPN|NOUN|ADJ)$/.test(token.pos)
  );
}

function lower(reading: Reading, at: number): string {
  return textAt(reading, at).toLowerCase();
}

/** The abbreviation, and a first or last word of the name where no other organization shares it. */
function shortForms(
  sites: readonly Site[],
  name: string,
  alias: string | undefined,
  names: readonly string[],
): Span[] {
  const [first = ""] = name.split(" ");
  const isCompany =
    !HEADS.has(name.split(" ").at(-1)?.toLowerCase().replace(/\.$/, "") ?? "") ||
    /(?:Inc|Corp|Ltd|LLC|PLC)\.?$/i.test(name);
  const isOwn =
    isCompany &&
    names.filter((other) => other.split(" ")[0] === first).length === 1 &&
    !HEADS.has(first.toLowerCase());
  const isCommon = sites.some(
    ({ mention }) => mention.words.length > 1 && mention.words[0] === first && mention.text !== name,
  );
  return sites.flatMap(({ mention: { text, start, end } }) => {
    const isShort =
      text === alias || (text === first && isOwn && !isCommon && name !== first && isWord(first));
    return isShort ? [{ start, end }] : [];
  });
}

/** A word that may stand for the whole name: no place, no adjective of one ("Russian"), no common first word. */
function isWord(word: string): boolean {
  return (
    !isPlaceName(word) &&
    !/(?:an|ian|ish|ese|al|ic|i)$/.test(word) &&
    !/^(?:Foreign|Supreme|State|United|Defense|Defence|High|First|New)$/.test(word)
  );
}
