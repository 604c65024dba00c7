import type { Span } from "../language/span.js";
import { type Story, wordsAt } from "../story/story.js";

/** Longer passages are named by their first and last words: addresses stay short, small differences inside do no harm. */
const WHOLE_UP_TO = 80;

/** Words that name the beginning and the end; more at the beginning where that many stand twice in the story. */
const EDGE_WORDS = 5;

/**
 * The story's address with a text fragment that makes a browser scroll to the passage and mark it; undefined where the
 * story has no address. Form: https://wicg.github.io/scroll-to-text-fragment/ (`#:~:text=start,end`).
 * @param passage must lie in one paragraph: one exact text is not found across two
 */
export function linkTo(story: Story, passage: Span): string | undefined {
  const { url } = story.about;
  if (url === undefined) return undefined;
  const words = wordsAt(story, passage).split(/\s+/);
  const text = words.join(" ");
  const directive =
    text.length <= WHOLE_UP_TO || words.length < 2 * EDGE_WORDS ? encoded(text) : edges(story, words);
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

function edges(story: Story, words: readonly string[]): string {
  let count = EDGE_WORDS;
  const last = words.slice(-EDGE_WORDS).join(" ");
  while (count < words.length - EDGE_WORDS && standsTwice(story, words.slice(0, count).join(" "))) count++;
  return `${encoded(words.slice(0, count).join(" "))},${encoded(last)}`;
}

/** Browsers look for the words in any letter case. */
function standsTwice(story: Story, words: string): boolean {
  const [text, wanted] = [inSmallLetters(story), words.toLowerCase()];
  const first = text.indexOf(wanted);
  return first >= 0 && text.indexOf(wanted, first + 1) >= 0;
}

/** Kept as long as the story itself: every answer has a link. */
const known = new WeakMap<Story, string>();

function inSmallLetters(story: Story): string {
  const text = known.get(story) ?? story.body.toLowerCase();
  known.set(story, text);
  return text;
}

/** Percent-encoded; also the dash, which would otherwise end a prefix or begin a suffix. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
