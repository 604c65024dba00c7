import { readFileSync } from "node:fs";
import { z } from "zod";
import { peopleOf } from "../../src/attribution/people.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";

const keySchema = z.strictObject({
  note: z.string(),
  people: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["person", "organization"]),
      description: z.string().nullable(),
      mentions: z.number(),
    }),
  ),
  optional: z.array(z.string()),
});

/** Who is named in the first story, against a key that was written by reading it. */
export function measurePeople(story: Story): { figures: Figures; failures: string[] } {
  const path = new URL("../../../tests/evaluation/people/first-story.json", import.meta.url);
  const key = keySchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const found = peopleOf(story);
  const of = (kind: "person" | "organization") => key.people.filter((one) => one.kind === kind);
  const right = (kind: "person" | "organization") =>
    of(kind).filter(({ name }) => found.some((one) => one.name === name && one.kind === kind));
  const wrong = found.filter(
    ({ name, kind }) =>
      !key.optional.includes(name) && !key.people.some((one) => one.name === name && one.kind === kind),
  );
  const described = key.people.filter(({ name, description }) => {
    const one = found.find((other) => other.name === name);
    const words = one?.description ? wordsAt(story, one.description) : null;
    return description === null ? words === null : words !== null && description.includes(words);
  });
  const missed = key.people.filter((one) => !right(one.kind).includes(one));
  return {
    figures: {
      [`first story: persons found, of ${of("person").length}`]: right("person").length,
      [`first story: organizations found, of ${of("organization").length}`]: right("organization").length,
      "first story: false persons and organizations": wrong.length,
      [`first story: descriptions right, of ${key.people.length}`]: described.length,
    },
    failures: [
      ...missed.map(({ name }) => `not found: ${name}`),
      ...wrong.map(({ name }) => `nobody: ${name}`),
    ],
  };
}
