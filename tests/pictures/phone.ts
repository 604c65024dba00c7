import { COLOURS, colourOf } from "./colours.js";
import { box, type Drawing, element, placed, stacked, text } from "./drawing.js";
import { cutTo, widthOf } from "./glyph-widths.js";
import { drawKeyboard } from "./keyboard.js";
import { PLAIN } from "./marked-text.js";
import { drawMessage } from "./message.js";
import { drawResults } from "./search-panel.js";
import type { Bubble, Entry, Search, Talk } from "./talk.js";

/** In pixels. */
export const PHONE_WIDTH = 420;
const BAR = 52;
const MARGIN = 10;
const AVATAR = 32;

/** A chat on a phone: who it is with, what was written, and what is being typed. */
export function drawPhone(talk: Talk): Drawing {
  const search = talk.entries.find((entry) => entry.kind === "search");
  const written = stacked(
    talk.entries.flatMap((entry) => drawEntry(entry, talk.isGroup)),
    MARGIN,
  );
  const wall = { ...written, height: written.height + 2 * MARGIN, svg: placed(written, 0, MARGIN) };
  const parts = [
    drawHead(talk),
    wall,
    ...(search ? [drawResults(search, PHONE_WIDTH)] : []),
    drawField(search),
  ];
  const screen = stacked(parts, 0);
  return { ...screen, width: PHONE_WIDTH };
}

function drawEntry(entry: Entry, isGroup: boolean): Drawing[] {
  if (entry.kind === "search") return [];
  return entry.kind === "notice" ? [drawNotice(entry.text)] : [drawBubble(entry, isGroup)];
}

/** A message in its place: one's own at the right; in groups the others' beside their first letter. */
function drawBubble(bubble: Bubble, isGroup: boolean): Drawing {
  const left = isGroup ? MARGIN + AVATAR + 8 : MARGIN;
  const message = drawMessage(bubble, PHONE_WIDTH - left - 2 * MARGIN, isGroup);
  const wide = bubble.keyboard.length > 0 ? Math.max(message.width, 280) : message.width;
  const parts = [message, ...(bubble.keyboard.length > 0 ? [drawKeyboard(bubble.keyboard, wide)] : [])];
  const whole = stacked(parts, 4);
  const x = bubble.isOwn ? PHONE_WIDTH - MARGIN - whole.width : left;
  const beside = isGroup && !bubble.isOwn ? drawAvatar(bubble.author, MARGIN, message.height - AVATAR) : "";
  return { width: PHONE_WIDTH, height: whole.height, svg: `${placed(whole, x, 0)}\n${beside}` };
}

function drawAvatar(name: string, x: number, y: number): string {
  const letter = name.charAt(0);
  const circle = element("circle", { cx: AVATAR / 2, cy: AVATAR / 2, r: AVATAR / 2, fill: colourOf(name) });
  const left = (AVATAR - widthOf(letter, 15, true)) / 2;
  const sign = text(letter, { x: left, y: 21.5, size: 15, fill: COLOURS.bar }, { ...PLAIN, bold: true });
  return placed({ width: AVATAR, height: AVATAR, svg: circle + sign }, x, y);
}

function drawNotice(words: string): Drawing {
  const wide = widthOf(words, 13) + 24;
  const x = (PHONE_WIDTH - wide) / 2;
  const ground = box({ x, y: 0, width: wide, height: 26 }, COLOURS.notice, 13);
  const svg = ground + text(words, { x: x + 12, y: 17.5, size: 13, fill: COLOURS.onNotice });
  return { width: PHONE_WIDTH, height: 26, svg };
}

function drawHead({ title, about }: Talk): Drawing {
  const svg = [
    box({ x: 0, y: 0, width: PHONE_WIDTH, height: BAR }, COLOURS.bar),
    box({ x: 0, y: BAR - 1, width: PHONE_WIDTH, height: 1 }, COLOURS.edge),
    drawAvatar(title, 14, (BAR - AVATAR) / 2),
    text(title, { x: 58, y: 23, size: 15, fill: COLOURS.words }, { ...PLAIN, bold: true }),
    text(about, { x: 58, y: 40, size: 12.5, fill: COLOURS.faint }),
  ];
  return { width: PHONE_WIDTH, height: BAR, svg: svg.join("\n") };
}

/** The field in which one types, with what is typed behind the bot's name. */
function drawField(search: Search | undefined): Drawing {
  const words = search ? `@${search.bot} ${search.typed}` : "Message";
  const typed = cutTo(words, PHONE_WIDTH - 80, 15);
  const end = 32 + widthOf(typed, 15);
  const svg = [
    box({ x: 0, y: 0, width: PHONE_WIDTH, height: BAR }, COLOURS.bar),
    box({ x: 0, y: 0, width: PHONE_WIDTH, height: 1 }, COLOURS.edge),
    box({ x: 18, y: 9, width: PHONE_WIDTH - 36, height: BAR - 18 }, COLOURS.field, 17),
    text(typed, { x: 32, y: 31, size: 15, fill: search ? COLOURS.words : COLOURS.faint }),
    ...(search ? [box({ x: end + 3, y: 17, width: 1.5, height: 18 }, COLOURS.link)] : []),
  ];
  return { width: PHONE_WIDTH, height: BAR, svg: svg.join("\n") };
}
