import { openLibrary } from "../../src/answer/library.js";
import { LiveLibrary } from "../../src/answer/live-library.js";
import { makeStory, type Story } from "../../src/story/story.js";
import { generatedStories } from "./generated-corpus.js";

/** Sentences of the story that is edited, and of those that are changed all at once. */
const EDITED = 200;
const MANY = 2_000;

/** How long reading ahead is looked at, in milliseconds. */
const LOOKED_AT = 10_000;

const RELOADS = 1_000;

/** So many edits, and the engine has compiled what they run. */
const WARM_UP = 5;

/** How long changes take until they are answered from, and for how long at most no question is answered meanwhile. */
export async function measureReload(real: readonly Story[], sentences: number): Promise<void> {
  const all = generatedStories(real, sentences);
  const before = heap();
  const began = performance.now();
  const library = openLibrary(all);
  const opened = performance.now() - began;
  const live = new LiveLibrary(library);
  console.log(`reload among ${sentences} generated sentences in ${all.length} stories`);
  console.log(`  opened in ${(opened / 1000).toFixed(1)} s, ${inMegabytes(heap() - before)} MB`);
  await stops("  reading ahead", async () => {
    setTimeout(() => live.stop(), LOOKED_AT);
    await live.readAhead();
  });
  const renewed = new LiveLibrary(library);
  const long = merged(generatedStories(real, EDITED, 2));
  const edited = [...all.slice(0, 10), long, ...all.slice(10)];
  const renew = (stories: readonly Story[]) => () => renewed.renew({ stories, faults: [] });
  await stops(`  a story of ${EDITED} sentences is added`, renew(edited));
  const edit = () => renew(edited.map((one) => (one === long ? editedCopy(one) : one)));
  await stops("  it is edited", edit());
  for (let i = 0; i < WARM_UP; i++) await edit()();
  await stops(`  it is edited after ${WARM_UP} other edits`, edit());
  await stops(`  it is removed`, renew(all));
  const others = generatedStories(real, MANY, 3);
  await stops(`  ${MANY} sentences are replaced`, renew([...others, ...all.slice(others.length)]));
}

/** What is left in memory of stories that are no more. */
export async function measureReloads(real: readonly Story[]): Promise<void> {
  const live = new LiveLibrary(openLibrary(real));
  const story = merged(generatedStories(real, 1));
  const reload = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await live.renew({ stories: [...real, editedCopy(story)], faults: [] });
    }
  };
  await reload(RELOADS / 10);
  const before = heap();
  await reload(RELOADS);
  console.log(`${RELOADS} reloads: ${inMegabytes(heap() - before)} MB more in memory`);
}

function editedCopy({ id, about, body }: Story): Story {
  return makeStory(id, about, `${body}\nOne more sentence about the harbour.`);
}

/** One story of all their sentences. */
function merged(stories: readonly Story[]): Story {
  const body = stories.map((story) => story.body).join("\n");
  return makeStory("generated-long", { publisher: "Generated", language: "en" }, body);
}

/**
 * Prints how long work takes, and the longest turn of the event loop meanwhile: by the clock, and in processor time of all
 * threads, which is what it comes to where nothing else runs on the machine.
 */
async function stops(name: string, work: () => Promise<unknown>): Promise<void> {
  const longest = { clock: 0, processor: 0 };
  let isDone = false;
  let [clock, processor] = [performance.now(), process.cpuUsage()];
  const turn = () => {
    const used = process.cpuUsage(processor);
    longest.clock = Math.max(longest.clock, performance.now() - clock);
    longest.processor = Math.max(longest.processor, (used.user + used.system) / 1000);
    [clock, processor] = [performance.now(), process.cpuUsage()];
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  isDone = true;
  turn();
  console.log(
    `${name}: ${(took / 1000).toFixed(2)} s, longest turn ${longest.clock.toFixed(0)} ms, ${longest.processor.toFixed(0)} ms of processor time`,
  );
}

function heap(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

function inMegabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
