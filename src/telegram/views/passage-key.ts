import { createHash } from "node:crypto";
import type { Sentence, Story } from "../../story/story.js";

/** Base64 characters of a story's id and of its text in a key: 30 bits tell 1,000 ids apart, 24 whether a text is the same. */
const ID_LENGTH = 5;
const TEXT_LENGTH = 4;

/** Length of a story's key; a sentence's number, in base 36, follows it in that of a passage. */
const STORY_LENGTH = ID_LENGTH + TEXT_LENGTH;

/** Stories that a button is about, by their key. */
export type FoundStories =
  | { readonly kind: "found"; readonly stories: readonly Story[] }
  | { readonly kind: "changed" | "gone" };

/** A passage by its key; `changed` where the story has another text now, `gone` where there is no such story. */
export type FoundPassage =
  | { readonly kind: "found"; readonly story: Story; readonly sentence: Sentence }
  | { readonly kind: "changed" | "gone" };

/** What stands for a passage in buttons and links: letters, digits, "-" and "_", the same in every process. */
export function passageKey(story: Story, sentence: Sentence): string {
  return `${storyKey(story)}${story.sentences.indexOf(sentence).toString(36)}`;
}

export function passageOf(stories: readonly Story[], key: string): FoundPassage {
  const index = key.slice(STORY_LENGTH);
  const found = storiesOf(stories, key.slice(0, STORY_LENGTH));
  if (found.kind !== "found") return found;
  const [story] = /^[0-9a-z]{1,4}$/.test(index) ? found.stories : [];
  const sentence = story?.sentences[Number.parseInt(index, 36)];
  return story && sentence ? { kind: "found", story, sentence } : { kind: "gone" };
}

/** What stands for some of the stories that there are: for one, or for all together. */
export function storiesKey(stories: readonly Story[]): string {
  const [only, ...others] = stories;
  if (only && others.length === 0) return storyKey(only);
  return remembered(corpusKeys, stories, () => hash(stories.map(storyKey).join(" ")).slice(0, ID_LENGTH));
}

/** @param all the stories that there are now */
export function storiesOf(all: readonly Story[], key: string): FoundStories {
  if (key.length === ID_LENGTH) {
    return storiesKey(all) === key ? { kind: "found", stories: all } : { kind: "changed" };
  }
  const story = storiesById(all).get(key.slice(0, ID_LENGTH));
  if (!story || key.length !== STORY_LENGTH) return { kind: "gone" };
  return storyKey(story) === key ? { kind: "found", stories: [story] } : { kind: "changed" };
}

function storyKey(story: Story): string {
  return remembered(
    storyKeys,
    story,
    () => `${hash(story.id).slice(0, ID_LENGTH)}${hash(story.body).slice(0, TEXT_LENGTH)}`,
  );
}

function storiesById(stories: readonly Story[]): ReadonlyMap<string, Story> {
  return remembered(
    byId,
    stories,
    () => new Map(stories.map((story) => [storyKey(story).slice(0, ID_LENGTH), story])),
  );
}

const storyKeys = new WeakMap<Story, string>();
const corpusKeys = new WeakMap<readonly Story[], string>();
const byId = new WeakMap<readonly Story[], ReadonlyMap<string, Story>>();

function remembered<K extends object, V>(memory: WeakMap<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
