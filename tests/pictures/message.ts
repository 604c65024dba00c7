import { COLOURS, colourOf } from "./colours.js";
import { box, type Drawing, element, placed, stacked, text } from "./drawing.js";
import { cutTo, widthOf } from "./glyph-widths.js";
import { breakLines, type Piece } from "./lines.js";
import type { Paragraph, Run } from "./marked-text.js";
import { PLAIN } from "./marked-text.js";
import type { Bubble } from "./talk.js";

/** In pixels. */
const SIZE = { words: 14, name: 13, line: 19, padding: 11, radius: 13, gap: 5 } as const;

/** The name of a story that has no title is long; in a picture this much of it is enough. */
const LONGEST_LINK = 36;

/** Beside the words of a quotation, for its bar and its sign, in pixels. */
const QUOTE_ROOM = 34;

/** The bubble of a message, as narrow as its words allow. */
export function drawMessage(bubble: Bubble, maxWidth: number, showsName: boolean): Drawing {
  const inner = maxWidth - 2 * SIZE.padding;
  const parts = [
    ...(showsName && !bubble.isOwn ? [drawName(bubble.author, colourOf(bubble.author), inner)] : []),
    ...(bubble.via === null ? [] : [drawName(`via @${bubble.via}`, COLOURS.link, inner)]),
    ...(bubble.repliedTo ? [drawReply(bubble.repliedTo, inner)] : []),
    ...grouped(bubble.paragraphs).map((group) => drawParagraphs(group, inner)),
  ];
  const content = stacked(parts, SIZE.gap);
  const width = content.width + 2 * SIZE.padding;
  const height = content.height + 2 * SIZE.padding - 4;
  const ground = box({ x: 0, y: 0, width, height }, bubble.isOwn ? COLOURS.own : COLOURS.other, SIZE.radius);
  return { width, height, svg: `${ground}\n${placed(content, SIZE.padding, SIZE.padding - 2)}` };
}

function drawName(words: string, fill: string, width: number): Drawing {
  const shown = cutTo(words, width, SIZE.name, true);
  const svg = text(shown, { x: 0, y: 12, size: SIZE.name, fill }, { ...PLAIN, bold: true });
  return { width: widthOf(shown, SIZE.name, true), height: 15, svg };
}

/** Whom it answers, and the first words of what. */
function drawReply({ author, words }: NonNullable<Bubble["repliedTo"]>, width: number): Drawing {
  const shown = cutTo(words, width - 22, SIZE.name);
  const wide = Math.min(width, 22 + Math.max(widthOf(shown, SIZE.name), widthOf(author, SIZE.name, true)));
  const colour = colourOf(author);
  return {
    width: wide,
    height: 39,
    svg: [
      box({ x: 0, y: 0, width: wide, height: 39 }, colour, 5, { "fill-opacity": 0.09 }),
      box({ x: 0, y: 0, width: 3, height: 39 }, colour, 1.5),
      text(author, { x: 11, y: 16, size: SIZE.name, fill: colour }, { ...PLAIN, bold: true }),
      text(shown, { x: 11, y: 32, size: SIZE.name, fill: COLOURS.faint }),
    ].join("\n"),
  };
}

/** Paragraphs of a kind belong together: a quotation has one bar. */
function grouped(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === paragraph.kind) last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups;
}

function drawParagraphs(paragraphs: readonly Paragraph[], width: number): Drawing {
  const kind = paragraphs[0]?.kind ?? "plain";
  if (kind === "plain") return drawRuns(paragraphs, width);
  const words = drawRuns(paragraphs, width - QUOTE_ROOM);
  const wide = Math.min(width, words.width + QUOTE_ROOM);
  const height = words.height + 10;
  return {
    width: wide,
    height,
    svg: [
      box({ x: 0, y: 0, width: wide, height }, COLOURS.quoteBar, 5, { "fill-opacity": 0.1 }),
      box({ x: 0, y: 0, width: 3, height }, COLOURS.quoteBar, 1.5),
      kind === "expandable" ? drawFold(wide - 15, height - 10) : drawQuotationMark(wide - 15, 7),
      placed(words, 11, 5),
    ].join("\n"),
  };
}

function drawRuns(paragraphs: readonly Paragraph[], width: number): Drawing {
  const lines = paragraphs.flatMap(({ runs }) => breakLines(runs.flatMap(shortened), width, SIZE.words));
  const svg = lines.flatMap((line, i) => line.map((piece) => drawPiece(piece, i * SIZE.line + 14.5)));
  const ends = lines.map((line) => line.at(-1)).map((last) => (last ? last.x + last.width : 0));
  return { width: Math.max(0, ...ends), height: lines.length * SIZE.line, svg: svg.join("\n") };
}

function drawPiece(piece: Piece, y: number): string {
  const fill = piece.link ? COLOURS.link : COLOURS.words;
  return text(piece.text, { x: piece.x, y, size: SIZE.words, fill }, piece);
}

/** Long names of links are cut; a command is a link, too. */
function shortened(run: Run): Run[] {
  if (run.link && run.text.length > LONGEST_LINK)
    return [{ ...run, text: `${run.text.slice(0, LONGEST_LINK)}…` }];
  const command = /^\/\w+/.exec(run.text)?.[0];
  if (command === undefined) return [run];
  return [
    { ...run, link: true, text: command },
    { ...run, text: run.text.slice(command.length) },
  ].filter(({ text: words }) => words !== "");
}

/** Telegram's sign in the corner of a quotation. */
function drawQuotationMark(x: number, y: number): string {
  const d =
    "M0 6V3.4C0 1.4 1 .3 3 0V1.4C2.1 1.7 1.7 2.2 1.7 3H3V6ZM5 6V3.4C5 1.4 6 .3 8 0V1.4C7.1 1.7 6.7 2.2 6.7 3H8V6Z";
  return element("path", { d, fill: COLOURS.quoteBar, transform: `translate(${x} ${y})` });
}

/** The sign that a quotation folds up. */
function drawFold(x: number, y: number): string {
  const d = "M0 4L4 0L8 4";
  const stroke = { stroke: COLOURS.quoteBar, "stroke-width": 1.6, fill: "none" };
  return element("path", { d, ...stroke, transform: `translate(${x} ${y})` });
}
