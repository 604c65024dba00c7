/** What is wrong with a story file, and where. */
export interface CorpusFault {
  /** The file's path, as the corpus folder was given. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** The front matter's field, or "file", "front matter", "body", "id". */
  readonly field: string;
  readonly message: string;
}

/** `corpus/x.md:3: published: what is wrong`; always one line, without control characters. */
export function describeFault(fault: CorpusFault): string {
  return `${fault.file}:${fault.line}: ${fault.field}: ${fault.message}`.replace(/\p{Cc}+/gu, " ");
}
