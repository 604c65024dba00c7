import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusFault } from "./fault.js";
import { parseStoryFile } from "./file.js";
import type { Story } from "./story.js";

/** Every story file of a folder: those that are right as stories, all that is wrong with the others as faults. */
export interface Corpus {
  readonly stories: readonly Story[];
  readonly faults: readonly CorpusFault[];
}

/** The corpus folder itself cannot be used; a matter of configuration, not of a story. */
export class CorpusFolderError extends Error {
  override readonly name = "CorpusFolderError";
}

/**
 * Reads all `*.md` of a folder, in the order of their names. Other files, hidden ones and folders are passed over;
 * links to files are followed.
 * @throws CorpusFolderError where the folder is missing, no folder, or may not be listed
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const names = await storyFileNames(folder);
  const stories: Story[] = [];
  const faults: CorpusFault[] = [];
  const seen = new Map<string, string>();
  for (const name of names) {
    const file = join(folder, name);
    const bytes = await bytesOf(file);
    if (bytes === "folder") continue;
    const id = name.slice(0, -".md".length);
    const twin = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), name);
    if (twin !== undefined) {
      faults.push({
        file,
        line: 1,
        field: "id",
        message: `differs from that of ${twin} in letter case only`,
      });
    }
    if ("reason" in bytes) {
      faults.push({ file, line: 1, field: "file", message: `cannot be read (${bytes.reason})` });
      continue;
    }
    const parsed = parseStoryFile(bytes.content, file, id);
    if (!parsed.ok) faults.push(...parsed.faults);
    else if (twin === undefined) stories.push(parsed.story);
  }
  return { stories, faults };
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
    throw new CorpusFolderError(
      `the corpus folder ${folder} ${reasons.get(codeOf(error)) ?? `cannot be read (${codeOf(error)})`}`,
    );
  }
}

async function bytesOf(file: string): Promise<{ content: Uint8Array } | { reason: string } | "folder"> {
  try {
    // stat first: opening a pipe or a device would wait for ever.
    const status = await stat(file);
    if (status.isDirectory()) return "folder";
    if (!status.isFile()) return { reason: "not a regular file" };
    return { content: await readFile(file) };
  } catch (error) {
    return { reason: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
