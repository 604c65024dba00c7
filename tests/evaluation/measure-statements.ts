import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Statement, statementsOf } from "../../src/attribution/statements.js";
import { overlaps, type Span } from "../../src/language/span.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import type { Figures } from "./figures.js";

const keySchema = z.object({
  story: z.string(),
  certain: z.array(
    z.object({
      source: z.string(),
      cue: z.string(),
      content: z.array(z.string()),
      kind: z.enum(["direct", "indirect", "mixed"]),
      /** Any of these is right; null where it is right to name nobody. */
      speaker: z.array(z.string().nullable()),
      basis: z.enum(["stated", "inferred"]),
    }),
  ),
  noStatements: z.array(z.string()),
});

/** Statements of a story of the corpus that are certain, and wordings that are none, written by reading the story only. */
export type StatementKey = z.infer<typeof keySchema>;

export function statementKey(storyId: string): StatementKey {
  const path = `tests/evaluation/statements/${storyId}.json`;
  return keySchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

export interface Judged {
  /** Certain statements found with the right speaker. */
  readonly found: number;
  readonly missed: readonly string[];
  /** Found, but under a name that is wrong. */
  readonly wrongNames: readonly string[];
}

/** A certain statement is found where one shares words with each part of its content and with its cue. */
export function judged(key: StatementKey, story: Story, statements: readonly Statement[]): Judged {
  const missed: string[] = [];
  const wrongNames: string[] = [];
  for (const certain of key.certain) {
    const places = certain.content.map((text) => placeOf(story, text));
    const one = statements.find(
      ({ content, cue }) =>
        places.every((place) => content.some((span) => overlaps(span, place))) &&
        cue !== null &&
        wordsAt(story, cue).includes(certain.cue),
    );
    const name = one?.speaker?.name ?? null;
    if (one && certain.speaker.includes(name)) continue;
    if (name === null) missed.push(`${certain.source} ${certain.cue} …`);
    else wrongNames.push(`${certain.source} ${certain.cue} …: ${name}`);
  }
  return { found: key.certain.length - missed.length - wrongNames.length, missed, wrongNames };
}

function placeOf(story: Story, text: string): Span {
  const start = story.body.indexOf(text);
  if (start < 0) throw new Error(`not in ${story.id}: ${text}`);
  return { start, end: start + text.length };
}

export function measureStatements(story: Story): { figures: Figures; failures: string[] } {
  const key = statementKey(story.id);
  const { found, missed, wrongNames } = judged(key, story, statementsOf(story));
  return {
    figures: {
      [`first story: certain statements found, of ${key.certain.length}`]: found,
      "first story: wrong names": wrongNames.length,
    },
    failures: [...missed, ...wrongNames],
  };
}
