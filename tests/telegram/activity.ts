/** Lets tests wait for what happens in the fake server without asking it again and again. */
export class Activity {
  readonly #watchers = new Set<() => void>();

  /** Something has happened that somebody may wait for. */
  changed(): void {
    for (const watch of [...this.#watchers]) watch();
  }

  /**
   * Waits until `probe` gives a value, and gives it.
   * @param limit in milliseconds
   * @param missed what to say when the limit is over
   */
  until<T>(probe: () => T | undefined, limit: number, missed: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const watch = () => {
        const value = probe();
        if (value === undefined) return;
        done();
        resolve(value);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`after ${limit} ms: ${missed()}`));
      }, limit);
      const done = () => {
        clearTimeout(timer);
        this.#watchers.delete(watch);
      };
      this.#watchers.add(watch);
      watch();
    });
  }

  /**
   * Waits until `settled` has held for a while and nothing has happened in it.
   * @param quiet the while, in milliseconds
   * @param limit in milliseconds
   */
  quiet(settled: () => boolean, quiet: number, limit: number, missed: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      let pause: NodeJS.Timeout | undefined;
      const done = () => {
        clearTimeout(pause);
        clearTimeout(timer);
        this.#watchers.delete(watch);
      };
      const finish = () => {
        done();
        resolve();
      };
      const watch = () => {
        clearTimeout(pause);
        pause = settled() ? setTimeout(finish, quiet) : undefined;
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`after ${limit} ms: ${missed()}`));
      }, limit);
      this.#watchers.add(watch);
      watch();
    });
  }
}
