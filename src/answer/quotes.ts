import { statementsBy } from "../attribution/by-name.js";
import { type Statement, statementsOf } from "../attribution/statements.js";
import { tokens } from "../language/tokens.js";
import type { Story } from "../story/story.js";
import { MOST_STORIES } from "./asked-speaker.js";
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

/** Whose statements a message asks for: a name, "" for everybody's, undefined where it asks for something else. */
export function quotesAsked(stories: readonly Story[], message: string): string | undefined {
  const text = message.trim();
  const command = /^\/quotes(?:\s+(?<words>.*))?$/is.exec(text);
  if (command || asksForQuotes(text)) return command?.groups?.words ?? "";
  const speaker = speakerOfQuotes(text);
  const isQuoted = speaker !== undefined && statementsIn(storiesNaming(stories, speaker), speaker).length > 0;
  return isQuoted ? speaker : undefined;
}

/** The stories in which a speaker is looked for while somebody waits: all, or, of many, those that have the name's words. */
export function storiesNaming(stories: readonly Story[], name: string): readonly Story[] {
  if (stories.length <= MOST_STORIES) return stories;
  const asked = tokens(name).map(({ text }) => text.toLowerCase());
  return stories
    .filter(({ body }) => asked.every((word) => body.toLowerCase().includes(word)))
    .slice(0, MOST_STORIES);
}
