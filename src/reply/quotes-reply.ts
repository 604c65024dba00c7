import { EXCERPT_LIMIT } from "../answer/excerpt.js";
import type { Quotes, StatementIn } from "../answer/quotes.js";
import type { Statement } from "../attribution/statements.js";
import type { Span } from "../language/span.js";
import { type Story, wordsAt } from "../story/story.js";
import { whoSaysIt } from "./attribution.js";
import { type Block, line, origin, quotation, type Reply } from "./reply.js";
import { WORDING } from "./wording.js";

/** All statements that were asked for, each with who says it. */
export function replyToQuotes({ found, speaker }: Quotes): Reply {
  if (found.length === 0) return [line(speaker === undefined ? WORDING.nobodyQuoted : WORDING.notQuoted)];
  return [line(WORDING.quotes), ...statementBlocks(found)];
}

/** One statement in the words of its paragraph, the content as it stands, and who says it. */
export function replyToStatement(story: Story, statement: Statement): Block[] {
  const span = spanOf(statement);
  const shown = cutAtWord(story, span);
  const cut = shown.end < span.end ? [line(WORDING.cut)] : [];
  return [quotation(story, shown, null), ...cut, line(whoSaysIt(story, statement))];
}

/** Each statement with who says it, and below those of each story where it was published. */
export function statementBlocks(found: readonly StatementIn[]): Block[] {
  return found.flatMap(({ story, statement }, i) => {
    const own = replyToStatement(story, statement);
    if (found[i + 1]?.story === story) return own;
    const first = story.sentences.find(({ end }) => end > spanOf(statement).start);
    return [...own, origin(story, first)];
  });
}

function spanOf({ content, source, cue }: Statement): Span {
  const parts = [...content, ...(source ? [source] : []), ...(cue ? [cue] : [])];
  const start = Math.min(...parts.map((part) => part.start));
  return { start, end: Math.max(...parts.map((part) => part.end)) };
}

/** As much as one quotation may show, up to the last white space in it. */
function cutAtWord(story: Story, { start, end }: Span): Span {
  if (end - start <= EXCERPT_LIMIT) return { start, end };
  const words = wordsAt(story, { start, end: start + EXCERPT_LIMIT });
  const fitting = words.replace(/\s\S*$/, "").trimEnd();
  return { start, end: start + (fitting.length || words.replace(/[\uD800-\uDBFF]$/, "").length) };
}
