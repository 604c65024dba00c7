import { ask } from "../answer/ask.js";
import type { Library } from "../answer/library.js";
import { statementsIn } from "../answer/quotes.js";
import { replyToQuotes, replyToStatement } from "../reply/quotes-reply.js";
import { replyToAnswer } from "../reply/reply.js";
import { printable, type Screen, terminalText } from "../reply/terminal-text.js";
import type { Corpus } from "../story/corpus.js";
import { describeFault } from "../story/fault.js";
import { nameOf } from "../story/story.js";
import { askJson } from "./ask-json.js";
import { parseAskLine } from "./ask-line.js";
import { quoteJson } from "./quotes-json.js";

/** Writes one line of output; resolves when it may be followed by the next. */
export type Print = (line: string) => Promise<void>;

export interface AskCommand {
  readonly json: boolean;
  readonly limit: number;
}

/**
 * Answers each question as it comes.
 * @returns false where a line was at fault
 */
export async function askCommand(
  library: Library,
  questions: AsyncIterable<string>,
  { json, limit }: AskCommand,
  screen: Screen,
  print: Print,
): Promise<boolean> {
  let right = true;
  for await (const line of questions) {
    const asked = parseAskLine(line, library);
    if (!asked.ok) {
      right = false;
      await print(
        json ? JSON.stringify({ error: asked.error }) : `${asked.error.field}: ${asked.error.message}\n`,
      );
      continue;
    }
    const { question, story } = asked;
    const began = performance.now();
    const answer = ask(library, question, story === undefined ? { limit } : { limit, story });
    const milliseconds = performance.now() - began;
    await print(
      json ? askJson(question, answer, milliseconds) : `${terminalText(replyToAnswer(answer), screen)}\n`,
    );
  }
  return right;
}

/** Every statement of every story, or those of one speaker; where there is none, no line of JSON, and words that say so. */
export async function quotesCommand(
  library: Library,
  { json, speaker }: { readonly json: boolean; readonly speaker: string | undefined },
  screen: Screen,
  print: Print,
): Promise<void> {
  const found = statementsIn(library.stories, speaker);
  if (found.length === 0 && !json)
    await print(`${terminalText(replyToQuotes({ found, speaker }), screen)}\n`);
  for (const { story, statement } of found)
    await print(
      json ? quoteJson(story, statement) : `${terminalText(replyToStatement(story, statement), screen)}\n`,
    );
}

export async function storiesCommand({ stories }: Corpus, json: boolean, print: Print): Promise<void> {
  for (const story of stories) {
    const { id, about, paragraphs, sentences } = story;
    const { publisher, title = null, url = null, published = null, language } = about;
    const counts = { paragraphs: paragraphs.length, sentences: sentences.length };
    const size = `${counts.paragraphs} paragraphs, ${counts.sentences} sentences`;
    const columns = [
      id,
      publisher,
      published ?? "date not known",
      title ?? nameOf(story),
      url ?? "no address",
      size,
    ];
    await print(
      json
        ? JSON.stringify({ id, publisher, title, url, published, language, ...counts })
        : columns.map((column) => printable(column).replace(/\s+/g, " ")).join("\t"),
    );
  }
}

/** @returns false where there is a fault */
export async function verifyCommand({ stories, faults }: Corpus, print: Print): Promise<boolean> {
  for (const fault of faults) await print(describeFault(fault));
  if (faults.length === 0) await print(`${stories.length} stories, no fault`);
  return faults.length === 0;
}
