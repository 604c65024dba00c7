import type { MessageEntity } from "grammy/types";

/** What stands before and after formatted words. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["bold", "*"],
  ["italic", "_"],
  ["underline", "__"],
  ["strikethrough", "~"],
  ["spoiler", "||"],
  ["code", "`"],
  ["pre", "```"],
]);

/** What stands before each line of a blockquote. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ["blockquote", "> "],
  ["expandable_blockquote", ">> "],
]);

/** Stands between two blockquotes without a line between them. */
const BORDER = "--";

/** Ends a line that goes on in the message although a blockquote begins or ends there. */
const GOES_ON = " \\";

/** A message's lines with its entities made visible: `> quoted`, `>> to be expanded`, `*bold*`, `[text](address)`. */
export function visibleLines(text: string, entities: readonly MessageEntity[]): string[] {
  const quotes = entities.filter(({ type }) => QUOTES.has(type));
  const lines: string[] = [];
  let before: MessageEntity | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    for (const piece of pieces(start, end, quotes)) {
      const quote = quotes.find((one) => holds(one, piece));
      if (before !== undefined && quote !== undefined && before !== quote) lines.push(BORDER);
      const prefix = QUOTES.get(quote?.type ?? "") ?? "";
      const words = marked(text, piece, entities);
      lines.push(`${prefix}${words}${piece.end < end ? GOES_ON : ""}`.trimEnd());
      before = quote;
    }
    start = end + 1;
  }
  return lines;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A line cut where a blockquote begins or ends in it. */
function pieces(start: number, end: number, quotes: readonly MessageEntity[]): Piece[] {
  const borders = quotes.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [start, ...borders.filter((border) => start < border && border < end), end];
  const ends = [...new Set(cuts.slice(1))].sort((a, b) => a - b);
  return ends.map((cut, i) => ({ start: ends[i - 1] ?? start, end: cut }));
}

function holds({ offset, length }: MessageEntity, { start, end }: Piece): boolean {
  return offset <= start && start < offset + length && end <= offset + length;
}

/** A piece of text with marks around what is formatted in it; the entities come outer ones first. */
function marked(text: string, { start, end }: Piece, entities: readonly MessageEntity[]): string {
  const here = entities
    .filter(({ type }) => MARKS.has(type) || type === "text_link")
    .map((entity) => ({
      entity,
      from: Math.max(entity.offset, start),
      to: Math.min(entity.offset + entity.length, end),
    }))
    .filter(({ from, to }) => from < to);
  let result = "";
  for (let at = start; at <= end; at++) {
    const closing = here.filter(({ to }) => to === at).reverse();
    const opening = here.filter(({ from }) => from === at);
    result += closing.map(({ entity }) => closeMark(entity)).join("");
    result += opening.map(({ entity }) => MARKS.get(entity.type) ?? "[").join("");
    if (at < end) result += text.charAt(at);
  }
  return result;
}

function closeMark(entity: MessageEntity): string {
  return entity.type === "text_link" ? `](${entity.url})` : (MARKS.get(entity.type) ?? "");
}
