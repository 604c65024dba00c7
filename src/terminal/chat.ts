import { createInterface } from "node:readline/promises";
import { ask } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import { type Exchange, exchangeOf } from "../answer/follow-up.js";
import type { Library } from "../answer/library.js";
import { namedIn } from "../answer/people.js";
import { asksForPeople, asksForTimeline, quotationToCheck } from "../answer/plain-words.js";
import { quotesAsked, quotesFor } from "../answer/quotes.js";
import { suggestions } from "../answer/suggestions.js";
import { timelineOf } from "../answer/timeline.js";
import { replyToCheck } from "../reply/check-reply.js";
import { replyToPeople } from "../reply/people-reply.js";
import { replyToQuotes } from "../reply/quotes-reply.js";
import { lines, type Reply, replyToAnswer, storyReply } from "../reply/reply.js";
import { type Screen, terminalText } from "../reply/terminal-text.js";
import { replyToTimeline } from "../reply/timeline-reply.js";
import { WORDING } from "../reply/wording.js";
import type { Print } from "./commands.js";
import { inputLines } from "./input-lines.js";

/** A conversation at a screen: prompt, history, `help`, `story`, `check`, `timeline`, `people`, `quotes`, `quit`. Ends with Ctrl-C and Ctrl-D too. */
export async function chat(library: Library, screen: Screen, print: Print): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const prompt = createInterface({ input, output, terminal: true, prompt: "? " });
  prompt.on("SIGINT", () => prompt.close());
  await print(`${terminalText([...lines(WORDING.terminalHelp), ...storyOf(library)], screen)}\n`);
  const replyTo = conversation(library);
  prompt.prompt();
  for await (const line of prompt) {
    const words = line.trim();
    if (/^(?:quit|exit|q)$/i.test(words)) break;
    if (words !== "") await print(`${terminalText(replyTo(words), screen)}\n`);
    prompt.prompt();
  }
  prompt.close();
}

/** The same for input from a file or another program: one answer for each line, nothing else. */
export async function pipedChat(
  library: Library,
  input: AsyncIterable<Uint8Array | string>,
  screen: Screen,
  print: Print,
): Promise<void> {
  const replyTo = conversation(library);
  for await (const line of inputLines(input)) await print(`${terminalText(replyTo(line), screen)}\n`);
}

/** Replies to one line after the other; a question may lean on the exchange before it. */
function conversation(library: Library): (words: string) => Reply {
  let last: Exchange | undefined;
  return (words) => {
    if (/^\/?help$/i.test(words)) return lines(WORDING.terminalHelp);
    if (/^\/?story$/i.test(words)) return storyOf(library);
    if (words === "/timeline" || asksForTimeline(words)) return replyToTimeline(timelineOf(library.stories));
    if (words === "/people" || asksForPeople(words))
      return replyToPeople(namedIn(library.stories), WORDING.theirWords);
    const speaker = quotesAsked(library.stories, words);
    if (speaker !== undefined) return replyToQuotes(quotesFor(library.stories, speaker));
    const quotation = quotationToCheck(words);
    if (quotation !== undefined) return replyToCheck(checkLine(library, quotation));
    const answer = ask(library, words, { limit: 1, after: last });
    last = exchangeOf(words, answer, last);
    return replyToAnswer(answer);
  };
}

function storyOf(library: Library): Reply {
  return storyReply(library.stories, suggestions(library));
}
