import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CorpusFolderError, readCorpus } from "../../src/story/corpus.js";
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
