import { statementsBy } from "../attribution/by-name.js";
import { type Statement, statementsOf } from "../attribution/statements.js";
import type { Story } from "../story/story.js";
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
}

/** Every statement of every story, or those of the speaker whom a name means. */
export function statementsIn(stories: readonly Story[], speaker?: string): StatementIn[] {
  return stories.flatMap((story) => {
    const all = statementsOf(story);
    const asked = speaker === undefined ? all : statementsBy(all, speaker);
    return asked.map((statement) => ({ story, statement }));
  });
}

/** The statements that the words behind a command ask for: those of a name, or all. */
export function quotesFor(stories: readonly Story[], words: string): Quotes {
  const speaker = words.trim() || undefined;
  return { found: statementsIn(stories, speaker), speaker };
}

/** The same for a message; undefined where it asks for something else. */
export function quotesAsked(stories: readonly Story[], message: string): Quotes | undefined {
  const text = message.trim();
  const command = /^\/quotes(?:\s+(?<words>.*))?$/is.exec(text);
  if (command || asksForQuotes(text)) return quotesFor(stories, command?.groups?.words ?? "");
  const speaker = speakerOfQuotes(text);
  const quotes = speaker === undefined ? undefined : quotesFor(stories, speaker);
  return quotes && quotes.found.length > 0 ? quotes : undefined;
}
