/** More letters than this and BERT does not look for pieces. */
const LONGEST_WORD = 100;

/**
 * BERT's way to cut a word: the longest piece of the vocabulary that it begins with, then the longest that the rest
 * begins with, and so on; pieces inside a word are written `##piece`. Accents and punctuation are not looked after:
 * the words that are cut here are plain letters.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>;

  /** @param vocabulary the pieces in the order of their ids */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  }

  /**
   * The ids of a word between the marks for beginning and end; a word that cannot be cut is one unknown piece.
   * @throws Error where the vocabulary has no marks
   */
  encode(word: string): number[] {
    const pieces = this.#cut(word.toLowerCase()) ?? [this.#id("[UNK]")];
    return [this.#id("[CLS]"), ...pieces, this.#id("[SEP]")];
  }

  #cut(word: string): number[] | undefined {
    if (word.length > LONGEST_WORD) return undefined;
    const pieces: number[] = [];
    for (let start = 0; start < word.length; ) {
      let end = word.length;
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.#ids.get((start > 0 ? "##" : "") + word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return undefined;
      pieces.push(id);
      start = end;
    }
    return pieces;
  }

  #id(mark: string): number {
    const id = this.#ids.get(mark);
    if (id === undefined) throw new Error(`the vocabulary has no ${mark}`);
    return id;
  }
}
