import { setImmediate } from "node:timers/promises";

/** Long work that says where it may be put down for a moment. */
export type Work<T = void> = Generator<void, T>;

/**
 * How long work goes on before others have their turn, in milliseconds. An answer waits for two or three such turns;
 * below 5 the turns themselves begin to cost.
 */
const SLICE = 10;

/** When the turn of sliced work ends that is under way: short works one after the other share one. */
let turnEnds = 0;

/** Does work in slices: between them everything else that waits is done. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    if (performance.now() >= turnEnds) {
      await setImmediate();
      turnEnds = performance.now() + SLICE;
    }
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < turnEnds);
  }
}

/** Does the same work without a break. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
