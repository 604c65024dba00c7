import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Span } from "../../src/language/span.js";
import { makeStory, type Sentence, type Story } from "../../src/story/story.js";

/** Where sets of questions with gold spans may lie, beside the project; they are read there and never copied. */
const FOLDER = "../shared/tuning";

const spansSchema = z.array(z.tuple([z.number(), z.number()]));

const setSchema = z.object({
  docs: z.array(z.object({ id: z.string(), paras: z.array(z.string()) })),
  questions: z.array(
    z.object({ id: z.string(), q: z.string(), docId: z.string(), para: z.number(), spans: spansSchema }),
  ),
});

export interface GoldQuestion {
  readonly question: string;
  readonly story: Story;
  /** Places in the body where the answer stands. */
  readonly gold: readonly Span[];
}

export interface TuningSet {
  readonly name: "squad-tuning" | "newsqa-tuning";
  readonly stories: readonly Story[];
  readonly questions: readonly GoldQuestion[];
}

/** The set of this name as stories and questions on them; undefined where the data is not there. */
export function tuningSet(name: "squad-tuning" | "newsqa-tuning"): TuningSet | undefined {
  const path = `${FOLDER}/${name}.json`;
  if (!existsSync(path)) return undefined;
  const { docs, questions } = setSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  // Line breaks inside a paragraph become paragraphs of their own; offsets into the whole text stay the same.
  const laidOut = docs.map(({ id, paras }) => {
    const starts: number[] = [];
    let body = "";
    for (const para of paras) {
      starts.push(body.length);
      body += `${para}\n`;
    }
    return { starts, story: makeStory(id, { publisher: name, language: "en" }, body) };
  });
  const byId = new Map(laidOut.map((doc) => [doc.story.id, doc]));
  return {
    name,
    stories: laidOut.map(({ story }) => story),
    questions: questions.flatMap(({ q, docId, para, spans }) => {
      const doc = byId.get(docId);
      const offset = doc?.starts[para];
      if (!doc || offset === undefined) return [];
      return [
        {
          question: q,
          story: doc.story,
          gold: spans.map(([start, end]) => ({ start: start + offset, end: end + offset })),
        },
      ];
    }),
  };
}

/** The sentence in which the gold span begins. */
export function sentenceOfGold({ story, gold }: GoldQuestion): Sentence | undefined {
  const start = gold[0]?.start ?? -1;
  return story.sentences.find((sentence) => sentence.start <= start && start < sentence.end);
}
