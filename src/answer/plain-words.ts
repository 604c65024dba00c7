import { folded } from "../language/terms.js";
import { tokens } from "../language/tokens.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that name a timeline, and words that may stand beside them without asking for anything else. */
const TIMELINE = words("timeline timelines chronology dates");
const BESIDE = words(
  "the a an all of events story please show me give in what are is can you i see order and",
);

/** True where the timeline is asked for in plain words ("timeline", "show me the dates", "what happened when?"). */
export function asksForTimeline(text: string): boolean {
  const all = tokens(text).map((token) => folded(token.text));
  if (/^(?:what happened when|when did what happen)$/.test(all.join(" "))) return true;
  return (
    all.some((word) => TIMELINE.has(word)) && all.every((word) => TIMELINE.has(word) || BESIDE.has(word))
  );
}

/** The quotation behind "check" or "/check"; without the slash it must begin with a quotation mark. */
export function quotationToCheck(text: string): string | undefined {
  return /^(?:\/check\s+|check:?\s*(?=["“„«]))(?<quotation>.+)$/is.exec(text.trim())?.groups?.quotation;
}
