import { type FileHandle, open } from "node:fs/promises";
import type { Logger } from "pino";
import type { Answer } from "../../answer/answer.js";
import { looksPersonal } from "../../language/personal-data.js";
import { onceInAWhile } from "../once-in-a-while.js";
import type { Observer } from "./observer.js";

/** Questions that may wait for a slow disk; those that come while so many do are lost. */
const MOST_WAITING = 1000;

/** A disk that fails is told of at most this often, in milliseconds. */
const TELL_EVERY = 10 * 60 * 1000;

/** For its owner alone; a file that is there keeps the rights that its owner gave it. */
const MODE = 0o600;

const LINE_END = "\n".charCodeAt(0);

/**
 * The questions that the stories did not answer, one JSON object `{"question": "…"}` a line: text alone, no person, no
 * chat, no time. Several processes may append to one file.
 */
export class QuestionsLog implements Observer {
  readonly #file: string;
  readonly #log: Logger;
  readonly #mayTell = onceInAWhile(TELL_EVERY);
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  private constructor(file: string, log: Logger) {
    this.#file = file;
    this.#log = log;
  }

  /**
   * The log in that file, which is made where it is not there.
   * @throws the error of the file system where nothing can be appended to it
   */
  static async open(file: string, log: Logger): Promise<QuestionsLog> {
    await (await open(file, "a+", MODE)).close();
    return new QuestionsLog(file, log);
  }

  /** Appends a declined question, unless it looks like personal data. Returns at once and never fails. */
  readonly answer = ({ kind }: Answer, asked: string | null): void => {
    if (kind === "declined" && asked !== null && !looksPersonal(asked)) this.#add(asked);
  };

  #add(question: string): void {
    if (this.#waiting >= MOST_WAITING) {
      this.#tell("too many are waiting for the disk");
      return;
    }
    this.#waiting++;
    this.#last = this.#last
      .then(() => append(this.#file, JSON.stringify({ question })))
      .catch((error: NodeJS.ErrnoException) => this.#tell(error.code ?? error.name))
      .then(() => {
        this.#waiting--;
      });
  }

  /** Resolves when everything that was added is written, or lost. */
  written(): Promise<void> {
    return this.#last;
  }

  #tell(reason: string): void {
    if (this.#mayTell(0)) this.#log.warn({ reason }, "declined questions could not be written down");
  }
}

/** The file is opened anew for each line, so that it may be moved or deleted at any time. */
async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, "a+", MODE);
  try {
    const bytes = Buffer.from(`${(await isTorn(handle)) ? "\n" : ""}${line}\n`);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) throw new Error("a line was written in part");
  } finally {
    await handle.close();
  }
}

/** True where the last line has no end, as one that was written in part when the disk was full. */
async function isTorn(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 1 && buffer[0] !== LINE_END;
}
