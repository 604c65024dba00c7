import { BOT, GROUP } from "../telegram/people.js";
import type { Step } from "../transcripts/transcript.js";
import { type Button, type Paragraph, PLAIN, parseButtons, parseLine } from "./marked-text.js";

/** A message as it looks on the phone of one of the people. */
export interface Bubble {
  readonly kind: "bubble";
  readonly author: string;
  /** Of the person whose phone it is. */
  readonly isOwn: boolean;
  /** The bot through which it was sent. */
  readonly via: string | null;
  readonly repliedTo: { readonly author: string; readonly words: string } | null;
  readonly paragraphs: readonly Paragraph[];
  readonly keyboard: readonly (readonly Button[])[];
}

/** What stands between messages: somebody came in. */
export interface Notice {
  readonly kind: "notice";
  readonly text: string;
}

/** What is typed behind the bot's name, and what it offers. */
export interface Search {
  readonly kind: "search";
  readonly bot: string;
  readonly typed: string;
  readonly results: readonly { readonly title: string; readonly description: string }[];
}

export type Entry = Bubble | Notice | Search;

export interface Talk {
  readonly title: string;
  readonly about: string;
  /** False where everybody sees whom they are talking to. */
  readonly isGroup: boolean;
  readonly entries: readonly Entry[];
}

/**
 * What the steps of a transcript look like.
 * @param owner whose phone it is, as the transcript names them
 * @throws Error where something happens that no picture shows yet
 */
export function talkOf(steps: readonly Step[], owner: string): Talk {
  const entries: Entry[] = [];
  for (const step of steps) entries.push(...entriesOf(step, owner, entries));
  const scene = steps[0]?.scene;
  if (scene === undefined || scene.kind === "private")
    return { title: BOT.first_name, about: "bot", isGroup: false, entries };
  return scene.withBot
    ? { title: GROUP.title, about: "group", isGroup: true, entries }
    : { title: `Other ${GROUP.title.toLowerCase()}`, about: "group without the bot", isGroup: true, entries };
}

function entriesOf({ person, deed, expected }: Step, owner: string, before: readonly Entry[]): Entry[] {
  const author = nameOf(person);
  if (deed.kind === "stands") return [{ kind: "notice", text: `${author} added ${BOT.first_name}` }];
  if (deed.kind === "sends" && deed.form === "inline") return [searchOf(deed.text, expected[0] ?? [])];
  if (deed.kind === "chooses") {
    return expected.map((block) => messageOf(block, author, person === owner, null, BOT.username));
  }
  if (deed.kind !== "sends") throw new Error(`no picture shows how somebody ${deed.kind}`);
  const asked: Bubble = {
    kind: "bubble",
    author,
    isOwn: person === owner,
    via: null,
    repliedTo: deed.replyTo === undefined ? null : lastOf(deed.replyTo, before),
    paragraphs: deed.text.split("\n").map((text) => ({ kind: "plain", runs: [{ ...PLAIN, text }] })),
    keyboard: [],
  };
  const answers = expected.map((block) => {
    const isReply = block[0]?.startsWith("  bot, replying:");
    return messageOf(block, BOT.first_name, false, isReply ? asked : null, null);
  });
  return [asked, ...answers];
}

/** A message out of the lines of a block, the first of which says whose it is. */
function messageOf(
  [, ...content]: readonly string[],
  author: string,
  isOwn: boolean,
  asked: Bubble | null,
  via: string | null,
): Bubble {
  const lines = content.map((line) => line.trim());
  const rows = lines.filter((line) => line.startsWith(BUTTONS));
  return {
    kind: "bubble",
    author,
    isOwn,
    via,
    repliedTo: asked && { author: asked.author, words: wordsOf(asked) },
    paragraphs: lines.filter((line) => !rows.includes(line)).map(parseLine),
    keyboard: rows.map((row) => parseButtons(row.slice(BUTTONS.length))),
  };
}

const BUTTONS = "buttons: ";

/** Each result is a line with its number and its title, and one with its description. */
function searchOf(typed: string, [, ...lines]: readonly string[]): Search {
  const results = lines.flatMap((line, i) => {
    const title = /^\s+\d+ (?<title>.*)$/.exec(line)?.groups?.title;
    return title === undefined ? [] : [{ title, description: (lines[i + 1] ?? "").trim() }];
  });
  return { kind: "search", bot: BOT.username, typed, results };
}

/** The last message of somebody: "the bot", or a name. */
function lastOf(who: string, entries: readonly Entry[]): Bubble["repliedTo"] {
  const author = who === "the bot" ? BOT.first_name : nameOf(who);
  const message = entries.findLast(
    (entry): entry is Bubble => entry.kind === "bubble" && entry.author === author,
  );
  if (message === undefined) throw new Error(`nothing of ${author} stands above`);
  return { author, words: wordsOf(message) };
}

function wordsOf({ paragraphs }: Bubble): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join(" ");
}

/** Transcripts write names in small letters. */
function nameOf(person: string): string {
  return person.charAt(0).toUpperCase() + person.slice(1);
}
