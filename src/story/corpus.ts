import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { inSlices } from "../slices.js";
import type { CorpusFault } from "./fault.js";
import { readingStoryFile, type StoryFile } from "./file.js";
import type { Story } from "./story.js";

/** Every story file of a folder: those that are right as stories, all that is wrong with the others as faults. */
export interface Corpus {
  readonly stories: readonly Story[];
  readonly faults: readonly CorpusFault[];
}

/** The corpus folder itself cannot be used; a matter of configuration, not of a story. */
export class CorpusFolderError extends Error {
  override readonly name = "CorpusFolderError";
  /** What is wrong with it: "does not exist". */
  readonly reason: string;

  constructor(folder: string, reason: string) {
    super(`the corpus folder ${folder} ${reason}`);
    this.reason = reason;
  }
}

/** For each `*.md` of a folder, in the order of their names, a word that is another one when the file has changed. */
export type Look = ReadonlyMap<string, string>;

interface Kept {
  readonly stamp: string;
  readonly file: StoryFile;
  /** What stood in the file when it was last right. */
  readonly good: Story | undefined;
}

/** So many files are looked at together; fewer, and each would wait for its turn behind what else the bot does. */
const TOGETHER = 256;

/**
 * Reads all `*.md` of a folder. Other files, hidden ones and folders are passed over; links to files are followed.
 * What was read before is read again only where its file has changed, and a story that is the same stays the same object.
 */
export class CorpusReader {
  readonly folder: string;
  #kept = new Map<string, Kept>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What was read last. */
  get seen(): Look {
    return new Map([...this.#kept].map(([name, { stamp }]) => [name, stamp]));
  }

  /**
   * What is there now.
   * @throws CorpusFolderError where the folder is missing, no folder, or may not be listed
   */
  async look(): Promise<Look> {
    const names = await storyFileNames(this.folder);
    const look = new Map<string, string>();
    for (let i = 0; i < names.length; i += TOGETHER) {
      const some = names.slice(i, i + TOGETHER);
      const stamps = await Promise.all(some.map((name) => stampOf(join(this.folder, name))));
      for (const [at, name] of some.entries()) {
        const stamp = stamps[at];
        if (stamp !== undefined) look.set(name, stamp);
      }
    }
    return look;
  }

  /**
   * Reads what has changed.
   * @param look what is there, where that is known already
   * @param whole reads everything, also what seems to be as it was
   * @throws CorpusFolderError
   */
  async read(look?: Look, whole = false): Promise<Corpus> {
    const kept = new Map<string, Kept>();
    for (const [name, stamp] of look ?? (await this.look())) {
      const before = this.#kept.get(name);
      if (before && before.stamp === stamp && !whole) kept.set(name, before);
      else kept.set(name, await this.#readFile(name, stamp, before?.good));
    }
    this.#kept = kept;
    return this.#corpus();
  }

  /** @param good what stood in the file when it was last right */
  async #readFile(name: string, stamp: string, good: Story | undefined): Promise<Kept> {
    const path = join(this.folder, name);
    const unread = (reason: string): StoryFile => {
      return {
        ok: false,
        faults: [{ file: path, line: 1, field: "file", message: `cannot be read (${reason})` }],
      };
    };
    if (stamp.startsWith(NO_FILE)) return { stamp, file: unread(stamp.slice(NO_FILE.length)), good };
    const bytes = await bytesOf(path);
    if ("reason" in bytes) return { stamp: UNREAD, file: unread(bytes.reason), good };
    const file = await inSlices(readingStoryFile(bytes.content, path, idOf(name)));
    if (!file.ok) return { stamp, file, good };
    const story = good && isSame(good, file.story) ? good : file.story;
    return { stamp, file: { ok: true, story }, good: story };
  }

  #corpus(): Corpus {
    const stories: Story[] = [];
    const faults: CorpusFault[] = [];
    const seen = new Map<string, string>();
    for (const [name, { file }] of this.#kept) {
      const id = idOf(name).toLowerCase();
      const twin = seen.get(id);
      seen.set(id, name);
      if (twin !== undefined) {
        const message = `differs from that of ${twin} in letter case only`;
        faults.push({ file: join(this.folder, name), line: 1, field: "id", message });
      }
      if (!file.ok) faults.push(...file.faults);
      else if (twin === undefined) stories.push(file.story);
    }
    return { stories, faults };
  }
}

/** Reads a folder once. @throws CorpusFolderError */
export async function readCorpus(folder: string): Promise<Corpus> {
  return await new CorpusReader(folder).read();
}

function idOf(name: string): string {
  return name.slice(0, -".md".length);
}

function isSame(a: Story, b: Story): boolean {
  return a.body === b.body && isDeepStrictEqual(a.about, b.about);
}

async function storyFileNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(".md") && !name.startsWith(".")).sort();
  } catch (error) {
    const reasons = new Map([
      ["ENOENT", "does not exist"],
      ["ENOTDIR", "is not a folder"],
    ]);
    const code = codeOf(error);
    throw new CorpusFolderError(folder, reasons.get(code) ?? `cannot be read (${code})`);
  }
}

/** The stamp of a file that could not be read: no file has it, so that it is tried again. */
const UNREAD = "unread";

/** Stamps of what is not there or no file begin so; the reason follows. */
const NO_FILE = "no file: ";

/** Number, size and times of a file; undefined for a folder. */
async function stampOf(path: string): Promise<string | undefined> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return undefined;
    // Opening a pipe or a device would wait for ever.
    if (!status.isFile()) return `${NO_FILE}not a regular file`;
    return `${status.ino} ${status.size} ${status.mtimeMs} ${status.ctimeMs}`;
  } catch (error) {
    return NO_FILE + codeOf(error);
  }
}

async function bytesOf(path: string): Promise<{ content: Uint8Array } | { reason: string }> {
  try {
    return { content: await readFile(path) };
  } catch (error) {
    return { reason: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
