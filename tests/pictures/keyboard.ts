import { COLOURS } from "./colours.js";
import { box, type Drawing, element, placed, text } from "./drawing.js";
import { cutTo, widthOf } from "./glyph-widths.js";
import type { Button } from "./marked-text.js";
import { PLAIN } from "./marked-text.js";

/** In pixels. */
const HEIGHT = 32;
const GAP = 4;
const SIZE = 13;

/** The buttons under a message, each row over the whole width. */
export function drawKeyboard(rows: readonly (readonly Button[])[], width: number): Drawing {
  const svg = rows.flatMap((row, i) => {
    const wide = (width - GAP * (row.length - 1)) / row.length;
    return row.map((button, n) => placed(drawButton(button, wide), n * (wide + GAP), i * (HEIGHT + GAP)));
  });
  return { width, height: rows.length * (HEIGHT + GAP) - GAP, svg: svg.join("\n") };
}

function drawButton({ label, opens }: Button, width: number): Drawing {
  const shown = cutTo(label, width - 16, SIZE, true);
  const x = (width - widthOf(shown, SIZE, true)) / 2;
  const words = text(shown, { x, y: 20.5, size: SIZE, fill: COLOURS.link }, { ...PLAIN, bold: true });
  const ground = box({ x: 0, y: 0, width, height: HEIGHT }, COLOURS.button, 7, { "fill-opacity": 0.85 });
  return { width, height: HEIGHT, svg: `${ground}\n${words}${opens ? `\n${drawArrow(width - 12, 6)}` : ""}` };
}

/** The sign that a button leads away. */
function drawArrow(x: number, y: number): string {
  const stroke = { stroke: COLOURS.link, "stroke-width": 1.3, fill: "none" };
  return element("path", { d: "M0 6L6 0M1.5 0H6V4.5", ...stroke, transform: `translate(${x} ${y})` });
}
