import { FormattedString, fmt } from "@grammyjs/parse-mode";
import type { ShownChange } from "../answer/changes.js";
import type { Block, Reply } from "./reply.js";

/** From this length on, in UTF-16 code units, a quotation is folded: it fills about eight lines of a phone. */
const FOLDED_FROM = 350;

/** A reply as text with entities; nothing in it is ever read as markup. */
export function telegramMessage(reply: Reply): FormattedString {
  return FormattedString.join(reply.map(formatted), "\n");
}

function formatted(block: Block): FormattedString {
  switch (block.kind) {
    case "line":
      return new FormattedString(block.text);
    case "difference":
      return FormattedString.join(block.changes.map(changed));
    case "quotation": {
      const words = marked(block);
      return block.text.length >= FOLDED_FROM
        ? FormattedString.expandableBlockquote(words)
        : FormattedString.blockquote(words);
    }
    case "origin": {
      const name =
        block.url === undefined
          ? new FormattedString(block.name)
          : FormattedString.link(block.name, block.url);
      return fmt`${block.text} · ${name}`;
    }
  }
}

function marked({ text, mark }: Extract<Block, { kind: "quotation" }>): FormattedString {
  if (mark === null) return new FormattedString(text);
  const answer = FormattedString.bold(text.slice(mark.start, mark.end));
  return fmt`${text.slice(0, mark.start)}${answer}${text.slice(mark.end)}`;
}

function changed({ op, text }: ShownChange): FormattedString {
  if (op === "equal") return new FormattedString(text);
  // White space at the ends stays outside: a line through it looks like a dash.
  const start = text.length - text.trimStart().length;
  const words = text.trim();
  const marks = op === "delete" ? FormattedString.strikethrough(words) : FormattedString.underline(words);
  return fmt`${text.slice(0, start)}${marks}${text.slice(start + words.length)}`;
}
