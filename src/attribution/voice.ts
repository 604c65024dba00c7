import { quotations } from "../language/quotations.js";
import { contains, overlaps, type Span, shifted } from "../language/span.js";
import { tokens } from "../language/tokens.js";
import { quotationsOf } from "../story/quoted.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";
import { REPORTING_WORDS } from "./cues.js";
import { quotesOnlyNames } from "./quoted-names.js";
import type { Speaker } from "./speaker.js";
import { type Statement, statementsOf } from "./statements.js";

/** Whose words or claim a sentence is: the story's own telling, a source's, or not clear from the story. */
export type Voice =
  | { readonly voice: "publisher"; readonly speaker: null }
  | { readonly voice: "source"; readonly speaker: Speaker }
  | { readonly voice: "unattributed"; readonly speaker: null };

export const PUBLISHER: Voice = { voice: "publisher", speaker: null };
export const UNATTRIBUTED: Voice = { voice: "unattributed", speaker: null };

/** Kept as long as the sentence itself; found out when it is first shown. */
const known = new WeakMap<Sentence, Voice>();

/**
 * Whose claim a sentence of a story is, by the statements of that story: their speaker's, where they have one and the
 * same. Any other sentence that quotes or reports is unattributed, never the publisher's; one that does neither is his.
 */
export function voiceAt(story: Story, sentence: Sentence): Voice {
  const kept = known.get(sentence) ?? voiceOf(story, sentence);
  known.set(sentence, kept);
  return kept;
}

function voiceOf(story: Story, sentence: Sentence): Voice {
  // The story is read for statements only where there may be one: reading takes longer than all else at the start.
  if (!quotesOrReports(story, sentence)) return PUBLISHER;
  const told = toldIn(story, sentence);
  const [first, ...others] = told;
  if (first) {
    const { speaker } = first;
    if (anotherSpeaks(story, told, sentence)) return UNATTRIBUTED;
    if (!speaker || others.some((other) => other.speaker?.name !== speaker.name)) return UNATTRIBUTED;
    const here = told.some(
      (one) => one.speaker?.basis === "stated" && one.source && contains(sentence, one.source),
    );
    return { voice: "source", speaker: { name: speaker.name, basis: here ? "stated" : "inferred" } };
  }
  return UNATTRIBUTED;
}

/** The statements with which somebody says something in a sentence. */
export function toldIn(story: Story, sentence: Sentence): Statement[] {
  return statementsOf(story).filter(
    (one) =>
      [...one.content, ...(one.cue ? [one.cue] : [])].some((span) => overlaps(span, sentence)) &&
      isSaid(story, one),
  );
}

/** True for words that somebody said or is reported to have; what "reacted with" or "wants" lifts is told by the publisher. */
function isSaid(story: Story, { kind, cue }: Statement): boolean {
  if (kind !== "indirect" || !cue) return true;
  return tokens(wordsAt(story, cue)).some(({ text }) => REPORTING_WORDS.has(text.toLowerCase()));
}

/** True where words outside the quotations say that another one speaks, too ("…, according to Roe, Doe said"). */
export function anotherSpeaks(story: Story, told: readonly Statement[], sentence: Sentence): boolean {
  const words = wordsAt(story, sentence);
  const quoted = quotations(words);
  return tokens(words).some((token) => {
    if (
      !/^(?:said|says|denie[sd]|according)$/i.test(token.text) ||
      quoted.some((span) => contains(span, token))
    )
      return false;
    const place = shifted(token, sentence.start);
    const parts = (one: Statement) => [one.cue, ...(/^denie/i.test(token.text) ? one.content : [])];
    return !told.some((one) => parts(one).some((part) => part && overlaps(part, place)));
  });
}

function quotesOrReports(story: Story, sentence: Sentence): boolean {
  const words = wordsAt(story, sentence);
  return (
    quotesIn(story, sentence, sentence) ||
    SINGLE_MARKS.test(words) ||
    tokens(words).some(({ text }) => REPORTING_WORDS.has(text.toLowerCase()))
  );
}

/** True where a part of a sentence stands in a quotation, unless the sentence has only names in quotation marks. */
export function quotesIn(story: Story, sentence: Sentence, part: Span): boolean {
  const all = quotationsOf(story)[sentence.paragraph - 1] ?? [];
  const here = all.filter((quotation) => overlaps(quotation, sentence));
  const onlyNames = () =>
    here.every((one) => contains(sentence, one)) && quotesOnlyNames(wordsAt(story, sentence));
  return here.some((quotation) => overlaps(quotation, part)) && !onlyNames();
}

/** Words that say only of the words around them that somebody reports them. */
const HEARSAY = /ly$|^(?:accusations?|allegations?|testimon(?:y|ies)|reports)$/i;

/**
 * True where words outside of statements may be reported: one of hearsay stands among them, or, in a sentence in which no
 * statement was found, any word that reports.
 */
export function reportsIn(story: Story, sentence: Sentence, part: Span, isTold: boolean): boolean {
  const words = wordsAt(story, sentence);
  if (!isTold && SINGLE_MARKS.test(words)) return true;
  return tokens(words).some((token) => {
    if (!REPORTING_WORDS.has(token.text.toLowerCase())) return false;
    const isHearsay = HEARSAY.test(token.text);
    const isInside = contains(part, shifted(token, sentence.start));
    return isInside ? isHearsay || !isTold : !isHearsay && !isTold;
  });
}

/** A single mark before a word may open a quotation. */
const SINGLE_MARKS = /(?:^|[\s([–—-])['‘‹]\p{L}/u;
