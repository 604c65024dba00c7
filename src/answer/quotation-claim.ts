import { isPublisher } from "../attribution/publisher.js";
import { type Quotation, quotations } from "../language/quotations.js";
import { tokens } from "../language/tokens.js";
import { isNamedIn } from "../retrieval/named.js";
import type { Story } from "../story/story.js";

/** A quotation and who is said to have said it, in the sender's own words. */
export interface Claimed {
  readonly quotation: string;
  readonly claimed: string | null;
}

/** The longest name that is read out of a line, in words. */
const NAME_LIMIT = 12;

/**
 * What a line claims: behind a closing quotation mark and a dash; behind the last dash where that is a name of a story or its publisher;
 * or next to "said" outside of the quotation marks. Else the whole line is the quotation.
 */
export function parseClaim(line: string, stories: readonly Story[]): Claimed {
  const quoted = quotations(line).filter(({ closed }) => closed);
  const whole = { quotation: line.trim(), claimed: null };
  return behindMark(line, quoted) ?? behindDash(line, stories) ?? besideSaid(line, quoted) ?? whole;
}

/** "'…' — Jane Roe"; other dashes count where white space stands around them. */
function behindMark(line: string, quoted: readonly Quotation[]): Claimed | undefined {
  const end = quoted.at(-1)?.end ?? line.length;
  const dash = /^[.,]?(?:\s*[—–]\s*|\s+--?\s+)/.exec(line.slice(end));
  return dash ? claim(line.slice(0, end), line.slice(end + dash[0].length)) : undefined;
}

function behindDash(line: string, stories: readonly Story[]): Claimed | undefined {
  const at = line.lastIndexOf("—");
  if (at < 0 || !/^\s—\s$/.test(line.slice(at - 1, at + 2))) return undefined;
  const name = line.slice(at + 1);
  const isName = (story: Story) => isNamedIn(story, name) || isPublisher(name, story.about.publisher);
  return stories.some(isName) ? claim(line.slice(0, at), name) : undefined;
}

/** "Roe said: '…'", "'…,' Jane Roe said, '…'", "'…,' said Jane Roe." */
function besideSaid(line: string, quoted: readonly Quotation[]): Claimed | undefined {
  if (quoted.length === 0) return undefined;
  const outside = quoted.map(({ start }, i) => line.slice(quoted[i - 1]?.end ?? 0, start));
  outside.push(line.slice(quoted.at(-1)?.end));
  const name = outside.map(nameBesideSaid).find((found) => found !== undefined);
  const words = quoted.map(({ start, end }) => line.slice(start, end)).join(" … ");
  return name === undefined ? undefined : claim(words, name);
}

function nameBesideSaid(text: string): string | undefined {
  const said = /(?:^|[\s,])sa(?:id|ys)(?=$|[\s,:.])/.exec(text);
  if (!said) return undefined;
  const after = text.slice(said.index + said[0].length).split(/[,:;.](?:\s|$)/)[0] ?? "";
  if (isName(after) && /\p{Lu}/u.test(after)) return after;
  const before = text.slice(0, said.index + 1).trim();
  const clauses = before.split(/[,;]/).filter((clause) => isName(clause));
  // "Jane Roe, a lawyer, said": the name comes before what describes it.
  return before.endsWith(",") ? clauses[0] : clauses.at(-1);
}

/** A pronoun names nobody, and what begins with a preposition tells when or where. */
const NO_NAME =
  /^(?:i|you|he|she|it|we|they|who|that|this|on|in|at|to|by|for|from|with|as|when|after|before)$/i;

function isName(text: string): boolean {
  const all = tokens(text);
  const first = all[0];
  return first !== undefined && all.length <= NAME_LIMIT && !NO_NAME.test(first.text);
}

function claim(quotation: string, words: string): Claimed | undefined {
  const read = tokens(words);
  const all = /^sa(?:id|ys)$/.test(read.at(-1)?.text ?? "") ? read.slice(0, -1) : read;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || all.length > NAME_LIMIT) return undefined;
  return { quotation: quotation.trim(), claimed: words.slice(first.start, last.end) };
}
