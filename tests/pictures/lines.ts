import { widthOf } from "./glyph-widths.js";
import type { Run, Style } from "./marked-text.js";

/** Words of one look that stand together in a line, from `x` on. */
export interface Piece extends Style {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** A line may end behind spaces, and behind hyphens and slashes inside long words; a dash or dot stays with what it follows. */
const BREAKABLE = /[^\s/-]*(?:[/-]+|\s+(?:[·—]\s+)?|$)/g;

/** Breaks runs of words into lines of that width at most. */
export function breakLines(runs: readonly Run[], width: number, size: number): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let x = 0;
  for (const run of runs) {
    for (const [chunk] of run.text.matchAll(BREAKABLE)) {
      if (chunk === "") continue;
      if (x > 0 && x + widthOf(chunk.trimEnd(), size, run.bold) > width) {
        lines.push(line);
        [line, x] = [[], 0];
      }
      const text = x === 0 ? chunk.trimStart() : chunk;
      const last = line.at(-1);
      const wide = widthOf(text, size, run.bold);
      if (last && isSame(last, run))
        line.splice(-1, 1, { ...last, text: last.text + text, width: last.width + wide });
      else line.push({ ...run, text, x, width: wide });
      x += wide;
    }
  }
  return [...lines, line].map((one) => trimmed(one, size));
}

function isSame(a: Style, b: Style): boolean {
  return a.bold === b.bold && a.underlined === b.underlined && a.struck === b.struck && a.link === b.link;
}

/** Without the spaces around each piece: they are in the places of the pieces. */
function trimmed(line: readonly Piece[], size: number): Piece[] {
  return line.flatMap((piece) => {
    const text = piece.text.trim();
    if (text === "") return [];
    const before = piece.text.slice(0, piece.text.length - piece.text.trimStart().length);
    return [
      {
        ...piece,
        text,
        x: piece.x + widthOf(before, size, piece.bold),
        width: widthOf(text, size, piece.bold),
      },
    ];
  });
}
