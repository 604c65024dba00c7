import { setImmediate } from "node:timers/promises";
import { readingPeople } from "../attribution/people.js";
import { wordingOf } from "../retrieval/wordings.js";
import { inSlices, type Work } from "../slices.js";
import type { Corpus } from "../story/corpus.js";
import type { CorpusFault } from "../story/fault.js";
import type { Story } from "../story/story.js";
import type { Library } from "./library.js";
import { readingEvents } from "./timeline.js";

/** The corpus that answers come from, and what is wrong with the one on disk. */
export interface CorpusStatus {
  /** Since when answers come from it. */
  readonly loaded: Date;
  readonly stories: number;
  /** Empty where the corpus on disk is the one that answers, or is about to be. */
  readonly faults: readonly CorpusFault[];
}

/**
 * Where so few sentences go or come, the index is changed as it stands, in one turn of some 30 ms. Where more do,
 * another one is built beside it in slices, out of what was read before.
 */
const AT_ONCE = 500;

/**
 * A library that is renewed while it answers. Take `current` anew for each question, and have the answer before
 * anything is awaited: the index in it changes with the stories.
 */
export class LiveLibrary {
  #current: Library;
  #status: CorpusStatus;
  #renewed: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(library: Library) {
    this.#current = library;
    this.#status = { loaded: new Date(), stories: library.stories.length, faults: [] };
  }

  get current(): Library {
    return this.#current;
  }

  get status(): CorpusStatus {
    return this.#status;
  }

  /**
   * Answers from another corpus as soon as what is new in it has been read, if all of it is right; else on from the last
   * one. Corpora that are given one after the other are taken in that order.
   * @returns true where another corpus answers now
   */
  renew(corpus: Corpus): Promise<boolean> {
    const renewed = this.#renewed.then(() => this.#renew(corpus));
    this.#renewed = renewed.catch(() => undefined);
    return renewed;
  }

  /** Reads in the background what the first questions would otherwise wait for. */
  async readAhead(): Promise<void> {
    for (const story of this.#current.stories) {
      await this.#renewed;
      if (this.#isStopped) return;
      await inSlices(reading(story));
    }
  }

  /** Lets go of what goes on in the background. */
  stop(): void {
    this.#isStopped = true;
  }

  async #renew({ stories, faults }: Corpus): Promise<boolean> {
    this.#status = { ...this.#status, faults };
    const { index, model, stories: old } = this.#current;
    const isSame = stories.length === old.length && stories.every((story, i) => story === old[i]);
    if (faults.length > 0 || isSame) return false;
    const fresh = without(stories, old);
    for (const story of fresh) {
      if (this.#isStopped) return false;
      await inSlices(index.reading(story));
      await inSlices(reading(story));
    }
    // A turn of its own, without the end of what was read.
    await setImmediate();
    const changed = [...fresh, ...without(old, stories)];
    if (changed.reduce((sum, { sentences }) => sum + sentences.length, 0) <= AT_ONCE) {
      index.renew(stories);
      this.#current = { stories, index, model };
    } else {
      this.#current = { stories, index: await inSlices(index.rebuilt(stories)), model };
    }
    this.#status = { loaded: new Date(), stories: stories.length, faults };
    return true;
  }
}

function without(stories: readonly Story[], others: readonly Story[]): Story[] {
  const left = new Set(others);
  return stories.filter((story) => !left.has(story));
}

/** Everything that is kept of a story once somebody has asked for it. */
function* reading(story: Story): Work {
  yield* readingPeople(story);
  yield* readingEvents(story);
  wordingOf(story);
  yield;
}
