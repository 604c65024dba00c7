/** How often each word was put in; one that was taken out as often is gone. */
export class Tally {
  readonly #counts = new Map<string, number>();

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** @returns true where the word is new */
  add(word: string): boolean {
    const count = this.#counts.get(word) ?? 0;
    this.#counts.set(word, count + 1);
    return count === 0;
  }

  /** @returns true where the word is gone */
  remove(word: string): boolean {
    const count = this.#counts.get(word) ?? 0;
    if (count > 1) this.#counts.set(word, count - 1);
    else this.#counts.delete(word);
    return count <= 1;
  }
}

/** Words by a key that several may have, each counted. */
export class KeyedTally {
  readonly #tallies = new Map<string, Tally>();

  add(key: string, word: string): void {
    let tally = this.#tallies.get(key);
    if (!tally) {
      tally = new Tally();
      this.#tallies.set(key, tally);
    }
    tally.add(word);
  }

  remove(key: string, word: string): void {
    const tally = this.#tallies.get(key);
    if (tally?.remove(word) && tally.counts.size === 0) this.#tallies.delete(key);
  }

  /** In the order of the alphabet: it must not matter which word came in first. */
  of(key: string): string[] {
    return [...(this.#tallies.get(key)?.counts.keys() ?? [])].sort();
  }
}
