import { styleText } from "node:util";
import { wrapAnsi } from "fast-wrap-ansi";
import type { ShownChange } from "../answer/changes.js";
import type { Block, Reply } from "./reply.js";

export interface Screen {
  /** Width in columns. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Lines longer than this tire the eye, however wide the window is. */
const WIDEST = 90;

const BAR = "  │ ";

/** A reply as lines for a terminal, wrapped; quotations stand behind a bar. Control characters are left out. */
export function terminalText(reply: Reply, screen: Screen): string {
  return reply.map((block) => rendered(block, screen)).join("\n");
}

function rendered(block: Block, screen: Screen): string {
  const width = Math.max(20, Math.min(screen.columns, WIDEST));
  switch (block.kind) {
    case "line":
      return wrapped(printable(block.text), width);
    case "difference":
      return wrapped(block.changes.map((change) => changed(change, screen)).join(""), width);
    case "origin": {
      const address = block.url === undefined ? "" : `\n${printable(block.url)}`;
      return styled("dim", `${wrapped(printable(`${block.text} · ${block.name}`), width)}${address}`, screen);
    }
    case "quotation": {
      const { text, mark } = block;
      const words = mark
        ? printable(text.slice(0, mark.start)) +
          styled("bold", printable(text.slice(mark.start, mark.end)), screen) +
          printable(text.slice(mark.end))
        : printable(text);
      return wrapped(words, width - BAR.length)
        .split("\n")
        .map((row) => `${styled("dim", BAR, screen)}${row}`)
        .join("\n");
    }
  }
}

/** "-only in the story-" and "+only in the quotation+", in colour where there is some. */
function changed({ op, text }: ShownChange, screen: Screen): string {
  const words = printable(text);
  if (op === "equal") return words;
  const mark = op === "delete" ? "-" : "+";
  const before = words.slice(0, words.length - words.trimStart().length);
  const after = words.slice(words.trimEnd().length);
  return `${before}${styled(op === "delete" ? "red" : "green", `${mark}${words.trim()}${mark}`, screen)}${after}`;
}

function wrapped(text: string, width: number): string {
  return wrapAnsi(text, width, { trim: true, hard: true });
}

function styled(style: "bold" | "dim" | "red" | "green", text: string, { colour }: Screen): string {
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Without control characters other than line breaks: a text must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "");
}
