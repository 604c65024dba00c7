import { contains, overlaps, type Span, shifted } from "../language/span.js";
import { tokens } from "../language/tokens.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";
import type { Statement } from "./statements.js";
import {
  anotherSpeaks,
  PUBLISHER,
  quotesIn,
  reportsIn,
  toldIn,
  UNATTRIBUTED,
  type Voice,
  voiceAt,
} from "./voice.js";

/** Sentences of a story that a span touches. */
export function sentencesAt(story: Story, span: Span): Sentence[] {
  return story.sentences.filter((sentence) => overlaps(sentence, span));
}

/**
 * Whose words some stretches of a story are: of a sentence half told and half reported, those of the half where they stand.
 * Over several sentences somebody's only where each of them is; unattributed where they are not all of one voice.
 */
export function whoseWords(story: Story, parts: readonly Span[]): Voice {
  const [first, ...others] = parts.flatMap((part) =>
    sentencesAt(story, part).map((sentence) => voiceOfPart(story, sentence, part)),
  );
  if (!first) return UNATTRIBUTED;
  const agreeing = others.every(
    ({ voice, speaker }) => voice === first.voice && speaker?.name === first.speaker?.name,
  );
  if (!agreeing) return UNATTRIBUTED;
  return others.find(({ speaker }) => speaker?.basis === "inferred") ?? first;
}

function voiceOfPart(story: Story, sentence: Sentence, span: Span): Voice {
  if (voiceAt(story, sentence).voice === "publisher") return PUBLISHER;
  const part = { start: Math.max(sentence.start, span.start), end: Math.min(sentence.end, span.end) };
  const told = toldIn(story, sentence);
  const own = told.filter(({ content }) => content.some((one) => overlaps(one, part)));
  const isQuoting = quotesIn(story, sentence, part);
  if (own.length === 0) {
    const isHearsay = reportsIn(story, sentence, part, told.length > 0);
    return isQuoting || isHearsay || anotherSpeaks(story, told, sentence) ? UNATTRIBUTED : PUBLISHER;
  }
  const share = shareOf(story, part, own);
  if (share === "none" && !isQuoting) return PUBLISHER;
  const [first, ...others] = own;
  const speaker = first?.speaker;
  const isOnes = speaker && others.every((other) => other.speaker?.name === speaker.name);
  if (share !== "all" || !isOnes || anotherSpeaks(story, told, sentence)) return UNATTRIBUTED;
  const isStated = own.some(
    (one) => one.speaker?.basis === "stated" && one.source && contains(sentence, one.source),
  );
  return { voice: "source", speaker: { name: speaker.name, basis: isStated ? "stated" : "inferred" } };
}

/**
 * So many words around a statement ("on Monday", "meanwhile"), or one for so many of its content, leave it its source's:
 * a clause of the publisher's own has more. As few words of a statement among others say nothing by themselves.
 */
const WORDS_AROUND = 3;
const ONE_AROUND = 4;

/** How much of some words is what the statements say: all but the words that lift it, none but a piece, or a part. */
function shareOf(story: Story, part: Span, statements: readonly Statement[]): "all" | "some" | "none" {
  const words = tokens(wordsAt(story, part)).map((token) => shifted(token, part.start));
  const inside = (spans: readonly Span[]) =>
    words.filter((word) => spans.some((span) => contains(span, word))).length;
  const said = inside(statements.flatMap(({ content }) => content));
  const around = words.length - inside(statements.map(wholeOf));
  const isMost = said * 2 >= words.length;
  const isWhole = statements.some((one) => contains(part, wholeOf(one)));
  if (said <= WORDS_AROUND && !isMost && !isWhole) return "none";
  return around <= Math.max(WORDS_AROUND, said / ONE_AROUND) ? "all" : "some";
}

/** From the first to the last of source, cue and content. */
function wholeOf({ source, cue, content }: Statement): Span {
  const all = [...content, ...(source ? [source] : []), ...(cue ? [cue] : [])];
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}
