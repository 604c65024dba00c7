import type { FrontMatter } from "../src/story/front-matter.js";
import { makeStory, type Story } from "../src/story/story.js";

/** A story out of its paragraphs, as the file reader would make it. */
export function madeStory(
  paragraphs: readonly string[],
  about: Partial<FrontMatter> = {},
  id = "made-story",
): Story {
  return makeStory(id, { publisher: "Harbour Daily", language: "en", ...about }, paragraphs.join("\n"));
}
