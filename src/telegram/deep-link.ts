import type { Sentence, Story } from "../story/story.js";
import { passageKey } from "./passage-key.js";

/** Begins the payload of a link to a passage. */
const PASSAGE = "p-";

/** A link with which a reader passes a passage on: it opens the bot's private chat at the passage. */
export function shareLink(bot: string, story: Story, sentence: Sentence): string {
  const link = `https://t.me/${bot}?start=${PASSAGE}${passageKey(story, sentence)}`;
  return `https://t.me/share/url?url=${encodeURIComponent(link)}`;
}

/** The key of the passage that a /start payload leads to. */
export function passageBehind(payload: string): string | undefined {
  return payload.startsWith(PASSAGE) ? payload.slice(PASSAGE.length) : undefined;
}
