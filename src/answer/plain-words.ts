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

/** Words that name all people of a story, and those with which one asks for them. */
const PEOPLE = words("people persons names organizations organisations");
const NAMED =
  /^(?:who|whom|which people)(?: all)? (?:is|are|gets?|does the story) (?:named?|mentioned?|in)(?: in)?(?: (?:it|this|here|(?:the|this) (?:story|article|text)))?$/;

/** True where those are asked for who are named ("people", "who is named?", "show me the names"). */
export function asksForPeople(text: string): boolean {
  const all = tokens(text).map((token) => folded(token.text));
  if (all.join(" ") !== "who is in" && NAMED.test(all.join(" "))) return true;
  return all.some((word) => PEOPLE.has(word)) && all.every((word) => PEOPLE.has(word) || BESIDE.has(word));
}

/** Words that name all statements of a story. */
const QUOTES = words("quotes quotations statements");
const QUOTED =
  /^(?:(?:who|whom) (?:all )?(?:is|are|gets?|does the story) (?:quoted?|cited?)(?: in)?(?: (?:it|this|here|(?:the|this) (?:story|article|text)))?|who (?:says|said) what)$/;

/** True where all statements are asked for ("quotes", "who is quoted?", "who said what?"). */
export function asksForQuotes(text: string): boolean {
  const all = tokens(text).map((token) => folded(token.text));
  if (QUOTED.test(all.join(" "))) return true;
  return all.some((word) => QUOTES.has(word)) && all.every((word) => QUOTES.has(word) || BESIDE.has(word));
}

/** The words behind "quotes" ("quotes by Roe"). */
export function speakerOfQuotes(text: string): string | undefined {
  return /^quotes\s+(?:(?:by|from|of)\s+)?(?<speaker>.+)$/is.exec(text.trim())?.groups?.speaker;
}

/** The quotation behind "check" or "/check"; without the slash it must begin with a quotation mark. */
export function quotationToCheck(text: string): string | undefined {
  return /^(?:\/check\s+|check:?\s*(?=["“„«]))(?<quotation>.+)$/is.exec(text.trim())?.groups?.quotation;
}
