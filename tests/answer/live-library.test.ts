import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { ask } from "../../src/answer/ask.js";
import { checkLine } from "../../src/answer/check.js";
import { type Library, openLibrary } from "../../src/answer/library.js";
import { LiveLibrary } from "../../src/answer/live-library.js";
import { namedIn } from "../../src/answer/people.js";
import { statementsIn } from "../../src/answer/quotes.js";
import { timelineOf } from "../../src/answer/timeline.js";
import { CorpusReader, readCorpus } from "../../src/story/corpus.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const SENTENCES = [
  "The harbour office closed the port on Monday, 3 March 2025.",
  "“The strike ends on Friday,” said Jane Roe, a lawyer.",
  "John Doe, the minister, told reporters that 35,000 people work there.",
  "She denied it.",
  "Dockers walked out two days later, according to the Federal Harbour Office.",
];

const QUESTIONS = [
  "Who closed the port?",
  "What did Jane Roe say?",
  "How many people work there?",
  "Who denied it?",
  "What did Jon Doe say about work?",
  "Where is the weather good?",
];

/** All that readers may be shown of a library, without the objects of its stories. */
function shown(library: Library) {
  const answers = [
    ...QUESTIONS.map((question) => ask(library, question, { limit: 3 })),
    checkLine(library, "The strike ends on a Friday — John Doe"),
    statementsIn(library.stories),
    namedIn(library.stories),
    timelineOf(library.stories),
  ];
  return JSON.parse(JSON.stringify(answers, (key, value) => (key === "story" ? value.id : value)));
}

const file = (body: string) => `---\npublisher: P\npublished: 2025-03-10\n---\n${body}\n`;

const name = fc.constantFrom("a.md", "b.md", "c.md");
const body = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 })
  .map((sentences) => sentences.join("\n"));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name, content: body.map(file) }) },
  { weight: 2, arbitrary: fc.record({ name, content: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ name, content: fc.constant("no front matter") }) },
);

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "live-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const put = (folder: string, { name, content }: { name: string; content: string | null }) =>
  content === null ? rm(join(folder, name), { force: true }) : writeFile(join(folder, name), content);

describe("a library that is renewed", () => {
  it("answers after any changes of its folder as one that is opened anew, or as before where a file is faulty", () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) =>
        inFolder(async (folder) => {
          await put(folder, { name: "d.md", content: file(SENTENCES.join("\n")) });
          const reader = new CorpusReader(folder);
          const live = new LiveLibrary(openLibrary((await reader.read()).stories));
          let expected = shown(live.current);
          for (const change of steps) {
            await put(folder, change);
            await live.renew(await reader.read());
            const { stories, faults } = await readCorpus(folder);
            if (faults.length === 0) expected = shown(openLibrary(stories));
            expect(live.status.faults).toEqual(faults);
            expect(shown(live.current)).toEqual(expected);
          }
        }),
      ),
      { numRuns: 8 },
    ));

  it("says since when it answers, from how many stories, and what is wrong with those that were changed", async () => {
    const [one, other] = [madeStory(["One."], {}, "one"), madeStory(["Two."], {}, "other")];
    const live = new LiveLibrary(openLibrary([one]));
    const { loaded } = live.status;
    const fault = { file: "corpus/x.md", line: 3, field: "published", message: "is no date" };
    expect(await live.renew({ stories: [one], faults: [fault] })).toBe(false);
    expect(live.status).toEqual({ loaded, stories: 1, faults: [fault] });
    expect(await live.renew({ stories: [one], faults: [] })).toBe(false);
    expect(live.status).toEqual({ loaded, stories: 1, faults: [] });
    expect(await live.renew({ stories: [one, other], faults: [] })).toBe(true);
    expect(live.status).toMatchObject({ stories: 2, faults: [] });
  });

  it("answers from the whole old corpus until it answers from the whole new one", async () => {
    const stories = (told: string) =>
      Array.from({ length: 240 }, (_, i) =>
        madeStory(
          Array.from({ length: 10 }, () => `The port of town ${i} was ${told}.`),
          {},
          `story-${i}`,
        ),
      );
    const [before, after] = [stories("closed"), stories("opened")];
    const live = new LiveLibrary(openLibrary(before));
    const answerOf = (library: Library) => {
      const { confidence, excerpts } = ask(library, "What happened to the port of town 7?", { limit: 3 });
      return JSON.stringify([confidence, excerpts.map(({ story, span }) => wordsAt(story, span))]);
    };
    const answer = () => answerOf(live.current);
    const old = answer();
    const seen: string[] = [];
    let isRenewed = false;
    const renewal = live.renew({ stories: after, faults: [] }).then(() => {
      isRenewed = true;
    });
    while (!isRenewed) {
      seen.push(answer());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await renewal;
    expect(answer()).toBe(answerOf(openLibrary(after)));
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set([old, answer(), ...seen]).size).toBe(2);
  });

  it("lets go of stories that are no more", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const kept = madeStory(SENTENCES, {}, "kept");
    const live = new LiveLibrary(openLibrary([kept]));
    const gone: WeakRef<Story>[] = [];
    const change = async (i: number) => {
      const story = madeStory([...SENTENCES, `Number ${i}.`], {}, "changed");
      gone.push(new WeakRef(story));
      await live.renew({ stories: [kept, story], faults: [] });
      shown(live.current);
    };
    for (let i = 0; i < 10; i++) await change(i);
    await live.renew({ stories: [kept], faults: [] });
    // What was just looked at stays until the end of its turn.
    await vi.waitFor(() => {
      collect();
      expect(gone.filter((story) => story.deref() !== undefined)).toEqual([]);
    });
  });
});
