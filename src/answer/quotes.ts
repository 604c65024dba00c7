import { statementsBy } from "../attribution/by-name.js";
import { type Statement, statementsOf } from "../attribution/statements.js";
import type { Story } from "../story/story.js";
import type { Library } from "./ask.js";
import { asksForQuotes, speakerOfQuotes } from "./plain-words.js";

/** A statement with the story that holds it. */
export interface StatementIn {
  readonly story: Story;
  readonly statement: Statement;
}

/** Statements that somebody asked for. */
export interface Quotes {
  readonly found: readonly StatementIn[];
  /** Whose; undefined: everybody's. */
  readonly speaker: string | undefined;
  /** Which of their pages, from 1. */
  readonly page: number;
}

/** Every statement of every story, or those of the speaker whom a name means. */
export function statementsIn({ stories }: Library, speaker?: string): StatementIn[] {
  return stories.flatMap((story) => {
    const all = statementsOf(story);
    const asked = speaker === undefined ? all : statementsBy(all, speaker);
    return asked.map((statement) => ({ story, statement }));
  });
}

/** The statements that the words behind a command ask for: a name, the number of a page, both or nothing. */
export function quotesFor(library: Library, words: string): Quotes {
  const text = words.trim();
  if (text === "") return { found: statementsIn(library), speaker: undefined, page: 1 };
  const whole = statementsIn(library, text);
  const numbered = /^(?<name>.*?)\s*(?<!\S)(?<page>\d{1,6})$/s.exec(text)?.groups;
  if (whole.length > 0 || !numbered) return { found: whole, speaker: text, page: 1 };
  const speaker = numbered.name || undefined;
  return { found: statementsIn(library, speaker), speaker, page: Number(numbered.page) };
}

/** The same for a message; undefined where it asks for something else. */
export function quotesAsked(library: Library, message: string): Quotes | undefined {
  const text = message.trim();
  const command = /^\/quotes(?:\s+(?<words>.*))?$/is.exec(text);
  if (command || asksForQuotes(text)) return quotesFor(library, command?.groups?.words ?? "");
  const speaker = speakerOfQuotes(text);
  const quotes = speaker === undefined ? undefined : quotesFor(library, speaker);
  return quotes && quotes.found.length > 0 ? quotes : undefined;
}
