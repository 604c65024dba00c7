/** What the press of a button asks for. All of it travels in the button: any process can serve any press. */
export type Press =
  /** The passage that the message shows, with more or less around it. */
  | ({ readonly kind: "context" } & PassagePress)
  /** Another passage that was found for the question. */
  | ({ readonly kind: "passage" } & PassagePress)
  | ({ readonly kind: "list" } & ListPress);

export interface PassagePress {
  /** The passage to show, as `passageKey` writes it. */
  readonly passage: string;
  /** Which of the passage's contexts, from 0. */
  readonly context: number;
  /** What was asked; "replied" where it stands in the message that the answer replies to; null where it is lost. */
  readonly question: { readonly text: string } | "replied" | null;
}

export interface ListPress {
  readonly list: "timeline" | "people" | "quotes" | "stories";
  /** The stories that the list was made from, as `corpusKey` writes them. */
  readonly corpus: string;
  /** From 1. */
  readonly page: number;
  /** For quotes, whose; "" everybody's. */
  readonly name: string;
}

/** Most bytes that a button carries: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MOST_BYTES = 64;

const PASSAGE = { context: "c", passage: "p" } as const;
const LIST = { timeline: "t", people: "n", quotes: "q", stories: "s" } as const;

/** The data of a button; undefined where it does not fit. */
export function dataOf(press: Press): string | undefined {
  const data = press.kind === "list" ? listData(press) : passageData(press.kind, press);
  return Buffer.byteLength(data) <= MOST_BYTES ? data : undefined;
}

function passageData(kind: keyof typeof PASSAGE, { passage, context, question }: PassagePress): string {
  const asked = question === null ? "" : question === "replied" ? "^" : `:${question.text}`;
  return `${PASSAGE[kind]}${passage}.${context}${asked}`;
}

function listData({ list, corpus, page, name }: ListPress): string {
  return `${LIST[list]}${corpus}.${page}${name === "" ? "" : `:${name}`}`;
}

const PASSAGE_DATA =
  /^(?<kind>[cp])(?<passage>[\w-]{10,13})\.(?<context>\d)(?:(?<replied>\^)|:(?<text>.+))?$/s;
const LIST_DATA = /^(?<list>[tnqs])(?<corpus>[\w-]{5})\.(?<page>\d{1,5})(?::(?<name>.+))?$/s;

/** What a button asks for; undefined for data that no button of this program has. */
export function pressOf(data: string): Press | undefined {
  const passage = PASSAGE_DATA.exec(data)?.groups;
  if (passage?.passage !== undefined) {
    return {
      kind: passage.kind === PASSAGE.context ? "context" : "passage",
      passage: passage.passage,
      context: Number(passage.context),
      question: passage.replied ? "replied" : passage.text === undefined ? null : { text: passage.text },
    };
  }
  const parts = LIST_DATA.exec(data)?.groups;
  if (parts?.corpus === undefined) return undefined;
  for (const list of ["timeline", "people", "quotes", "stories"] as const) {
    if (LIST[list] === parts.list) {
      return { kind: "list", list, corpus: parts.corpus, page: Number(parts.page), name: parts.name ?? "" };
    }
  }
  return undefined;
}
