import type { Span } from "../language/span.js";
import { isStopWord } from "../language/terms.js";
import { type Token, tokens } from "../language/tokens.js";

/** Words between a source and its verb that do not belong to its name ("Analysts, meanwhile, say"). */
const ASIDES = new Set(["meanwhile", "also", "later", "however", "then", "earlier"]);

/** Words that begin a source which only the text around it can resolve. */
const UNRESOLVED = new Set(
  "he she it they we i you his her its their our my your who which that this these those both one another former latter".split(
    " ",
  ),
);

/** The longest source that is taken for sure, in tokens. */
const SOURCE_LIMIT = 9;

/**
 * The source that these tokens name, from the first to the last of them, or undefined where they may be anything
 * else: a pronoun, a clause with a comma in it, nothing capitalised and nothing plural.
 */
export function sourceOf(text: string, words: readonly Token[]): Span | undefined {
  const kept = [...words];
  while (ASIDES.has(kept.at(-1)?.text.toLowerCase() ?? "")) kept.pop();
  const first = kept[0];
  const last = kept.at(-1);
  if (!first || !last || kept.length > SOURCE_LIMIT) return undefined;
  if (UNRESOLVED.has(first.text.toLowerCase())) return undefined;
  const span = { start: first.start, end: last.end };
  if (/[,;:"“”()]|--|—/.test(text.slice(span.start, span.end))) return undefined;
  const named = kept.slice(1).some((token) => /^\p{Lu}/u.test(token.text)) || isName(kept);
  return named || /[^s]s$/.test(last.text) ? span : undefined;
}

/** A single capitalised word that is no common one. */
function isName(words: readonly Token[]): boolean {
  const [only, ...others] = words;
  return only !== undefined && others.length === 0 && /^\p{Lu}/u.test(only.text) && !isStopWord(only.text);
}

/**
 * The name to show for a source: "Jane Roe" for "the mayor's aide Jane Roe", the source's own words where it ends in
 * no name of two or more words.
 */
export function nameOfSource(text: string, source: Span): string {
  const words = tokens(text.slice(source.start, source.end));
  let first = words.length;
  while (first > 0 && /^\p{Lu}/u.test(words[first - 1]?.text ?? "")) first--;
  const run = words.slice(first);
  const before = words[first - 1]?.text ?? "";
  const start = run[0]?.start;
  const afterDescription = first > 0 && /^\p{Ll}/u.test(before) && !isStopWord(before);
  if (run.length < 2 || start === undefined || !afterDescription) return text.slice(source.start, source.end);
  return text.slice(source.start + start, source.end);
}
