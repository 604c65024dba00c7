import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 20_000,
    // No test changes what another one sees. Read anew for each file, models and modules took a third of the whole run.
    isolate: false,
    // Of the tests of one file that run at the same time each has a bot of its own; more would wait for the processor.
    maxConcurrency: 2,
  },
});
