import type { Standing } from "../telegram/standing.js";

/** What a person does in a conversation. */
export type Deed =
  | {
      readonly kind: "sends";
      /** "text", or what stands in brackets. */
      readonly form: string;
      readonly text: string;
      /** The message that it replies to: its writer, or its first words in quotation marks. */
      readonly replyTo?: string;
      /** What of it is marked. */
      readonly quote?: string;
    }
  | { readonly kind: "presses"; readonly button: string; readonly under?: string }
  | { readonly kind: "edits"; readonly message: string; readonly text: string }
  | { readonly kind: "deletes"; readonly message: string }
  /** Somebody wants the next page of inline results. */
  | { readonly kind: "scrolls" }
  /** Somebody chooses an inline result; the first has number 1. */
  | { readonly kind: "chooses"; readonly result: number }
  /** Somebody follows a link into the private chat: a button with that label, or t.me/BOT?start=PAYLOAD. */
  | { readonly kind: "opens"; readonly button?: string; readonly payload?: string }
  /** Somebody lets the bot in, takes it out, or takes its right to write. */
  | { readonly kind: "stands"; readonly standing: Standing }
  /** Somebody makes the group a supergroup. */
  | { readonly kind: "upgrades" };

export interface Action {
  readonly person: string;
  readonly deed: Deed;
}

/** A message is meant by its first words, or, where it is the last one of somebody, by who wrote it. */
const MESSAGE = String.raw`"[^"]+"|the bot|\p{L}+`;

const SENDS = new RegExp(
  String.raw`^(?<person>\p{L}+)(?: \((?<form>[^)]+)\))?(?:, replying to (?<replyTo>${MESSAGE})(?: at "(?<quote>[^"]+)")?)?:(?: (?<text>.*))?$`,
  "u",
);
const PRESSES = new RegExp(
  String.raw`^(?<person>\p{L}+) presses \[(?<button>[^\]]+)\](?: under (?<under>${MESSAGE}))?$`,
  "u",
);
const EDITS = new RegExp(String.raw`^(?<person>\p{L}+) edits (?<message>${MESSAGE}): (?<text>.*)$`, "u");
const DELETES = new RegExp(String.raw`^(?<person>\p{L}+) deletes (?<message>${MESSAGE})$`, "u");
const OPENS =
  /^(?<person>\p{L}+) opens (?:\[(?<button>[^\]]+)\]|(?:https:\/\/)?t\.me\/\w+\?start=(?<payload>[\w-]+))$/u;
/** What people do with few words. */
const DOES = /^(?<person>\p{L}+) (?<what>\p{L}.*)$/u;

const STANDINGS: ReadonlyMap<string, Standing> = new Map([
  ["adds", "member"],
  ["promotes", "administrator"],
  ["silences", "restricted"],
  ["removes", "kicked"],
  ["blocks", "kicked"],
  ["unblocks", "member"],
]);

/** Reads a line on which somebody does something; undefined for every other line. */
export function parseAction(line: string): Action | undefined {
  const [sends, presses, edits, deletes] = [SENDS, PRESSES, EDITS, DELETES].map(
    (one) => one.exec(line)?.groups,
  );
  if (sends) {
    const { person = "", form = "text", text = "", replyTo, quote } = sends;
    const reply = {
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(quote === undefined ? {} : { quote }),
    };
    return { person, deed: { kind: "sends", form, text, ...reply } };
  }
  if (presses) {
    const { person = "", button = "", under } = presses;
    return { person, deed: { kind: "presses", button, ...(under === undefined ? {} : { under }) } };
  }
  if (edits) {
    const { person = "", message = "", text = "" } = edits;
    return { person, deed: { kind: "edits", message, text } };
  }
  if (deletes) {
    const { person = "", message = "" } = deletes;
    return { person, deed: { kind: "deletes", message } };
  }
  const opens = OPENS.exec(line)?.groups;
  if (opens) {
    const { person = "", button, payload } = opens;
    const what = button === undefined ? { payload: payload ?? "" } : { button };
    return { person, deed: { kind: "opens", ...what } };
  }
  const { person = "", what = "" } = DOES.exec(line)?.groups ?? {};
  const deed = shortDeed(what);
  return deed && { person, deed };
}

function shortDeed(what: string): Deed | undefined {
  if (what === "scrolls on") return { kind: "scrolls" };
  if (what === "makes it a supergroup") return { kind: "upgrades" };
  const [, number] = /^chooses (\d+)$/.exec(what) ?? [];
  if (number !== undefined) return { kind: "chooses", result: Number(number) };
  const [, verb = ""] = /^(\p{L}+) the bot$/u.exec(what) ?? [];
  const standing = STANDINGS.get(verb);
  return standing && { kind: "stands", standing };
}

/** What is done with one more line of text, undefined where it has no text. */
export function withLine(deed: Deed, line: string): Deed | undefined {
  return "text" in deed ? { ...deed, text: `${deed.text}\n${line}` } : undefined;
}
