import { isDeepStrictEqual } from "node:util";
import type { Logger } from "pino";
import { openLibrary } from "./answer/library.js";
import { LiveLibrary } from "./answer/live-library.js";
import type { Corpus, CorpusReader } from "./story/corpus.js";
import { CorpusWatch } from "./story/corpus-watch.js";
import { describeFault } from "./story/fault.js";

/** A library that goes with its corpus folder until it is let go. */
export interface FollowedCorpus {
  readonly library: LiveLibrary;
  stop(): void;
}

/**
 * Answers from a corpus, and from what becomes of it: when files change, and, for where that cannot be seen, at SIGHUP.
 * What is wrong with the files goes to the log, once; never a word of a story.
 * @param corpus what the reader has read
 */
export function followCorpus(reader: CorpusReader, corpus: Corpus, log: Logger): FollowedCorpus {
  const library = new LiveLibrary(openLibrary(corpus.stories));
  const renew = async (changed: Corpus): Promise<void> => {
    if (!isDeepStrictEqual(changed.faults, library.status.faults)) {
      for (const fault of changed.faults) log.error({ fault: describeFault(fault) }, KEPT);
      if (changed.faults.length === 0) log.info("the corpus has no fault any more");
    }
    const isRenewed = await library.renew(changed);
    if (isRenewed) log.info({ stories: library.current.stories.length }, "answering from the changed corpus");
  };
  const watch = new CorpusWatch(reader, (changed) =>
    renew(changed).catch((error: unknown) => {
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, KEPT);
    }),
  );
  const readAll = () => watch.readAll();
  process.on("SIGHUP", readAll);
  void watch.run();
  void library.readAhead();
  return {
    library,
    stop: () => {
      process.off("SIGHUP", readAll);
      watch.stop();
      library.stop();
    },
  };
}

const KEPT = "the changed corpus cannot be used; answering from the last good one";
