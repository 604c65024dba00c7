import { isPublisher } from "../attribution/publisher.js";
import { bareName, isNameOf } from "../attribution/same-name.js";
import type { Speaker } from "../attribution/speaker.js";
import type { Voice } from "../attribution/voice.js";
import { whoseWords } from "../attribution/whose-words.js";
import type { Span } from "../language/span.js";
import { spelledWords, wordCount } from "../language/spelling.js";
import { isNamedIn } from "../retrieval/named.js";
import { findRun, type QuotedWord } from "../retrieval/wordings.js";
import type { Story } from "../story/story.js";
import { type Change, changesOf } from "./changes.js";
import type { Library } from "./library.js";
import { nearestSentence, nearestWording } from "./nearest-wording.js";
import { type Claimed, parseClaim } from "./quotation-claim.js";
import { placesWordForWord } from "./word-for-word.js";

/** Fewer words than this are everybody's: that they stand in a story shows nothing. */
const QUOTATION_FROM = 4;

/** A part of fewer words stands in many stories by chance. */
const TELLING_PART = 3;

/** What the stories show of a quotation. */
export type Check = Claimed &
  (
    | { readonly verdict: "short" }
    /** `nearest` is a sentence that shares words with it. */
    | { readonly verdict: "absent"; readonly nearest: (Span & { readonly story: Story }) | null }
    | FoundQuotation
  );

export interface FoundQuotation {
  readonly verdict: "verbatim" | "altered";
  readonly story: Story;
  /** From the first part to the last. */
  readonly span: Span;
  /** The places of its parts, in order. */
  readonly parts: readonly Span[];
  readonly changes: readonly Change[];
  readonly voice: Voice["voice"];
  readonly speaker: Speaker | null;
  /** Whether it is whose it is claimed to be; null where nobody is claimed. */
  readonly attribution: "agrees" | "differs" | "unknown" | null;
}

/** Checks a line, with the name that stands in it. Words that stand in a story as they are make no claim. */
export function checkLine(library: Library, line: string): Check {
  const parsed = parseClaim(line, library.stories);
  if (parsed.claimed !== null) {
    const whole = check(library, { quotation: line.trim(), claimed: null });
    if (whole.verdict === "verbatim") return whole;
  }
  return check(library, parsed);
}

/** Whether a quotation stands in the stories word for word, and who said it. Never throws for a quotation. */
export function check(library: Library, { quotation, claimed }: Claimed): Check {
  const words = spelledWords(quotation);
  if (wordCount(quotation, words) < QUOTATION_FROM) return { quotation, claimed, verdict: "short" };
  const parts = partsOf(quotation, words);
  const verbatim = placesWordForWord(library.stories, parts).map((placed) =>
    found("verbatim", claimed, placed.story, placed.parts, placed.places),
  );
  const best =
    verbatim.find(({ attribution }) => attribution === "agrees") ??
    verbatim.find(({ speaker }) => speaker !== null) ??
    verbatim[0];
  if (best) return { quotation, claimed, ...best };
  const near = nearestWording(library, parts);
  if (near && (near.isAlteration || standInOtherOrder(library.stories, parts))) {
    return { quotation, claimed, ...found("altered", claimed, near.story, near.parts, near.places) };
  }
  return { quotation, claimed, verdict: "absent", nearest: nearestSentence(library, parts) };
}

/** Cut at each ellipsis; letter case does not matter at the ends of a part. */
function partsOf(quotation: string, words: readonly Omit<QuotedWord, "loose">[]): QuotedWord[][] {
  const parts: Omit<QuotedWord, "loose">[][] = [];
  for (const [i, word] of words.entries()) {
    const gap = quotation.slice(words[i - 1]?.end ?? word.start, word.start);
    const part = parts.at(-1);
    if (part && !/…|\.\.\.|\. \. \./.test(gap)) part.push(word);
    else parts.push([word]);
  }
  return parts.map((part) => part.map((word, i) => ({ ...word, loose: i === 0 || i === part.length - 1 })));
}

/** Parts that all stand somewhere word for word, but not one after the other. */
function standInOtherOrder(stories: readonly Story[], parts: readonly (readonly QuotedWord[])[]): boolean {
  if (parts.length < 2 || parts.some((part) => part.length < TELLING_PART)) return false;
  return parts.every((part) => stories.some((story) => findRun(story, part)));
}

function found(
  verdict: FoundQuotation["verdict"],
  claimed: string | null,
  story: Story,
  parts: readonly (readonly QuotedWord[])[],
  places: readonly (Span | null)[],
): FoundQuotation {
  const known = places.filter((place) => place !== null);
  const span = { start: known[0]?.start ?? 0, end: known.at(-1)?.end ?? 0 };
  const changes = changesOf(
    story,
    parts.map((words, i) => ({ words, place: places[i] ?? null })),
  );
  const voice = whoseWords(story, known);
  return {
    verdict,
    story,
    span,
    parts: known,
    changes,
    ...voice,
    attribution: claimed === null ? null : attributionOf(claimed, story, voice),
  };
}

function attributionOf(claimed: string, story: Story, { voice, speaker }: Voice) {
  if (speaker) return isNameOf(claimed, speaker.name) ? "agrees" : "differs";
  const { publisher } = story.about;
  if (voice === "publisher" && (isNameOf(claimed, publisher) || isPublisher(claimed, publisher)))
    return "agrees";
  const isNamed = isNamedIn(story, claimed) || isNamedIn(story, bareName(claimed));
  return isNamed ? "unknown" : "differs";
}
