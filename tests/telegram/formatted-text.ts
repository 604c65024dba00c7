import type { MessageEntity } from "grammy/types";
import { end, settled } from "./entities.js";
import { badRequest } from "./refusal.js";

/** A message's text as readers get it, and its entities inside it: UTF-16 code units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Longest text of a message in UTF-16 code units, and most entities, as Telegram documents them. */
const LONGEST_TEXT = 4096;
const MOST_ENTITIES = 100;

/** No entity may begin or be as far out; Telegram's own bound. */
const FARTHEST = 1_000_000;

/** Taken out of every text: line ends of other systems, marks of direction, strokes above a letter. */
const REMOVED = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/;

/** White space, format characters and blank letters: alone they make no text. */
const BLANK = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/**
 * What Telegram makes of a text and its entities: it refuses what is at fault, silently drops the entities that it
 * does not keep, and trims spaces and line breaks at both ends (at the beginning only as far as no entity reaches).
 * @param tooLong how a text is refused that is
 * @throws Refusal
 */
export function formattedText(
  text: string,
  entities: readonly MessageEntity[],
  tooLong = "message is too long",
): FormattedText {
  if (/\p{Surrogate}/u.test(text)) throw badRequest("strings must be encoded in UTF-8");
  for (const entity of entities) checkSize(entity);
  const kept = settled(entities);
  checkBounds(text, kept);
  const result = trimmed(cleaned(text, kept));
  if (BLANK.test(result.text)) throw badRequest("text must be non-empty");
  if (result.text.length > LONGEST_TEXT) throw badRequest(tooLong);
  return { text: result.text, entities: result.entities.slice(0, MOST_ENTITIES) };
}

function checkSize({ offset, length }: MessageEntity): void {
  if (offset < 0 || offset > FARTHEST) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (length < 0 || length > FARTHEST) throw badRequest(`receive an entity with incorrect length ${length}`);
}

function checkBounds(text: string, entities: readonly MessageEntity[]): void {
  for (const entity of entities) {
    const { offset } = entity;
    const close = end(entity);
    const beginning = `entity beginning at UTF-16 offset ${offset} ends`;
    if (offset >= text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (splitsSymbol(text, offset)) {
      throw badRequest(
        `entity begins in a middle of a UTF-16 symbol at byte offset ${byteAfter(text, offset)}`,
      );
    }
    if (close > text.length) {
      throw badRequest(`${beginning} after the end of the text at UTF-16 offset ${close}`);
    }
    if (splitsSymbol(text, close)) {
      throw badRequest(
        `${beginning} in a middle of a UTF-16 symbol at byte offset ${byteAfter(text, close)}`,
      );
    }
  }
}

/** True where an offset lies between the two halves of a surrogate pair; the text has no lone one. */
function splitsSymbol(text: string, offset: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(offset));
}

function byteAfter(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset + 1), "utf8");
}

/** Control characters become spaces, some characters go; the entities move along. */
function cleaned(text: string, entities: readonly MessageEntity[]): FormattedText {
  let result = "";
  const moved: number[] = [];
  for (let i = 0; i < text.length; i++) {
    moved.push(result.length);
    const unit = text.charAt(i);
    if (!REMOVED.test(unit)) result += unit < " " && unit !== "\n" ? " " : unit;
  }
  moved.push(result.length);
  const at = (offset: number) => moved[offset] ?? result.length;
  return {
    text: result,
    entities: entities.map((one) => ({
      ...one,
      offset: at(one.offset),
      length: at(end(one)) - at(one.offset),
    })),
  };
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const visible = entities.filter((one) => !BLANK.test(text.slice(one.offset, end(one))));
  const close = text.length - (/[ \n]*$/.exec(text)?.[0].length ?? 0);
  const leading = /^[ \n]*/.exec(text)?.[0].length ?? 0;
  const start = Math.min(leading, close, ...visible.map(({ offset }) => offset));
  return {
    text: text.slice(start, close),
    entities: visible.map((one) => ({
      ...one,
      offset: one.offset - start,
      length: Math.min(end(one), close) - one.offset,
    })),
  };
}
