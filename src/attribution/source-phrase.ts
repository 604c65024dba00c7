import { contains, type Span } from "../language/span.js";
import type { Cast, Mention } from "./cast.js";
import { isPersonNoun } from "./name-sites.js";
import { TITLES } from "./names.js";
import { coreWords, headOf, isShort, type Kind, kindOf, PRONOUNS } from "./noun-phrase.js";
import type { Place } from "./passage.js";
import { inBody, type Reading } from "./reading.js";

/** What the words of a source say by themselves. */
export interface SourcePhrase {
  readonly kind: Kind | "pronoun";
  /** The words to show: a name, or the whole phrase. */
  readonly name: string;
  readonly description: Span | null;
  /** The proper name that the phrase is or ends in. */
  readonly mention: Mention | undefined;
  /** The main noun or the pronoun, in small letters. */
  readonly head: string;
  /** The words of its noun phrase and of one beside it, without what hangs on them by a preposition; small letters. */
  readonly nouns: readonly string[];
  /** The nouns that another phrase may call it by: "ministry", "expert". */
  readonly heads: readonly string[];
  /** "the ministry": a noun or two after "the", which another phrase may have introduced. */
  readonly short: boolean;
}

export function sourcePhrase(body: string, reading: Reading, source: Span, cast: Cast): SourcePhrase {
  const { places } = reading.passage;
  const span = withoutMarks(places, source);
  const all = places.slice(span.start, span.end);
  const listed = isList(reading, span, cast);
  const main = inBody(reading, (listed ? undefined : commaParts(places, span)[0]) ?? span);
  const shown = body.slice(main.start, main.end);
  const [first, ...others] = all;
  const head = headOf(all);
  const only = first?.token.text.toLowerCase() ?? "";
  const plain = { description: null, mention: undefined, nouns: [], heads: [], short: false };
  if (others.length === 0 && PRONOUNS.has(only))
    return { ...plain, kind: "pronoun", name: shown, head: only };
  const nouns = commaParts(places, span)
    .slice(0, 2)
    .flatMap((part) => coreWords(places.slice(part.start, part.end)));
  const found = listed ? undefined : nameIn(reading, span, cast);
  if (found) {
    const { mention, description } = found;
    return {
      kind: "person",
      name: mention.words.length > 1 || mention.person ? mention.text : shown,
      description: description && inBody(reading, description),
      mention,
      head,
      nouns,
      heads: rolesOf(places, span, reading, mention),
      short: false,
    };
  }
  return {
    kind: listed ? "group" : kindOf(all, head),
    name: shown,
    description: null,
    mention: undefined,
    head,
    nouns,
    heads: [head],
    short: isShort(all),
  };
}

function withoutMarks(places: readonly Place[], { start, end }: Span): Span {
  let [first, last] = [start, end];
  while (first < last - 1 && places[first]?.mark) first++;
  while (last > first + 1 && places[last - 1]?.mark && places[last - 1]?.token.text !== ")") last--;
  return { start: first, end: last };
}

/** What a named person is called besides: the title, the word before the name, the noun of the description beside it. */
function rolesOf(
  places: readonly Place[],
  span: Span,
  { from }: Reading,
  { start, title }: Mention,
): string[] {
  const before = places.slice(span.start, span.end).findLast(({ token }) => from + token.start < start);
  const beside = commaParts(places, span)[1];
  return [
    title ?? "",
    before?.token.text.toLowerCase() ?? "",
    beside ? headOf(places.slice(beside.start, beside.end)) : "",
  ];
}

/**
 * The name that a phrase ends in or that stands beside it: "expert Jane Roe", "Jane Roe, a lawyer", "a lawyer, Jane Roe";
 * none where it may be no person's or another's ("a lawyer for Jane Roe", "Jane Roe's lawyer", "Jane Roe and John Doe").
 */
function nameIn(
  reading: Reading,
  span: Span,
  { mentions }: Cast,
): { mention: Mention; description: Span | null } | undefined {
  const { places } = reading.passage;
  const parts = commaParts(places, span);
  const apart = nameApart(reading, parts, mentions);
  if (apart) return apart;
  for (const [at, part] of parts.slice(0, 2).entries()) {
    const bounds = inBody(reading, part);
    const mention = mentions.find((one) => contains(bounds, one) && endsPart(reading, part, one.end));
    if (mention && !mention.person && !mention.surely) return undefined;
    if (!mention) continue;
    const first = places.findIndex(({ token }) => token.start + reading.from === mention.start);
    const before = places.slice(part.start, first);
    if (!before.every(describes)) continue;
    if (at === 0) {
      const rest = { start: parts[1]?.start ?? part.end, end: span.end };
      const from = before[0]?.token.pos === "DET" ? part.start + 1 : part.start;
      const own = first > from ? { start: from, end: first } : null;
      return { mention, description: rest.end > rest.start ? trimmedEnd(places, rest) : own };
    }
    const description = parts[0];
    if (first === part.start && description && mention.personal) return { mention, description };
  }
  return undefined;
}

/**
 * "the head of the board in Port Ellen, Jane Roe": one person's office with what hangs on it, then nothing but the name,
 * whatever other names the office holds.
 */
function nameApart(
  reading: Reading,
  [office, beside]: readonly Span[],
  mentions: readonly Mention[],
): { mention: Mention; description: Span } | undefined {
  if (!office || !beside) return undefined;
  const before = reading.passage.places.slice(office.start, office.end);
  const hanging = before.findIndex(({ token }) => token.pos === "ADP");
  const head = before.at(hanging < 0 ? -1 : hanging - 1)?.token.text.toLowerCase() ?? "";
  if (before[0]?.token.pos !== "DET" || !(isPersonNoun(head) || TITLES.has(head))) return undefined;
  const { start, end } = inBody(reading, beside);
  const mention = mentions.find((one) => one.start === start && one.end === end && one.words.length > 1);
  return mention?.personal ? { mention, description: office } : undefined;
}

/** "Jane Roe, John Doe and others": a name begins what follows the first comma, and "and" stands in it. */
function isList({ from, passage: { places } }: Reading, span: Span, { mentions }: Cast): boolean {
  const [first, second] = commaParts(places, span);
  if (!first || !second) return false;
  const rest = places.slice(second.start, span.end);
  const name = mentions.find(
    ({ start, personal }) => personal && start >= from + (rest[0]?.token.start ?? 0),
  );
  const start = rest.findIndex(({ token }) => from + token.start === name?.start);
  const opens = start >= 0 && rest.slice(0, start).every(({ token }) => /^(?:\p{Lu}|\.$)/u.test(token.text));
  const owns = rest.some(({ token }) => from + token.start === name?.end && /^['’]s$/.test(token.text));
  return opens && !owns && rest.some(({ token }) => token.text === "and");
}

function trimmedEnd(places: readonly Place[], { start, end }: Span): Span {
  let last = end;
  while (last > start + 1 && places[last - 1]?.token.text === ",") last--;
  return { start, end: last };
}

/** True where only a bracket follows the name in its part: "Jane Roe (R-S.C.)". */
function endsPart({ from, passage }: Reading, part: Span, end: number): boolean {
  const after = passage.places.slice(part.start, part.end).filter(({ token }) => token.start + from >= end);
  return after.length === 0 || after[0]?.token.text === "(";
}

function commaParts(places: readonly Place[], { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && places[i]?.token.text !== ",") continue;
    if (i > from) parts.push({ start: from, end: i });
    from = i + 1;
  }
  return parts;
}

function describes({ token }: Place, i: number, all: readonly Place[]): boolean {
  if (token.text === "of") return TITLES.has((all[i - 1]?.token.text ?? "").toLowerCase());
  if (token.pos === "DET") return i === 0;
  return (
    !/^(?:ADP|CCONJ|SCONJ|VERB|AUX|PRON)$/.test(token.pos) ||
    token.text.includes("/") ||
    /^(?:his|her|its|their|our)$/i.test(token.text)
  );
}
