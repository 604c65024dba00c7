import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { CorpusFault } from "./fault.js";

const DAY_OR_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/;

const line = z
  .string()
  .trim()
  .min(1, "is empty")
  .regex(/^[^\n]*$/, "has more than one line");

/** An empty optional field is the same as one left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );

const frontMatter = z.strictObject({
  publisher: line,
  url: optional(line.refine(isWebAddress, "is not a web address (http:// or https://)")),
  published: optional(line.refine(isDayOrMonth, "is not a date (YYYY-MM-DD or YYYY-MM)")),
  title: optional(line),
  author: optional(line),
  language: optional(
    line.refine((code) => code === "en", "is not a language that can be searched; only en is"),
  ).transform((code) => code ?? "en"),
  rights: optional(z.string().trim()),
  note: optional(z.string().trim()),
});

export type FrontMatter = z.infer<typeof frontMatter>;

function isWebAddress(text: string): boolean {
  // URL alone is content with "https:example.org" and with spaces.
  return URL.canParse(text) && /^https?:\/\/\S+$/i.test(text);
}

function isDayOrMonth(text: string): boolean {
  if (!DAY_OR_MONTH.test(text)) return false;
  if (text.length === 7) return true;
  // A day that the month does not have is either refused or moved into the next month.
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly faults: CorpusFault[] };

/**
 * Checks the YAML between the two `---` lines.
 * @param yaml the lines between them
 * @param firstLine line of the file at which `yaml` begins, from 1
 */
export function parseFrontMatter(yaml: string, file: string, firstLine: number): FrontMatterResult {
  const lines = new LineCounter();
  const lineAt = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  // "failsafe" keeps every value the text that the editor wrote: 2025-07 stays no number, "no" no boolean.
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: lines, logLevel: "error" });
  const wrong = [
    ...document.errors.map((error) => ({ at: error.pos[0], message: firstSentence(error.message) })),
    ...aliases(document).map((at) => ({ at, message: "has an alias (*name); write the value out" })),
  ];
  if (wrong.length > 0) {
    // One slip can be reported many times over: once a line is enough.
    const byText = new Map(wrong.map(({ at, message }) => [`${lineAt(at)} ${message}`, { at, message }]));
    const faults = [...byText.values()].map(({ at, message }) => ({
      file,
      line: lineAt(at),
      field: "front matter",
      message,
    }));
    return { ok: false, faults };
  }
  if (!isMap(document.contents)) {
    return {
      ok: false,
      faults: [
        { file, line: firstLine, field: "front matter", message: "is not a list of `field: value` lines" },
      ],
    };
  }
  const fieldLines = new Map<string, number>();
  for (const { key } of document.contents.items) {
    if (isScalar(key) && key.range) fieldLines.set(String(key.value), lineAt(key.range[0]));
  }
  const checked = frontMatter.safeParse(document.toJS());
  if (checked.success) return { ok: true, value: checked.data };
  const faults = checked.error.issues.flatMap((issue) => faultsOf(issue, file, fieldLines, firstLine));
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
}

/** Where aliases stand: one without its anchor, or many that grow without end, cannot be turned into values. */
function aliases(document: Document.Parsed): number[] {
  const places: number[] = [];
  if (document.errors.length === 0) {
    visit(document, {
      Alias: (_, node) => {
        places.push(node.range?.[0] ?? 0);
      },
    });
  }
  return places;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  file: string,
  fieldLines: ReadonlyMap<string, number>,
  firstLine: number,
): CorpusFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(frontMatter.shape).join(", ");
    return issue.keys.map((field) => ({
      file,
      line: fieldLines.get(field) ?? firstLine,
      field: printable(field),
      message: `is not a known field (known: ${known})`,
    }));
  }
  const field = String(issue.path[0] ?? "front matter");
  const missing = issue.code === "invalid_type" && !fieldLines.has(field);
  const wrongShape = issue.code === "invalid_type" ? "is not plain text" : issue.message;
  return [
    { file, line: fieldLines.get(field) ?? firstLine, field, message: missing ? "is missing" : wrongShape },
  ];
}

/** A field's name as it can stand in a line of output: no line breaks, not endless. */
function printable(name: string): string {
  return name.replace(/\s+/g, " ").slice(0, 60);
}

function firstSentence(message: string): string {
  return message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message;
}
