import { setImmediate } from "node:timers/promises";

/** Long work that says where it may be put down for a moment. */
export type Work<T = void> = Generator<void, T>;

/**
 * How long work goes on before others have their turn, in milliseconds. An answer waits for two or three such turns;
 * below 5 the turns themselves begin to cost.
 */
const SLICE = 10;

/** Does work in slices: between them everything else that waits is done. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await setImmediate();
  }
}

/** Does the same work without a break. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
