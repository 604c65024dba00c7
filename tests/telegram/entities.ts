import type { MessageEntity } from "grammy/types";
import { integerField, isPayload, type Payload, textField } from "./payload.js";
import { badRequest } from "./refusal.js";
import { addressFault } from "./web-address.js";

/** Formatting that may be cut at another entity's border, and grows together where it touches its like. */
const STYLES = ["bold", "italic", "underline", "strikethrough", "spoiler"] as const;
const QUOTES = ["blockquote", "expandable_blockquote"] as const;
/** Found by Telegram itself in the text; a bot may name them, but they are not taken from it. */
const FOUND = ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"] as const;

const isStyle = among(STYLES);
const isQuote = among(QUOTES);
const isCode = among(["code", "pre"]);
const isPlain = among([...STYLES, ...QUOTES, "code"]);
const isFound = among(FOUND);

/**
 * A message's `entities` as a bot sent them.
 * @throws Refusal where an entity is none
 */
export function parseEntities(list: readonly unknown[]): MessageEntity[] {
  return list.flatMap((one) => {
    if (!isPayload(one)) throw unparsable("expected an Object");
    const entity = parseEntity(one, textField(one, "type"));
    return entity === undefined ? [] : [entity];
  });
}

function parseEntity(fields: Payload, type: string): MessageEntity | undefined {
  const place = { offset: required(fields, "offset"), length: required(fields, "length") };
  if (isPlain(type)) return { type, ...place };
  if (isFound(type)) return undefined;
  if (type === "pre") {
    const language = textField(fields, "language");
    return language === "" ? { type, ...place } : { type, ...place, language };
  }
  if (type !== "text_link") throw unparsable("Unsupported type specified");
  if (fields.url === undefined) throw unparsable('Can\'t find field "url"');
  const url = textField(fields, "url");
  const fault = addressFault(url);
  if (fault !== undefined) throw badRequest(`entity URL '${url}' is invalid: ${fault}`);
  return { type, ...place, url };
}

function required(fields: Payload, name: string): number {
  if (fields[name] === undefined) throw unparsable(`Can't find field "${name}"`);
  const value = integerField(fields, name);
  if (value === undefined) throw unparsable(`Field "${name}" must be of type Number`);
  return value;
}

function unparsable(reason: string): Error {
  return badRequest(`can't parse MessageEntity: ${reason}`);
}

/**
 * The entities that Telegram keeps of a list, in its order: one blockquote is never inside another, nothing is inside
 * code, links neither overlap nor cross a blockquote's border, styles that touch become one and are cut at borders.
 */
export function settled(entities: readonly MessageEntity[]): MessageEntity[] {
  const sorted = entities.filter(({ length }) => length > 0).sort(outerFirst);
  const quotes = withoutOverlaps(sorted.filter(({ type }) => isQuote(type)));
  const whole = withoutOverlaps(sorted.filter(({ type }) => !isQuote(type) && !isStyle(type)));
  const blocks = [...whole.filter((one) => quotes.every((quote) => fits(one, quote))), ...quotes];
  const borders = blocks.flatMap((block) => [block.offset, end(block)]);
  const code = blocks.filter(({ type }) => isCode(type));
  const styles = STYLES.flatMap((style) => grownTogether(sorted.filter(({ type }) => type === style)))
    .flatMap((style) => cutAt(style, borders))
    .filter((style) => code.every((block) => end(style) <= block.offset || end(block) <= style.offset));
  return [...blocks, ...styles].sort(outerFirst);
}

export function end(entity: MessageEntity): number {
  return entity.offset + entity.length;
}

/** By beginning, longer ones first; of two in the same place the one that holds the other. */
function outerFirst(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length || depth(a) - depth(b);
}

function depth({ type }: MessageEntity): number {
  if (isQuote(type)) return 0;
  return isStyle(type) ? 2 + STYLES.indexOf(type) : 1;
}

function withoutOverlaps(sorted: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = [];
  for (const entity of sorted) {
    const last = kept.at(-1);
    if (last === undefined || entity.offset >= end(last)) kept.push(entity);
  }
  return kept;
}

/** True where an entity lies inside the blockquote or outside of it. */
function fits(one: MessageEntity, quote: MessageEntity): boolean {
  const inside = quote.offset <= one.offset && end(one) <= end(quote);
  return inside || end(one) <= quote.offset || end(quote) <= one.offset;
}

function grownTogether(sorted: readonly MessageEntity[]): MessageEntity[] {
  const grown: MessageEntity[] = [];
  for (const entity of sorted) {
    const last = grown.at(-1);
    if (last === undefined || entity.offset > end(last)) grown.push({ ...entity });
    else last.length = Math.max(end(last), end(entity)) - last.offset;
  }
  return grown;
}

function cutAt(entity: MessageEntity, borders: readonly number[]): MessageEntity[] {
  const inner = borders.filter((border) => entity.offset < border && border < end(entity));
  const cuts = [...new Set([entity.offset, ...inner, end(entity)])].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, i) => {
    const offset = cuts[i] ?? entity.offset;
    return { ...entity, offset, length: cut - offset };
  });
}

/** A test for being one of the words given. */
function among<const T extends string>(words: readonly T[]): (word: string) => word is T {
  const known: ReadonlySet<string> = new Set(words);
  return (word): word is T => known.has(word);
}
