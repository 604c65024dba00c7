import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CorpusFolderError, CorpusReader, readCorpus } from "../../src/story/corpus.js";
import { describeFault } from "../../src/story/fault.js";
import { nameOf } from "../../src/story/story.js";
import { madeStory } from "../made-story.js";

const STORY = "---\npublisher: P\n---\nOne.\n";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus-"));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content = STORY) => writeFile(join(folder, name), content);

/** Ids of the stories, and the faults with their path from the folder on. */
async function outcome() {
  const { stories, faults } = await readCorpus(folder);
  return {
    stories: stories.map(({ id }) => id),
    faults: faults.map((fault) => describeFault(fault).slice(folder.length + 1)),
  };
}

describe("a corpus folder", () => {
  it("gives its stories in the order of their names", async () => {
    for (const name of ["b.md", "a.md", "c d.md", "é.md"]) await put(name);
    expect(await outcome()).toEqual({ stories: ["a", "b", "c d", "é"], faults: [] });
  });

  it("passes over other files, hidden ones and folders", async () => {
    for (const name of ["a.txt", "a.md.bak", "README", ".hidden.md", ".md", "A.MD"])
      await put(name, "no story");
    await mkdir(join(folder, "folder.md"));
    await mkdir(join(folder, "more"));
    await put("more/b.md");
    await symlink(folder, join(folder, "round.md"));
    expect(await outcome()).toEqual({ stories: [], faults: [] });
  });

  it("follows links to files", async () => {
    await put("story.txt");
    await symlink("story.txt", join(folder, "linked.md"));
    expect(await outcome()).toEqual({ stories: ["linked"], faults: [] });
  });

  it("names every file that cannot be read, and gives the others", async () => {
    await symlink("nowhere", join(folder, "dangling.md"));
    await symlink("itself.md", join(folder, "itself.md"));
    await symlink("pong.md", join(folder, "ping.md"));
    await symlink("ping.md", join(folder, "pong.md"));
    await symlink("/dev/null", join(folder, "device.md"));
    await put("story.md");
    expect(await outcome()).toEqual({
      stories: ["story"],
      faults: [
        "dangling.md:1: file: cannot be read (ENOENT)",
        "device.md:1: file: cannot be read (not a regular file)",
        "itself.md:1: file: cannot be read (ELOOP)",
        "ping.md:1: file: cannot be read (ELOOP)",
        "pong.md:1: file: cannot be read (ELOOP)",
      ],
    });
  });

  it("refuses ids that differ in letter case only, and still checks their files", async () => {
    await put("Strike.md");
    await put("strike.md", "no front matter");
    expect(await outcome()).toEqual({
      stories: ["Strike"],
      faults: [
        "strike.md:1: id: differs from that of Strike.md in letter case only",
        expect.stringMatching(/^strike\.md:1: front matter: is missing/),
      ],
    });
  });

  it("names the faults of all files at once, one a line", async () => {
    await put("a.md", "---\ntitle: T\n---\n");
    await put("b\nc.md", "");
    expect((await outcome()).faults).toEqual([
      "a.md:2: publisher: is missing",
      "a.md:4: body: is empty",
      expect.stringMatching(/^b c\.md:1: front matter: is missing/),
    ]);
  });

  it.each([
    ["missing", "nowhere", "does not exist"],
    ["a file", "file.md", "is not a folder"],
  ])("that is %s is refused", async (_, name, reason) => {
    await put("file.md");
    const path = join(folder, name);
    await expect(readCorpus(path)).rejects.toThrow(new CorpusFolderError(path, reason));
  });
});

describe("a corpus folder that is read again", () => {
  const changed = "---\npublisher: P\n---\nTwo.\n";

  async function readTwice(change: () => Promise<unknown>) {
    await put("a.md");
    await put("b.md");
    const reader = new CorpusReader(folder);
    const before = await reader.read();
    await change();
    const after = await reader.read();
    const known = new Set(before.stories);
    return after.stories.map((story) => `${story.id} ${known.has(story) ? "kept" : "new"}`);
  }

  it.each([
    ["nothing", () => Promise.resolve(), ["a kept", "b kept"]],
    ["a file that is written", () => put("a.md", changed), ["a new", "b kept"]],
    ["a file that is written with the same text", () => put("a.md"), ["a kept", "b kept"]],
    ["other line ends", () => put("a.md", STORY.replaceAll("\n", "\r\n")), ["a kept", "b kept"]],
    ["other front matter", () => put("a.md", STORY.replace("P", "Q")), ["a new", "b kept"]],
    ["a file that is added", () => put("aa.md"), ["a kept", "aa new", "b kept"]],
    ["a file that is removed", () => rm(join(folder, "a.md")), ["b kept"]],
  ])("reads again what is new: %s", async (_, change, stories) => {
    expect(await readTwice(change)).toEqual(stories);
  });

  it("sees a file that another one was renamed to, with the same size and time", async () => {
    const time = new Date("2025-01-01");
    const stories = await readTwice(async () => {
      await put("a.new", changed);
      await utimes(join(folder, "a.new"), time, time);
      await rename(join(folder, "a.new"), join(folder, "a.md"));
    });
    expect(stories).toEqual(["a new", "b kept"]);
  });

  it("keeps the story of a file that was faulty for a while", async () => {
    await put("a.md");
    const reader = new CorpusReader(folder);
    const [story] = (await reader.read()).stories;
    await put("a.md", "half a");
    expect(await reader.read()).toMatchObject({ stories: [], faults: [{ line: 1, field: "front matter" }] });
    await put("a.md");
    expect((await reader.read()).stories[0]).toBe(story);
  });
});

describe("the name of a story", () => {
  it.each([
    [{ title: "Talks fail", url: "https://example.org/a" }, "Talks fail"],
    [{ url: "https://example.org/a/harbour-strike-talks/33460707.html" }, "harbour-strike-talks"],
    [{ url: "https://example.org/harbour-strike.html?x=y#z" }, "harbour-strike"],
    [{ url: "https://example.org/" }, "made-story"],
    [{ url: "https://example.org/12/34" }, "made-story"],
    [{}, "made-story"],
  ])("of %j is %s", (about, name) => {
    expect(nameOf(madeStory(["One."], about))).toBe(name);
  });
});
