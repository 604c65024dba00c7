import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Corpus, CorpusReader } from "../../src/story/corpus.js";
import { CorpusWatch } from "../../src/story/corpus-watch.js";
import { describeFault } from "../../src/story/fault.js";

/** In milliseconds. */
const TIMES = { lookEvery: 10, settled: 30 };

const story = (text: string) => `---\npublisher: P\n---\n${text}\n`;

let parent: string;
let folder: string;
let watch: CorpusWatch;
/** Of each corpus that was given: the bodies of its stories by id, and its faults. */
let given: string[][];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "watch-"));
  folder = join(parent, "corpus");
  await mkdir(folder);
  await writeFile(join(parent, "elsewhere"), story("Elsewhere."));
  await symlink("../elsewhere", join(folder, "linked.md"));
  await put("a.md", "One.");
  const reader = new CorpusReader(folder);
  await reader.read();
  given = [];
  watch = new CorpusWatch(reader, async (corpus) => void given.push(shown(corpus)), TIMES);
  void watch.run();
});

afterEach(async () => {
  watch.stop();
  await rm(parent, { recursive: true });
});

const put = (name: string, text: string) => writeFile(join(folder, name), story(text));

function shown({ stories, faults }: Corpus): string[] {
  return [
    ...stories.map(({ id, body }) => `${id}: ${body}`),
    ...faults.map((fault) => describeFault(fault).replace(`${folder}/`, "").replace(folder, "corpus")),
  ];
}

const LINKED = "linked: Elsewhere.";

it.each<[string, () => Promise<unknown>, string[]]>([
  ["written", () => put("a.md", "Two."), ["a: Two.", LINKED]],
  ["added", () => put("b.md", "Two."), ["a: One.", "b: Two.", LINKED]],
  ["removed", () => rm(join(folder, "a.md")), [LINKED]],
  [
    "saved under another name and renamed",
    async () => {
      await put("a.md~", "Two.");
      await rename(join(folder, "a.md~"), join(folder, "a.md"));
    },
    ["a: Two.", LINKED],
  ],
  [
    "moved away and written anew",
    async () => {
      await rename(join(folder, "a.md"), join(folder, "a.md~"));
      await put("a.md", "Two.");
    },
    ["a: Two.", LINKED],
  ],
  [
    "changed where a link leads",
    () => writeFile(join(parent, "elsewhere"), story("Changed.")),
    ["a: One.", "linked: Changed."],
  ],
  [
    "in a folder that takes the place of the other",
    async () => {
      await mkdir(join(parent, "next"));
      await writeFile(join(parent, "next", "c.md"), story("Three."));
      await rename(folder, join(parent, "last"));
      await rename(join(parent, "next"), folder);
    },
    ["c: Three."],
  ],
  [
    "faulty",
    () => writeFile(join(folder, "a.md"), "---\npublisher: P\npublished: soon\n---\nOne.\n"),
    [LINKED, expect.stringMatching(/^a\.md:3: published: /)],
  ],
  [
    "removed with all others",
    () => Promise.all(["a.md", "linked.md"].map((name) => rm(join(folder, name)))),
    ["corpus:1: folder: holds no story"],
  ],
  [
    "removed with its folder",
    () => rename(folder, join(parent, "gone")),
    ["corpus:1: folder: does not exist"],
  ],
])("a file that is %s is noticed", async (_, change, expected) => {
  await change();
  await vi.waitFor(() => expect(given.at(-1)).toEqual(expected));
});

it("reports a folder that is back, though nothing in it has changed", async () => {
  await rename(folder, join(parent, "gone"));
  await vi.waitFor(() => expect(given).not.toEqual([]));
  await rename(join(parent, "gone"), folder);
  await vi.waitFor(() => expect(given.at(-1)).toEqual(["a: One.", LINKED]));
});

/** A reader whose file grows by a piece whenever it is looked at. */
class Growing extends CorpusReader {
  readonly #pieces = ["One", " two", " three."];

  override async look() {
    const piece = this.#pieces.shift();
    if (piece !== undefined) await appendFile(join(folder, "a.md"), piece);
    return await super.look();
  }
}

it("waits for the end of a file that is written in pieces", async () => {
  watch.stop();
  await writeFile(join(folder, "a.md"), "---\npublisher: P\n---\n");
  watch = new CorpusWatch(new Growing(folder), async (corpus) => void given.push(shown(corpus)), TIMES);
  void watch.run();
  await vi.waitFor(() => expect(given).not.toEqual([]));
  expect(given).toEqual([["a: One two three.", LINKED]]);
});

it("reads all when it is told to, though nothing has changed", async () => {
  watch.readAll();
  await vi.waitFor(() => expect(given).not.toEqual([]));
  expect(given[0]).toEqual(["a: One.", LINKED]);
});
