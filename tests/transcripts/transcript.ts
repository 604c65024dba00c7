/** One thing that a person does, and how many blocks the file shows of what the bot did then. */
export interface Step {
  /** Comments and blank lines that stand above it. */
  readonly above: readonly string[];
  /** Its lines as they stand in the file. */
  readonly lines: readonly string[];
  /** Who does it, and in which form: "text", or what stands in brackets. */
  readonly person: string;
  readonly form: string;
  readonly text: string;
  readonly expectedBlocks: number;
}

export interface Transcript {
  readonly steps: readonly Step[];
  /** Comments after the last step. */
  readonly below: readonly string[];
}

const ACTION = /^(?<person>\w+)(?: \((?<form>[^)]+)\))?:(?: (?<text>.*))?$/;

/** A block of the bot begins with a line that is indented by two; its content is indented by more. */
const BLOCK = /^ {2}\S/;

/**
 * Reads a conversation: `# comments`, `reader: what is sent` with `| more lines` of it below, `reader (sticker):`,
 * and indented blocks of what the bot does then.
 * @throws Error that names the line
 */
export function parseTranscript(source: string): Transcript {
  const steps: Step[] = [];
  let above: string[] = [];
  for (const [index, line] of source.trimEnd().split("\n").entries()) {
    const last = steps.at(-1);
    const action = ACTION.exec(line)?.groups;
    if (line.startsWith("#") || (line === "" && above.length > 0)) above.push(line);
    else if (action !== undefined) {
      const { person = "", form = "text", text = "" } = action;
      steps.push({ above, lines: [line], person, form, text, expectedBlocks: 0 });
      above = [];
    } else if (last?.expectedBlocks === 0 && /^\|( |$)/.test(line)) {
      steps.splice(-1, 1, {
        ...last,
        lines: [...last.lines, line],
        text: `${last.text}\n${line.slice("| ".length)}`,
      });
    } else if (last !== undefined && BLOCK.test(line)) {
      steps.splice(-1, 1, { ...last, expectedBlocks: last.expectedBlocks + 1 });
    } else if (line !== "" && !line.startsWith("    ")) {
      throw new Error(`line ${index + 1}: neither a comment, nor what somebody does, nor indented`);
    }
  }
  return { steps, below: above };
}

/**
 * The file of a conversation.
 * @param happened for each step the bot's blocks, each a list of lines
 */
export function formatTranscript(transcript: Transcript, happened: readonly string[][][]): string {
  const parts = transcript.steps.flatMap((step, i) => [
    [...step.above, ...step.lines].join("\n"),
    ...(happened[i] ?? []).map((block) => block.join("\n")),
  ]);
  return `${[...parts, ...(transcript.below.length > 0 ? [transcript.below.join("\n")] : [])].join("\n\n").trimEnd()}\n`;
}
