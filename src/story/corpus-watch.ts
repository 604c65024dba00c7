import { setTimeout } from "node:timers/promises";
import { type Corpus, CorpusFolderError, type CorpusReader, type Look } from "./corpus.js";

/**
 * Times in milliseconds. A change is noticed within `lookEvery` and read once nothing has changed for `settled`: a file
 * may be written in pieces, and several of them one after the other.
 */
export interface WatchTimes {
  readonly lookEvery: number;
  readonly settled: number;
}

/** Looking at 3,333 files takes 40 to 70 ms of processor time, at one story nothing that could be measured. */
const TIMES: WatchTimes = { lookEvery: 1_000, settled: 300 };

/**
 * Looks at a corpus folder again and again, and reads what has changed. Not by `fs.watch`, which is silent where a folder
 * is on another machine, is replaced as a whole, or holds links to what changes elsewhere, and gives up without a
 * word where the system watches too many files.
 */
export class CorpusWatch {
  readonly #reader: CorpusReader;
  readonly #onCorpus: (corpus: Corpus) => Promise<void>;
  readonly #times: WatchTimes;
  readonly #stopped = new AbortController();
  #whole = false;
  #wake = new AbortController();

  /**
   * @param reader one that has read the corpus
   * @param onCorpus is given the corpus when it has changed, right or not; the folder is looked at again when it is done
   */
  constructor(reader: CorpusReader, onCorpus: (corpus: Corpus) => Promise<void>, times = TIMES) {
    this.#reader = reader;
    this.#onCorpus = onCorpus;
    this.#times = times;
  }

  /** Watches until it is stopped; never throws. */
  async run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#pause(this.#times.lookEvery);
      const corpus = await this.#changed().catch((error: unknown) => this.#unusable(error));
      if (corpus && !this.#stopped.signal.aborted) await this.#onCorpus(corpus);
    }
  }

  /** Reads every file now, whether it seems to have changed or not. */
  readAll(): void {
    this.#whole = true;
    this.#wake.abort();
  }

  stop(): void {
    this.#stopped.abort();
    this.#wake.abort();
  }

  /** The corpus, where the folder is not as it was read; only when it has stopped changing. */
  async #changed(): Promise<Corpus | undefined> {
    const whole = this.#whole;
    this.#whole = false;
    let look = await this.#reader.look();
    if (!whole && isSame(look, this.#reader.seen)) return undefined;
    for (let before: Look | undefined; !before || !isSame(look, before); ) {
      await setTimeout(this.#times.settled);
      before = look;
      look = await this.#reader.look();
    }
    const corpus = await this.#reader.read(look, whole);
    return corpus.stories.length + corpus.faults.length === 0 ? this.#faulty("holds no story") : corpus;
  }

  /** What is wrong with the folder itself, as the fault of a corpus. */
  #unusable(error: unknown): Corpus {
    // When it is back, it must be reported, even where nothing in it has changed.
    this.#whole = true;
    return this.#faulty(error instanceof CorpusFolderError ? error.reason : "cannot be read");
  }

  #faulty(message: string): Corpus {
    return { stories: [], faults: [{ file: this.#reader.folder, line: 1, field: "folder", message }] };
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#wake;
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) this.#wake = new AbortController();
  }
}

function isSame(a: Look, b: Look): boolean {
  return a.size === b.size && [...a].every(([name, stamp]) => b.get(name) === stamp);
}
