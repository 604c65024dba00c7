import { type NamedIn, namedIn } from "../answer/people.js";
import { replyToPeople } from "../reply/people-reply.js";
import { type Screen, terminalText } from "../reply/terminal-text.js";
import { WORDING } from "../reply/wording.js";
import type { Story } from "../story/story.js";
import type { Print } from "./commands.js";
import { textSpan } from "./text-span.js";

/** Every person and organization that the stories name. */
export async function peopleCommand(
  stories: readonly Story[],
  json: boolean,
  screen: Screen,
  print: Print,
): Promise<void> {
  const people = namedIn(stories);
  if (!json) await print(`${terminalText(replyToPeople(people, WORDING.theirWordsInTerminal), screen)}\n`);
  else for (const one of people) await print(namedJson(one));
}

/** One line of `people --json`; the shape is part of the program's interface. */
function namedJson({ story, named }: NamedIn): string {
  const { name, kind, description, mentions, statements } = named;
  return JSON.stringify({
    story: story.id,
    name,
    kind,
    description: description && textSpan(story, description),
    mentions: mentions.map(({ start, end }) => ({ start, end })),
    statements: statements.length,
  });
}
