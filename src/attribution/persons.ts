import { isPlaceName } from "../language/places.js";
import type { Span } from "../language/span.js";
import { descriptionOf } from "./descriptions.js";
import { isPersonNoun, type Site, setsOff, textAt } from "./name-sites.js";
import { isFirstName } from "./names.js";

/** A person as a story names it, with the places of the whole name and of its short forms. */
export interface NamedPerson {
  readonly name: string;
  readonly description: Span | null;
  readonly mentions: readonly Span[];
}

/** Words that stand in names of places, things and bodies, whatever first name begins them. */
const NOT_PERSONS = new Set(
  (
    "park square airport harbour harbor bridge hill hills bay county valley beach stadium hall tower mountain mountains " +
    "coast station hospital road hotel falls island islands international motors electric assembly league dynamics " +
    "cathedral church palace theatre theater museum library festival prize award cup day week war treaty agreement " +
    "brothers sisters sons partners republicans democrats east west north south airlines airways prison store enforcement wars street campus resort live show movers"
  ).split(" "),
);

/** First names that are common words as well: only a family name that stands alone elsewhere tells them apart. */
const ALSO_WORDS = new Set(
  (
    "red star law price rose grace hope faith joy will mark frank grant chase hunter rich art bill may june april august " +
    "summer autumn dawn sky rain storm stone forest ocean river king prince major justice royal golden silver gold blue " +
    "green black white brown gray ruby pearl jade crystal amber diamond ivory ginger olive ivy daisy lily iris heather " +
    "holly violet angel heaven miracle destiny trinity liberty america dallas austin chase drew earl duke baron sterling " +
    "guy bob sunny happy lucky max ace buddy junior love long young small little pace page cash penny mercy true early"
  ).split(" "),
);

/** So many words before a list of names may hold the noun for the people in it: "two of the men detained -- …". */
const GROUP_NEAR = 5;

/** Whom a story names. A name is a person's only where something beside its shape says so. */
export function personsAt(sites: readonly Site[]): NamedPerson[] {
  const listed = namesInLists(sites);
  const alike = new Set(sites.map(({ mention }) => mention.text));
  const things = new Set(sites.filter(isBehindArticle).map(({ mention }) => mention.text));
  const evident = new Set(
    sites
      .filter((site) => isFull(site) && !things.has(site.mention.text) && saysPerson(site, alike))
      .map(({ mention }) => mention.text),
  );
  for (const { site, name } of listed) if (site.mention.text === name) evident.add(name);
  const shared = listed.filter(({ site, name }) => site.mention.text !== name);
  const full = [...new Set([...evident, ...shared.map(({ name }) => name)])];
  const alone = sites.filter(
    (site) => isTitledWord(site) && !full.some((name) => isShortFor(site.mention.text, name)),
  );
  const names = [...new Set(withoutVariants([...full, ...alone.map(({ mention }) => mention.text)]))];
  const inLists = new Map(shared.map(({ site, name }) => [site, name]));
  const meant = new Map(sites.map((site) => [site, inLists.get(site) ?? meantBy(site, names)]));
  return names.map((name) => {
    const own = sites.filter((site) => meant.get(site) === name);
    const described = own.map((site) => descriptionOf(site, isPersonNoun)).find((one) => one !== null);
    return {
      name,
      description: described ?? null,
      mentions: own.map(({ mention: { start, end } }) => ({ start, end })),
    };
  });
}

/** "the Jane Roe": no person, but a ship, a hall. */
function isBehindArticle({ mention, reading, tokens }: Site): boolean {
  return mention.title === undefined && /^(?:the|a|an)$/i.test(textAt(reading, tokens.start - 1));
}

function isFull({ mention }: Site): boolean {
  const { words, personal } = mention;
  return (
    personal &&
    words.length > 1 &&
    !isPlaceName(mention.text) &&
    !words.some((word) => NOT_PERSONS.has(word.toLowerCase()))
  );
}

/** A title, a known first name, an age, "who", or a noun for a person beside it. */
function saysPerson(site: Site, alike: ReadonlySet<string>): boolean {
  const { mention, reading, tokens } = site;
  const [after, next, closing] = [0, 1, 2].map((step) => textAt(reading, tokens.end + step));
  if (mention.title !== undefined) return true;
  if (
    after === "," &&
    (/^\d{1,3}$/.test(next ?? "") ? /^[,.]$/.test(closing ?? "") : /^who(?:m|se)?$/.test(next ?? ""))
  )
    return true;
  if (descriptionOf(site, isPersonNoun) !== null) return true;
  const isPlace = /^(?:in|near|at|outside)$/i.test(textAt(reading, tokens.start - 1));
  const isHalfPlace = mention.words.slice(0, -1).some(isPlaceName);
  const [first = ""] = mention.words;
  const isWord = ALSO_WORDS.has(first.toLowerCase()) && !alike.has(mention.words.at(-1) ?? "");
  return !isPlace && !isHalfPlace && !isWord && isFirstName(first);
}

/** A single word behind a title. */
function isTitledWord({ mention }: Site): boolean {
  const { words, personal, title, text } = mention;
  return (
    personal &&
    title !== undefined &&
    words.length === 1 &&
    !isPlaceName(text) &&
    !NOT_PERSONS.has(text.toLowerCase())
  );
}

/** Names in a list that a noun for several people introduces; "Jan and Pieter Roe" names Jan Roe, too. */
function namesInLists(sites: readonly Site[]): { site: Site; name: string }[] {
  return sites.flatMap((first, i) => {
    const list = [first];
    for (const next of sites.slice(i + 1)) {
      const last = list.at(-1);
      if (!last || last.reading !== next.reading || !joins(last, next)) break;
      list.push(next);
    }
    const last = list.at(-1);
    if (list.length < 2 || !last) return [];
    const isGroup = introducesGroup(first);
    return list.flatMap((site, at) => {
      const { mention } = site;
      if (isFull(site)) return isGroup ? [{ site, name: mention.text }] : [];
      const family = last.mention.words.at(-1);
      const isShared =
        at === list.length - 2 &&
        mention.words.length === 1 &&
        last.mention.words.length === 2 &&
        isFull(last);
      return isShared && isGroup && mention.title === undefined && !isPlaceName(mention.text)
        ? [{ site, name: `${mention.text} ${family}` }]
        : [];
    });
  });
}

function joins(a: Site, b: Site): boolean {
  const between = a.reading.passage.places.slice(a.tokens.end, b.tokens.start).map(({ token }) => token.text);
  return /^(?:,|and|, and)$/.test(between.join(" "));
}

function introducesGroup({ reading, tokens }: Site): boolean {
  const opening = tokens.start - 1;
  if (!setsOff(textAt(reading, opening))) return false;
  const { places } = reading.passage;
  return places
    .slice(Math.max(0, opening - GROUP_NEAR), opening)
    .some(
      ({ token, sentence }) =>
        sentence === places[opening]?.sentence &&
        /(?:s|men|people|children)$/.test(token.text) &&
        isPersonNoun(token.text),
    );
}

/** "Jane Q. Roe" beside "Jane Roe": one person, by the name that comes first. */
function withoutVariants(names: readonly string[]): string[] {
  const ends = (name: string) => `${name.split(" ")[0]} ${name.split(" ").at(-1)}`;
  return names.filter((name, i) => names.findIndex((other) => ends(other) === ends(name)) === i);
}

/** The one person whom a mention means, by the whole name, its last words or the first name alone. */
function meantBy({ mention }: Site, names: readonly string[]): string | undefined {
  if (names.includes(mention.text)) return mention.text;
  const [one, ...others] = names.filter((name) => isShortFor(mention.text, name));
  return others.length === 0 ? one : undefined;
}

function isShortFor(text: string, name: string): boolean {
  const [all, short] = [name.split(" "), text.split(" ")];
  const isVariant = short.length > 1 && all.length > 1 && short[0] === all[0] && short.at(-1) === all.at(-1);
  return (
    isVariant || name.endsWith(` ${text}`) || (short.length === 1 && all[0] === text && !isPlaceName(text))
  );
}
