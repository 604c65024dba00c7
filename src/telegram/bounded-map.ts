/** A map that forgets its oldest entry when it is full: what it holds may be lost, and it never grows. */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  /** Sets and makes the entry the newest. */
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.forgetWhile(() => this.#entries.size > this.#capacity);
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  /** Forgets from the oldest entry on, as long as it is said so. */
  forgetWhile(isToGo: (value: V) => boolean): void {
    for (const [key, value] of this.#entries) {
      if (!isToGo(value)) return;
      this.#entries.delete(key);
    }
  }
}
