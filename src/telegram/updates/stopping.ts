import { AbortController, type AbortSignal } from "abort-controller";

/** What is under way when the process is told to stop has this long, in milliseconds; service managers wait longer. */
const FINISH_WITHIN = 10_000;

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

export interface Stopping {
  /** Fires with the first signal: nothing new is begun. */
  readonly asked: AbortSignal;
  /** Fires with the second signal, when what was under way has had its time, and with `release`. */
  readonly ended: AbortSignal;
  /** Leaves the process's signals alone again; whatever is still called then, nobody waits for. */
  readonly release: () => void;
}

/** Listens for the signals that stop a process. */
export function listenForStop(): Stopping {
  const asked = new AbortController();
  const ended = new AbortController();
  let patience: NodeJS.Timeout | undefined;
  const stop = () => {
    if (asked.signal.aborted) {
      ended.abort();
      return;
    }
    patience = setTimeout(() => ended.abort(), FINISH_WITHIN);
    asked.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const release = () => {
    clearTimeout(patience);
    for (const signal of SIGNALS) process.removeListener(signal, stop);
    ended.abort();
  };
  return { asked: asked.signal, ended: ended.signal, release };
}
