/** Words of questions whose nearness to the words of a corpus is remembered; readers use the same ones again. */
const REMEMBERED_NUMBERS = 2_000_000;

/** For words of questions how near they are to each word of a corpus, as far as anybody has asked; bounded. */
export class Meanings {
  /** How many words the corpus has. */
  readonly size: number;
  readonly #most: number;
  readonly #known = new Map<number, Float32Array>();

  constructor(size: number) {
    this.size = size;
    this.#most = Math.max(16, Math.floor(REMEMBERED_NUMBERS / Math.max(1, size)));
  }

  /** One number for each word of the corpus, NaN where it is not known yet: whoever finds it out writes it there. */
  of(row: number): Float32Array {
    const kept = this.#known.get(row);
    if (kept) return kept;
    const made = new Float32Array(row < 0 ? 0 : this.size).fill(Number.NaN);
    if (this.#known.size >= this.#most) {
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest);
        break;
      }
    }
    this.#known.set(row, made);
    return made;
  }
}
