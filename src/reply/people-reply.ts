import type { NamedIn } from "../answer/people.js";
import { wordsAt } from "../story/story.js";
import { pageOf } from "./pages.js";
import { type Block, line, origin, type Reply } from "./reply.js";
import { WORDING } from "./wording.js";

/** All who are named, each with its description, and below those of each story where it was published. */
export function replyToPeople(people: readonly NamedIn[]): Reply {
  if (people.length === 0) return [line(WORDING.nobodyNamed)];
  return [line(WORDING.people), ...blocksOf(people), line(WORDING.theirWords)];
}

/**
 * As many as fit into one message.
 * @param page from 1; one that is past the last is the last
 */
export function peoplePage(people: readonly NamedIn[], page: number): Reply {
  const { shown, more, next } = pageOf(people, page, blocksOf);
  return [...replyToPeople(shown), ...(more > 0 ? [line(WORDING.morePeople(more, next))] : [])];
}

function blocksOf(people: readonly NamedIn[]): Block[] {
  return people.flatMap(({ story, named }, i) => {
    const description = named.description && wordsAt(story, named.description);
    const own = line(WORDING.named(named.name, description, named.statements.length));
    return people[i + 1]?.story === story ? [own] : [own, origin(story)];
  });
}
