import { COLOURS } from "./colours.js";
import { box, type Drawing, element, placed, text } from "./drawing.js";
import { cutTo } from "./glyph-widths.js";
import { breakLines } from "./lines.js";
import { PLAIN } from "./marked-text.js";
import type { Search } from "./talk.js";

/** In pixels. */
const ROW = 70;
const LEFT = 14;
const SIZE = { title: 14, description: 13 } as const;

/** So many results are seen without scrolling, and the title of the next. */
const SHOWN = 4;
const NEXT_SHOWN = 30;

/** What the bot offers, over the field in which one types; the list goes on below it. */
export function drawResults({ results }: Search, width: number): Drawing {
  const rows = results.slice(0, SHOWN + 1).map((result, i) => placed(drawResult(result, width), 0, i * ROW));
  const height = results.length > SHOWN ? SHOWN * ROW + NEXT_SHOWN : results.length * ROW;
  const ground = box({ x: 0, y: 0, width, height }, COLOURS.bar);
  // A viewport of its own: what is outside it is not seen.
  return { width, height, svg: element("svg", { width, height }, [ground, ...rows].join("\n")) };
}

function drawResult({ title, description }: Search["results"][number], width: number): Drawing {
  const room = width - 2 * LEFT;
  const lines = breakLines([{ ...PLAIN, text: description }], room, SIZE.description).map((line) =>
    line.map((piece) => piece.text).join(" "),
  );
  const shown = lines.slice(0, 2);
  if (lines.length > 2) shown.splice(1, 1, cutTo(`${shown[1]} ${lines[2]}`, room, SIZE.description));
  return {
    width,
    height: ROW,
    svg: [
      text(
        cutTo(title, room, SIZE.title, true),
        { x: LEFT, y: 22, size: SIZE.title, fill: COLOURS.words },
        { ...PLAIN, bold: true },
      ),
      ...shown.map((words, i) =>
        text(words, { x: LEFT, y: 40 + i * 17, size: SIZE.description, fill: COLOURS.faint }),
      ),
      box({ x: LEFT, y: ROW - 1, width: width - LEFT, height: 1 }, COLOURS.edge),
    ].join("\n"),
  };
}
