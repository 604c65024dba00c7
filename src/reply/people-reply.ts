import type { NamedIn } from "../answer/people.js";
import { wordsAt } from "../story/story.js";
import { type Block, line, origin, type Reply } from "./reply.js";
import { WORDING } from "./wording.js";

/**
 * All who are named, each with its description, and below those of each story where it was published.
 * @param next how to ask for somebody's words, where this is shown
 */
export function replyToPeople(people: readonly NamedIn[], next: string): Reply {
  if (people.length === 0) return [line(WORDING.nobodyNamed)];
  return [line(WORDING.people), ...peopleBlocks(people), line(next)];
}

/** Each with its description, and below those of each story where it was published. */
export function peopleBlocks(people: readonly NamedIn[]): Block[] {
  return people.flatMap(({ story, named }, i) => {
    const description = named.description && wordsAt(story, named.description);
    const own = line(WORDING.named(named.name, description, named.statements.length));
    return people[i + 1]?.story === story ? [own] : [own, origin(story)];
  });
}
