import { type Named, peopleOf } from "../attribution/people.js";
import type { Story } from "../story/story.js";

/** Somebody with the story that names it. */
export interface NamedIn {
  readonly story: Story;
  readonly named: Named;
}

/** Persons and organizations of some stories, in the order in which they come in. */
export function namedIn(stories: readonly Story[]): NamedIn[] {
  return stories.flatMap((story) => peopleOf(story).map((named) => ({ story, named })));
}
