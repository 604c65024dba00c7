import { sentences } from "../language/sentences.js";
import { type Span, shifted } from "../language/span.js";
import { atOnce, type Work } from "../slices.js";
import type { FrontMatter } from "./front-matter.js";

/** A sentence of a story: its place in the body and the paragraph that it stands in. */
export interface Sentence extends Span {
  /** Number of the paragraph, from 1. */
  readonly paragraph: number;
}

/** A story, read once. All spans count UTF-16 code units of `body`. */
export interface Story {
  /** The file's name without its ending. */
  readonly id: string;
  readonly about: FrontMatter;
  readonly body: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
}

export function makeStory(id: string, about: FrontMatter, body: string): Story {
  return atOnce(makingStory(id, about, body));
}

/** The same, paragraph by paragraph. */
export function* makingStory(id: string, about: FrontMatter, body: string): Work<Story> {
  const paragraphs = paragraphsOf(body);
  const all: Sentence[] = [];
  for (const [index, { start, end }] of paragraphs.entries()) {
    for (const sentence of sentences(body.slice(start, end))) {
      all.push({ ...shifted(sentence, start), paragraph: index + 1 });
    }
    yield;
  }
  return { id, about, body, paragraphs, sentences: all };
}

/** One paragraph a line; lines of nothing but white space are between paragraphs. */
export function paragraphsOf(body: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const line of body.split("\n")) {
    if (line.trim() !== "") paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return paragraphs;
}

/** The one place where words are cut from a story. */
export function wordsAt(story: Story, span: Span): string {
  return story.body.slice(span.start, span.end);
}

/**
 * What a reader sees where a title would stand: the title, or, where it is not known, the readable part of the
 * address ("harbour-strike-talks" of https://example.org/a/harbour-strike-talks/123.html), or the id.
 */
export function nameOf(story: Story): string {
  const name = names.get(story) ?? readName(story);
  names.set(story, name);
  return name;
}

/** Kept as long as the story itself: every answer has its name, and reading an address takes a while. */
const names = new WeakMap<Story, string>();

function readName(story: Story): string {
  if (story.about.title !== undefined) return story.about.title;
  if (story.about.url === undefined) return story.id;
  const parts = new URL(story.about.url).pathname.split("/").map((part) => part.replace(/\.\w+$/, ""));
  const slug = parts.filter((part) => /[a-z]{2}/i.test(part)).sort((a, b) => b.length - a.length)[0];
  return slug ?? story.id;
}
