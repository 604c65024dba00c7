import { quotations } from "../language/quotations.js";
import { type Token, tokens } from "../language/tokens.js";
import { REPORTING_WORDS, SPEECH_VERBS } from "./cues.js";
import { nameOfSource, sourceOf } from "./source.js";

/** Whose words or claim a sentence is: the story's own telling, a source's, or not clear from the sentence. */
export type Voice =
  | { readonly voice: "publisher"; readonly speaker: null }
  | { readonly voice: "source"; readonly speaker: Speaker }
  | { readonly voice: "unattributed"; readonly speaker: null };

export interface Speaker {
  /** Words of the story. */
  readonly name: string;
  /** "stated": the sentence itself says so. */
  readonly basis: "stated" | "inferred";
}

/**
 * Whose claim a sentence is. A speaker is given only where a rule is sure of it: one verb of speech with a named or
 * described source right before or after it, or "according to" with one. Any other sentence that quotes or reports is
 * unattributed, never the publisher's.
 */
export function voiceOf(sentence: string): Voice {
  const words = tokens(sentence);
  const quotes = quotations(sentence);
  const outside = words.filter(
    (word) => !quotes.some((quote) => quote.start <= word.start && word.end <= quote.end),
  );
  const speaker =
    accordingTo(sentence, outside) ?? beforeVerb(sentence, outside) ?? afterVerb(sentence, outside);
  if (speaker !== undefined) return { voice: "source", speaker: { name: speaker, basis: "stated" } };
  const reported = outside.some((word) => isReporting(word.text.toLowerCase()));
  if (reported || quotes.length > 0) return { voice: "unattributed", speaker: null };
  return { voice: "publisher", speaker: null };
}

function isReporting(word: string): boolean {
  return SPEECH_VERBS.has(word) || REPORTING_WORDS.has(word) || word === "according";
}

/** "…, according to the harbour master Jane Roe." */
function accordingTo(sentence: string, words: readonly Token[]): string | undefined {
  const at = words.findIndex((word, i) => /^according$/i.test(word.text) && words[i + 1]?.text === "to");
  const next = words[at + 2];
  if (at < 0 || !next) return undefined;
  return named(sentence, words.slice(at + 2, endOfPhrase(sentence, words, at + 2)));
}

/** "The harbour master said …", at the start of the sentence or after the quotation that opens it. */
function beforeVerb(sentence: string, words: readonly Token[]): string | undefined {
  const at = onlySpeechVerb(words);
  if (at === undefined || at === 0) return undefined;
  const first = words[0];
  if (!first || !startsClause(sentence.slice(0, first.start))) return undefined;
  return named(sentence, words.slice(0, at));
}

/** "'…', said Jane Roe." */
function afterVerb(sentence: string, words: readonly Token[]): string | undefined {
  const at = onlySpeechVerb(words);
  const verb = at === undefined ? undefined : words[at];
  if (at === undefined || !verb || !/[,?!]["”]\s*$/.test(sentence.slice(0, verb.start))) return undefined;
  return named(sentence, words.slice(at + 1, endOfPhrase(sentence, words, at + 1)));
}

/** Index of the verb of speech, where the sentence has no second one that might have another subject. */
function onlySpeechVerb(words: readonly Token[]): number | undefined {
  const at = words.flatMap((word, i) => (SPEECH_VERBS.has(word.text.toLowerCase()) ? [i] : []));
  return at.length === 1 ? at[0] : undefined;
}

function startsClause(before: string): boolean {
  return before.trim() === "" || /["”]\s*$/.test(before);
}

/** What may stand between two words of one name: space, or the slash or ampersand of "A/B". */
const JOINS_NAME = /^[\s/&]*$/;

/** Words that do not belong to the name before them. */
const AFTER_NAME = /^(?:on|who|which|that|when|as|at|after|before|during)$/i;

/** A phrase goes on until punctuation stands between two of its words or a preposition of time follows. */
function endOfPhrase(sentence: string, words: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < words.length) {
    const gap = sentence.slice(words[end - 1]?.end ?? 0, words[end]?.start ?? 0);
    if (!JOINS_NAME.test(gap) || AFTER_NAME.test(words[end]?.text ?? "")) break;
    end++;
  }
  return end;
}

function named(sentence: string, words: readonly Token[]): string | undefined {
  const source = sourceOf(sentence, words);
  return source && nameOfSource(sentence, source);
}
