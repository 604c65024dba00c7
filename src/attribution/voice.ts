import { LEADING_ABBREVIATIONS } from "../language/abbreviations.js";
import { quotations } from "../language/quotations.js";
import { contains, overlaps, shifted } from "../language/span.js";
import { type Token, tokens } from "../language/tokens.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";
import { ALSO_NOUNS, ALSO_PARTICIPLES, OTHER_SUBJECT, REPORTING_WORDS, SPEECH_VERBS } from "./cues.js";
import { isTime, nameOfSource, sourceOf } from "./source.js";

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

const UNATTRIBUTED: Voice = { voice: "unattributed", speaker: null };

/**
 * Whose claim a sentence of a story is. Inside a quotation that began before the sentence or ends after it, the sentence
 * alone does not show that it is quoted: it is unattributed.
 */
export function voiceAt(story: Story, sentence: Sentence): Voice {
  const paragraph = story.paragraphs[sentence.paragraph - 1];
  const crossed =
    paragraph !== undefined &&
    quotations(wordsAt(story, paragraph))
      .map((quotation) => shifted(quotation, paragraph.start))
      .some((quotation) => overlaps(quotation, sentence) && !contains(sentence, quotation));
  return crossed ? UNATTRIBUTED : voiceOf(wordsAt(story, sentence));
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
  const reported = outside.some(isReporting);
  if (reported || quotes.length > 0 || SINGLE_MARKS.test(sentence)) return UNATTRIBUTED;
  return { voice: "publisher", speaker: null };
}

/** A single mark before a word may open a quotation. */
const SINGLE_MARKS = /(?:^|[\s([–—-])['‘‹]\p{L}/u;

function isReporting({ text }: Token): boolean {
  const word = text.toLowerCase();
  const isVerb = SPEECH_VERBS.has(word) && (word === text || !ALSO_NOUNS.has(word));
  return isVerb || REPORTING_WORDS.has(word) || word === "according";
}

/** "…, according to the harbour master Jane Roe.", as a clause of its own and with nobody else speaking. */
function accordingTo(sentence: string, words: readonly Token[]): string | undefined {
  const at = words.findIndex((word, i) => /^according$/i.test(word.text) && words[i + 1]?.text === "to");
  const cue = words[at];
  if (!cue || words.some(isSpeechVerb)) return undefined;
  if (!/(?:^|[,"”—–-])\s*$/.test(sentence.slice(0, cue.start))) return undefined;
  return namedAfter(sentence, words, at + 1);
}

/** "The harbour master said …", at the start of the sentence or after the quotation that opens it. */
function beforeVerb(sentence: string, words: readonly Token[]): string | undefined {
  const at = onlySpeechVerb(sentence, words);
  const first = words[0];
  const verb = at === undefined ? undefined : words[at];
  if (!at || !first || !verb) return undefined;
  const before = sentence.slice(0, first.start);
  const afterQuotation = /["”]\s*$/.test(before);
  if (before.trim() !== "" && !afterQuotation) return undefined;
  const subject = sourceOf(sentence, words.slice(0, at));
  if (!subject || !(afterQuotation || takesSubject(sentence, verb, words[at + 1]))) return undefined;
  // "The Kremlin wants final say": the verb's subject is plural.
  if (verb.text === "say" && !/(?:s|police|people)$/.test(sentence.slice(0, subject.end))) return undefined;
  return nameOfSource(sentence, subject);
}

/** False where the words before the verb may be something else than those who speak. */
function takesSubject(sentence: string, verb: Token, after: Token | undefined): boolean {
  if (/^[\s,:]*["“]/.test(sentence.slice(verb.end))) return true;
  const next = after && sentence.slice(verb.end, after.start).trim() === "" ? after.text.toLowerCase() : "";
  if (OTHER_SUBJECT.has(next) || ALSO_NOUNS.has(verb.text)) return false;
  if (verb.text === "told") return next !== "that";
  return !ALSO_PARTICIPLES.has(verb.text) || next === "that";
}

/** "'…', said Jane Roe." */
function afterVerb(sentence: string, words: readonly Token[]): string | undefined {
  const at = onlySpeechVerb(sentence, words);
  const verb = at === undefined ? undefined : words[at];
  if (at === undefined || !verb || !/[,?!]["”]\s*$/.test(sentence.slice(0, verb.start))) return undefined;
  return namedAfter(sentence, words, at);
}

/** Index of the verb of speech, where neither a second one nor a clause that reports may have another subject. */
function onlySpeechVerb(sentence: string, words: readonly Token[]): number | undefined {
  const [at, ...others] = words.flatMap((word, i) => (isSpeechVerb(word) ? [i] : []));
  const verb = at === undefined ? undefined : words[at];
  if (at === undefined || !verb || others.length > 0) return undefined;
  const elsewhere = words
    .slice(at + 1)
    .some(
      ({ text, start }) =>
        text === "according" ||
        (REPORTING_WORDS.has(text) && NEW_CLAUSE.test(sentence.slice(verb.end, start))),
    );
  return elsewhere ? undefined : at;
}

const NEW_CLAUSE = /;|,["”]?\s+(?:but|while|whereas|although|though|yet|and)\b/;

/** In small letters: "The United States" says nothing. */
function isSpeechVerb({ text }: Token): boolean {
  return SPEECH_VERBS.has(text);
}

/** Words that do not belong to the name before them. */
const AFTER_NAME =
  /^(?:on|who|which|that|when|as|at|after|before|during|while|because|but|if|since|until|from|with|about|by|to|into|where)$/i;

/** The source that begins right after the cue at `cue`. */
function namedAfter(sentence: string, words: readonly Token[], cue: number): string | undefined {
  const last = words[cue];
  const next = words[cue + 1];
  if (!last || !next || sentence.slice(last.end, next.start).trim() !== "") return undefined;
  return named(sentence, words.slice(cue + 1, endOfPhrase(sentence, words, cue + 1)));
}

/** A phrase goes on until punctuation stands between two of its words, or a time or a new clause begins. */
function endOfPhrase(sentence: string, words: readonly Token[], from: number): number {
  const startsWithName = /^\p{Lu}/u.test(words[from]?.text ?? "");
  let end = from + 1;
  for (; end < words.length; end++) {
    const [before, word, next] = [words[end - 1], words[end], words[end + 1]];
    if (!before || !word || !isJoined(sentence, before, word)) break;
    if (AFTER_NAME.test(word.text) || isTime(word, before)) break;
    const nameNext = /^\p{Lu}/u.test(next?.text ?? "");
    if (word.text === "and" && !nameNext) break;
    if (word.text === "in" && startsWithName && /^\p{Lu}/u.test(before.text)) break;
  }
  return end;
}

/** True where only space stands between, the slash or ampersand of "A/B", or the full stop of "Dr. Roe" and "J. Roe". */
function isJoined(sentence: string, before: Token, after: Token): boolean {
  const gap = sentence.slice(before.end, after.start);
  if (/^[\s/&]*$/.test(gap)) return true;
  const shortened =
    LEADING_ABBREVIATIONS.has(before.text.toLowerCase()) || LEADING_ABBREVIATIONS.has(before.text);
  return /^\.\s$/.test(gap) && (shortened || /^\p{Lu}$/u.test(before.text));
}

function named(sentence: string, words: readonly Token[]): string | undefined {
  const source = sourceOf(sentence, words);
  return source && nameOfSource(sentence, source);
}
