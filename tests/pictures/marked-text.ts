/** How words look. */
export interface Style {
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly link: boolean;
}

/** Words of one look. */
export interface Run extends Style {
  readonly text: string;
}

export interface Paragraph {
  /** "expandable": a quotation that folds up in Telegram. */
  readonly kind: "plain" | "quotation" | "expandable";
  readonly runs: readonly Run[];
}

export const PLAIN: Style = { bold: false, underlined: false, struck: false, link: false };

/** What toggles a look, as transcripts write it; the longer marks first. */
const MARKS: readonly [string, keyof Style][] = [
  ["__", "underlined"],
  ["*", "bold"],
  ["~", "struck"],
];

/** A link as transcripts write it; its address has no spaces, but may have brackets. */
const LINK = /\[([^\]]+)\]\(\S+\)/y;

/** A line of a message as transcripts show it: `> quoted`, `>> expandable`, `*bold*`, `[text](address)`. */
export function parseLine(line: string): Paragraph {
  if (line.startsWith(">> ")) return { kind: "expandable", runs: parseRuns(line.slice(3)) };
  if (line.startsWith("> ")) return { kind: "quotation", runs: parseRuns(line.slice(2)) };
  return { kind: "plain", runs: parseRuns(line) };
}

function parseRuns(text: string): Run[] {
  const runs: Run[] = [];
  let style = PLAIN;
  let words = "";
  const end = () => {
    if (words !== "") runs.push({ ...style, text: words });
    words = "";
  };
  for (let at = 0; at < text.length; ) {
    LINK.lastIndex = at;
    const link = LINK.exec(text);
    const mark = MARKS.find(([sign]) => text.startsWith(sign, at));
    if (link) {
      end();
      runs.push({ ...style, link: true, text: link[1] ?? "" });
      at = LINK.lastIndex;
    } else if (mark) {
      end();
      const [sign, look] = mark;
      style = { ...style, [look]: !style[look] };
      at += sign.length;
    } else words += text.charAt(at++);
  }
  end();
  return runs;
}

export interface Button {
  readonly label: string;
  /** True where it opens an address. */
  readonly opens: boolean;
}

/** The buttons of a row, `[label] [label](address)`. */
export function parseButtons(row: string): Button[] {
  return [...row.matchAll(/\[([^\]]+)\](\(\S+\))?(?= \[|$)/g)].map(([, label = "", address]) => ({
    label,
    opens: address !== undefined,
  }));
}
