/** What the press of a button asks for. All of it travels in the button: any process can serve any press. */
export type Press =
  /** The passage that the message shows, with more or less around it. */
  | ({ readonly kind: "context" } & PassagePress)
  /** Another passage that was found for the question. */
  | ({ readonly kind: "passage" } & PassagePress)
  /** A page of a list. */
  | ({ readonly kind: "list" } & ListPress);

/** The lists that there are, each with its letter in a button's data; "choose" is a list of stories to choose one from. */
const LISTS = [
  ["overview", "o"],
  ["timeline", "t"],
  ["people", "n"],
  ["quotes", "q"],
  ["choose overview", "s"],
  ["choose timeline", "d"],
  ["choose people", "w"],
  ["choose quotes", "r"],
] as const;

export type ListName = (typeof LISTS)[number][0];

export interface PassagePress {
  /** The passage to show, as `passageKey` writes it. */
  readonly passage: string;
  /** Which of the passage's contexts, from 0. */
  readonly context: number;
  /** What was asked; "replied" where it stands in the message that the answer replies to; null where it is lost. */
  readonly question: { readonly text: string } | "replied" | null;
}

export interface ListPress {
  readonly list: ListName;
  /** The stories that the list is made from, as `storiesKey` writes them. */
  readonly stories: string;
  /** The number of the first item to show, from 1. */
  readonly from: number;
  /** For quotes, whose; "" everybody's. */
  readonly name: string;
}

/** Most bytes that a button carries: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MOST_BYTES = 64;

const PASSAGE = { context: "c", passage: "p" } as const;

/** The data of a button; undefined where it does not fit, or holds half a character, which Telegram does not take. */
export function dataOf(press: Press): string | undefined {
  const data = press.kind === "list" ? listData(press) : passageData(press.kind, press);
  return Buffer.byteLength(data) <= MOST_BYTES && data.isWellFormed() ? data : undefined;
}

function passageData(kind: keyof typeof PASSAGE, { passage, context, question }: PassagePress): string {
  const asked = question === null ? "" : question === "replied" ? "^" : `:${question.text}`;
  return `${PASSAGE[kind]}${passage}.${context}${asked}`;
}

function listData({ list, stories, from, name }: ListPress): string {
  const letter = LISTS.find(([known]) => known === list)?.[1];
  return `${letter}${stories}.${from}${name === "" ? "" : `:${name}`}`;
}

const PASSAGE_DATA =
  /^(?<kind>[cp])(?<passage>[\w-]{10,13})\.(?<context>\d)(?:(?<replied>\^)|:(?<text>.+))?$/s;
const LIST_DATA = /^(?<letter>[a-z])(?<stories>[\w-]{5}(?:[\w-]{4})?)\.(?<from>\d{1,6})(?::(?<name>.+))?$/s;

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
  const known = LISTS.find(([, letter]) => letter === parts?.letter);
  if (parts?.stories === undefined || known === undefined) return undefined;
  return {
    kind: "list",
    list: known[0],
    stories: parts.stories,
    from: Number(parts.from),
    name: parts.name ?? "",
  };
}
