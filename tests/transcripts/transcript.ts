import { type Action, parseAction, withLine } from "./deed.js";
import { PRIVATE, parseScene, type Scene } from "./scene.js";

/** One thing that a person does, and what the file shows of what the bot did then. */
export interface Step extends Action {
  /** Comments, blank lines and lines on the chat that stand above it. */
  readonly above: readonly string[];
  readonly scene: Scene;
  /** Its lines as they stand in the file. */
  readonly lines: readonly string[];
  /** Blocks of lines as they stand in the file. */
  readonly expected: readonly (readonly string[])[];
}

export interface Transcript {
  readonly steps: readonly Step[];
  /** Comments after the last step. */
  readonly below: readonly string[];
}

/** A block of the bot begins with a line that is indented by two; its content is indented by more. */
const BLOCK = /^ {2}\S/;

/** Stands below a press that the bot does not answer; nothing to wait for. */
export const UNANSWERED = "  the press is not answered";

/**
 * Reads a conversation: `# comments`, what people do, and indented blocks of what the bot does then. People do these:
 *
 *     reader: what is sent
 *     | more lines of it
 *     reader (photo): the caption
 *     reader, replying to the bot: to its last message; or to somebody's, or to "the one that begins so"
 *     reader, replying to the bot at "some words": with these words of it marked
 *     reader presses [Context]
 *     reader presses [Context] under "the message that begins so"
 *     reader edits "the message that begins so": what it is then
 *     reader deletes "the message that begins so"
 *     reader (inline): who was
 *     reader scrolls on
 *     reader chooses 2
 *     reader opens [Share]
 *     reader opens t.me/story_bot?start=PAYLOAD
 *     anna adds the bot (promotes, silences, removes; blocks, unblocks)
 *     anna makes it a supergroup
 *
 * A line `chat: group` (or `private`, `supergroup`, `forum, topic NAME`; with `without the bot` behind the kind) says where
 * the steps below it go on; else it is the private chat of whoever does something. Everybody has a name in small letters.
 *
 * @throws Error that names the line
 */
export function parseTranscript(source: string): Transcript {
  const steps: Step[] = [];
  let above: string[] = [];
  let scene = PRIVATE;
  /** How many blank lines stand right above. */
  let blank = 0;
  for (const [index, line] of source.trimEnd().split("\n").entries()) {
    const last = steps.at(-1);
    const change = parseScene(line);
    scene = change ?? scene;
    const action = parseAction(line);
    const longer =
      last?.expected.length === 0 && /^\|( |$)/.test(line) ? withLine(last.deed, line.slice(2)) : undefined;
    if (change || line.startsWith("#") || (line === "" && above.length > 0)) above.push(line);
    else if (action !== undefined) {
      steps.push({ above, scene, lines: [line], ...action, expected: [] });
      above = [];
    } else if (last !== undefined && longer !== undefined) {
      steps.splice(-1, 1, { ...last, lines: [...last.lines, line], deed: longer });
    } else if (last !== undefined && BLOCK.test(line) && line !== UNANSWERED) {
      steps.splice(-1, 1, { ...last, expected: [...last.expected, [line]] });
    } else if (last !== undefined && line.startsWith("    ")) {
      steps.splice(-1, 1, { ...last, expected: withContent(last.expected, blank, line) });
    } else if (line !== "" && line !== UNANSWERED) {
      throw new Error(`line ${index + 1}: neither a comment, nor what somebody does, nor indented`);
    }
    blank = line === "" ? blank + 1 : 0;
  }
  return { steps, below: above };
}

/** The last block with some blank lines and one with content. */
function withContent(blocks: Step["expected"], blank: number, line: string): Step["expected"] {
  const last = blocks.at(-1) ?? [];
  return [...blocks.slice(0, -1), [...last, ...Array<string>(blank).fill(""), line]];
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
