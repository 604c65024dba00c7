import { contains, type Span } from "../language/span.js";
import { atOnce, type Work } from "../slices.js";
import type { Story } from "../story/story.js";
import { castOf } from "./cast.js";
import { sitesOf } from "./name-sites.js";
import { organizationsAt } from "./organizations.js";
import { personsAt } from "./persons.js";
import { readingsOf } from "./reading.js";
import { isNameOf } from "./same-name.js";
import { readingStatements, type Statement, statementsOf } from "./statements.js";
import { learnedWeights } from "./weights-file.js";

/** A person or an organization that a story names. Spans count in the body. */
export interface Named {
  /** Made of the story's words. */
  readonly name: string;
  readonly kind: "person" | "organization";
  /** Who that is, in the story's words. */
  readonly description: Span | null;
  /** Names and short forms, in the order of the text; no pronouns. */
  readonly mentions: readonly Span[];
  /** What it says. */
  readonly statements: readonly Statement[];
}

/** Kept as long as the story itself; made when it is first asked for. */
const known = new WeakMap<Story, readonly Named[]>();

/** Persons and organizations that a story names, in the order in which they come in. Never throws. */
export function peopleOf(story: Story): readonly Named[] {
  return atOnce(readingPeople(story));
}

/** The same, step by step. */
export function* readingPeople(story: Story): Work<readonly Named[]> {
  const kept = known.get(story) ?? (yield* readPeople(story));
  known.set(story, kept);
  return kept;
}

/** What the story says of a speaker, first where it lets that one speak; null where it says nothing. */
export function describedAs(story: Story, name: string): Span | null {
  const spoken = statementsOf(story).find(
    ({ speaker, description }) => speaker?.name === name && description !== null,
  );
  if (spoken?.description) return spoken.description;
  // Only a whole name is worth reading the story for: "Analysts" and "the harbour office" are described by themselves.
  if (!/^\p{Lu}\S* \p{Lu}/u.test(name)) return null;
  return peopleOf(story).find((one) => one.name === name)?.description ?? null;
}

function* readPeople(story: Story): Work<Named[]> {
  const statements = yield* readingStatements(story);
  const readings = yield* readingsOf(story, learnedWeights().cueRate);
  const sites = sitesOf(readings, castOf(readings));
  yield;
  const bodies = organizationsAt(story.body, readings, sites);
  yield;
  const taken = bodies.flatMap(({ mentions }) => mentions);
  const free = sites.filter(({ mention }) => !taken.some((span) => contains(span, mention)));
  const persons = personsAt(free);
  const all = [
    ...persons.map((one) => ({ ...one, kind: "person" as const })),
    ...bodies.map((one) => ({ ...one, kind: "organization" as const })),
  ];
  const speakers: ((typeof all)[number] | undefined)[] = [];
  for (const { speaker } of statements) {
    yield;
    const exact = all.find(({ name }) => name === speaker?.name);
    const [one, ...others] = speaker ? all.filter(({ name }) => isNameOf(name, speaker.name)) : [];
    speakers.push(exact ?? (others.length === 0 ? one : undefined));
  }
  return all
    .map((one) => {
      const own = statements.filter((_, i) => speakers[i] === one);
      const spoken = own.find(({ description }) => description !== null)?.description;
      return { ...one, description: one.description ?? spoken ?? null, statements: own };
    })
    .toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}
