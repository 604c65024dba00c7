import MiniSearch from "minisearch";
import type { Passage } from "./passage.js";

/**
 * MiniSearch over the terms of passages. Terms are dropped in `tokenize`, so that field lengths count what is left.
 * MiniSearch reckons the mean length of all sentences anew from the one before, and rounds each time: after a thousand
 * changes the scores would be others than those of an index built at once. Here it is made of whole numbers.
 */
export class SentenceSearch extends MiniSearch<Passage> {
  #length = 0;

  constructor() {
    super({
      fields: ["terms"],
      extractField: (passage, field) =>
        field === "id" ? passage.id : passage.tokens.flatMap(({ terms }) => terms).join(" "),
      tokenize: (text) => text.split(" "),
      processTerm: (term) => (term === "" ? null : term),
    });
  }

  override add(passage: Passage): void {
    super.add(passage);
    this.#lengthen(lengthOf(passage));
  }

  /** Not `discard`, which leaves what is gone in the frequencies of terms until it comes by again. */
  override remove(passage: Passage): void {
    super.remove(passage);
    this.#lengthen(-lengthOf(passage));
  }

  #lengthen(by: number): void {
    this.#length += by;
    this._avgFieldLength = [this.documentCount === 0 ? 0 : this.#length / this.documentCount];
  }
}

/** As MiniSearch counts it: distinct terms, and one for a sentence that has none. */
function lengthOf({ places }: Passage): number {
  return Math.max(1, places.size);
}
