import { expect, test } from "vitest";
import { inSlices, type Work } from "../src/slices.js";

/** Work of a millisecond. */
function* short(): Work {
  const until = performance.now() + 1;
  while (performance.now() < until);
  yield;
}

test("many short works one after the other leave turns to others, too", async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  for (let i = 0; i < 100; i++) await inSlices(short());
  isDone = true;
  expect(turns).toBeGreaterThan(4);
});
