import type { Work } from "../slices.js";
import type { CorpusFault } from "./fault.js";
import { parseFrontMatter } from "./front-matter.js";
import { makingStory, paragraphsOf, type Story } from "./story.js";

/** The longest paragraph that is read, in UTF-16 code units: `Intl.Segmenter` took 4 GB for one of 5 MB. */
const PARAGRAPH_LIMIT = 20_000;

export type StoryFile =
  | { readonly ok: true; readonly story: Story }
  | { readonly ok: false; readonly faults: readonly CorpusFault[] };

/**
 * Reads one story file: YAML front matter between two `---` lines, then the body.
 * @param bytes the file as it stands on disk
 * @param file its path, for the faults
 */
export function* readingStoryFile(bytes: Uint8Array, file: string, id: string): Work<StoryFile> {
  const text = decoded(bytes);
  if (text === undefined) return fault(file, lineOfBadByte(bytes), "file", "is not UTF-8 text");
  const before = text.split("\0", 1)[0] ?? "";
  if (before.length < text.length)
    return fault(file, before.split("\n").length, "file", "holds a NUL byte, which no text does");
  const normal = text.replaceAll("\r\n", "\n");
  const head = /^---[ \t]*\n((?:(?!---[ \t]*(?:\n|$))[^\n]*\n)*)---[ \t]*(?:\n|$)/.exec(normal);
  if (!head) {
    return fault(
      file,
      1,
      "front matter",
      "is missing or not closed: the file begins with a line `---`, fields, and a line `---`",
    );
  }
  const about = parseFrontMatter(head[1] ?? "", file, 2);
  const bodyLine = head[0].split("\n").length;
  const rest = bodyOf(normal.slice(head[0].length));
  const faults = [
    ...(about.ok ? [] : about.faults),
    ...bodyFaults(rest.body, file, bodyLine + rest.blankLines),
  ];
  if (!about.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, story: yield* makingStory(id, about.value, rest.body) };
}

function fault(file: string, line: number, field: string, message: string): StoryFile {
  return { ok: false, faults: [{ file, line, field, message }] };
}

/** The text, without a byte order mark; undefined where it is not UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  // The byte of a line feed is part of no other character.
  for (let start = 0; start < bytes.length; line++) {
    const lineFeed = bytes.indexOf(10, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1;
    if (decoded(bytes.subarray(start, end)) === undefined) return line;
    start = end;
  }
  return line;
}

/** Drops blank lines at the start and the end; what stands between is left as it is. */
function bodyOf(text: string): { body: string; blankLines: number } {
  const lines = text.split("\n");
  let first = 0;
  while (first < lines.length && lines[first]?.trim() === "") first++;
  let last = lines.length;
  while (last > first && lines[last - 1]?.trim() === "") last--;
  return { body: lines.slice(first, last).join("\n"), blankLines: first < last ? first : 0 };
}

function bodyFaults(body: string, file: string, firstLine: number): CorpusFault[] {
  if (!/[\p{L}\p{N}]/u.test(body)) return [{ file, line: firstLine, field: "body", message: "is empty" }];
  const lineAt = (offset: number) => firstLine + body.slice(0, offset).split("\n").length - 1;
  return paragraphsOf(body)
    .filter((paragraph) => paragraph.end - paragraph.start > PARAGRAPH_LIMIT)
    .map((paragraph) => ({
      file,
      line: lineAt(paragraph.start),
      field: "body",
      message: `has a paragraph of ${paragraph.end - paragraph.start} characters; the most is ${PARAGRAPH_LIMIT}`,
    }));
}
