/** What is under way, to be waited for. */
export class InHand {
  readonly #tasks = new Set<Promise<void>>();

  add(task: Promise<void>): Promise<void> {
    this.#tasks.add(task);
    const done = () => void this.#tasks.delete(task);
    task.then(done, done);
    return task;
  }

  /** Waits until nothing is under way, however it ends. */
  async done(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.allSettled(this.#tasks);
  }
}
