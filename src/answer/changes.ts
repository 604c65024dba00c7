import { diffArrays } from "diff";
import type { Span } from "../language/span.js";
import { isSameWord, type QuotedWord, wordsBetween } from "../retrieval/wordings.js";
import { type Story, wordsAt } from "../story/story.js";

/** A step from the story's words to the quotation's: kept, only in the quotation, or only in the story. */
export interface Change {
  readonly op: "equal" | "insert" | "delete";
  /** Where it stands: in the story's body, or for "insert" in the quotation. */
  readonly span: Span;
}

/** One change as it is shown, with the white space that separates it from the next. */
export interface ShownChange {
  readonly op: Change["op"];
  readonly text: string;
}

/** A part of a quotation and the place in the story that it is compared with; null where there is none. */
export interface Compared {
  readonly words: readonly QuotedWord[];
  readonly place: Span | null;
}

/** What differs, part after part; what the story has between two parts is missing in the quotation. */
export function changesOf(story: Story, parts: readonly Compared[]): Change[] {
  const changes: Change[] = [];
  let last: Span | null = null;
  for (const { words, place } of parts) {
    if (place && last) changes.push(...between(story, last, place));
    last = place ?? last;
    changes.push(...(place ? differences(story, place, words) : inserted(words)));
  }
  return merged(changes);
}

function between(story: Story, before: Span, after: Span): Change[] {
  return spanOf("delete", wordsBetween(story, { start: before.end, end: after.start }));
}

function inserted(words: readonly QuotedWord[]): Change[] {
  return spanOf("insert", words);
}

function spanOf(op: Change["op"], words: readonly Span[]): Change[] {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? [{ op, span: { start: first.start, end: last.end } }] : [];
}

function differences(story: Story, place: Span, words: readonly QuotedWord[]): Change[] {
  const told = wordsBetween(story, place);
  // The library takes the two sides as one type; a word of the story is never loose.
  const steps = diffArrays<QuotedWord>(
    told.map((word) => ({ ...word, loose: false })),
    [...words],
    { comparator: isSameWord },
  );
  let [inStory, inQuotation] = [0, 0];
  return steps.flatMap(({ added, removed, count }) => {
    const here = told.slice(inStory, inStory + count);
    const read = words.slice(inQuotation, inQuotation + count);
    if (!added) inStory += count;
    if (!removed) inQuotation += count;
    if (added) return spanOf("insert", read);
    return spanOf(removed ? "delete" : "equal", here);
  });
}

/** Neighbours of one kind as one. */
function merged(changes: readonly Change[]): Change[] {
  const whole: Change[] = [];
  for (const change of changes) {
    const last = whole.at(-1);
    if (last?.op !== change.op) whole.push(change);
    else whole.splice(-1, 1, { op: last.op, span: { start: last.span.start, end: change.span.end } });
  }
  return whole;
}

/**
 * The changes as texts. Those of "equal" and "delete" joined are exactly the story's words from the first place to the
 * last; those of "equal" and "insert" joined are the quotation's words.
 */
export function shownChanges(story: Story, quotation: string, changes: readonly Change[]): ShownChange[] {
  let readSoFar = "";
  return changes.map(({ op, span }, i) => {
    if (op !== "insert") {
      const next = changes.slice(i + 1).find((later) => later.op !== "insert");
      const text = wordsAt(story, { start: span.start, end: next?.span.start ?? span.end });
      if (op === "equal") readSoFar = text;
      return { op, text };
    }
    const before = readSoFar === "" || /\s$/.test(readSoFar) ? "" : " ";
    const after = changes.slice(i + 1).some((later) => later.op !== "delete") ? " " : "";
    readSoFar = `${quotation.slice(span.start, span.end)}${after}`;
    return { op, text: `${before}${readSoFar}` };
  });
}
