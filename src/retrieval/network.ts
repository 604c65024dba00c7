import { z } from "zod";
import { KINDS } from "./question.js";

/**
 * A small learned function: numbers and a kind of question in, one number out. A weighted sum of the inputs, and beside
 * it one layer of units that are 0 or grow (rectified), so that features may count together.
 */
export const networkSchema = z.strictObject({
  /** Names of the inputs, in their order. */
  inputs: z.array(z.string()),
  /** A row for each kind of question: what it adds to each hidden unit. */
  kinds: z.array(z.array(z.number())),
  /** For each hidden unit a weight for each of the first inputs, and its own bias last; the inputs after them are direct only. */
  hidden: z.array(z.array(z.number())),
  /** A weight for each hidden unit. */
  output: z.array(z.number()),
  /** A weight for each input beside the hidden units, and the bias last. */
  direct: z.array(z.number()),
});

export type NetworkWeights = z.infer<typeof networkSchema>;

export class Network {
  readonly #inputs: number;
  readonly #units: number;
  /** Inputs of each hidden unit. */
  readonly #used: number;
  /** For each of these inputs its weights in all hidden units, so that an input that is 0 costs nothing. */
  readonly #hidden: Float64Array;
  /** For each kind of question where the hidden units begin: their biases and what the kind adds. */
  readonly #starts: readonly Float64Array[];
  readonly #output: Float64Array;
  readonly #direct: Float64Array;
  /** The hidden units of the row that is being judged. */
  readonly #sums: Float64Array;

  /**
   * @param names what the program gives it, in its order
   * @throws Error where the weights were learned on other inputs
   */
  constructor({ inputs, kinds, hidden, output, direct }: NetworkWeights, names: readonly string[]) {
    if (inputs.join() !== names.join() || kinds.length !== KINDS.length) {
      throw new Error("the learned weights do not fit the program: npm run learn:ranking");
    }
    this.#inputs = inputs.length;
    this.#units = hidden.length;
    this.#used = (hidden[0]?.length ?? 1) - 1;
    this.#hidden = new Float64Array(this.#used * this.#units);
    hidden.forEach((row, h) => {
      for (let i = 0; i < this.#used; i++) this.#hidden[i * this.#units + h] = row[i] ?? 0;
    });
    this.#starts = kinds.map((row) =>
      Float64Array.from(hidden, (weights, h) => (weights[this.#used] ?? 0) + (row[h] ?? 0)),
    );
    this.#output = Float64Array.from(output);
    this.#direct = Float64Array.from(direct);
    this.#sums = new Float64Array(this.#units);
  }

  /** @param inputs as many as the network has, in their order */
  score(inputs: ArrayLike<number>, kind: number): number {
    const [n, used, units, hidden, sums] = [this.#inputs, this.#used, this.#units, this.#hidden, this.#sums];
    const [direct, output, start] = [this.#direct, this.#output, this.#starts[kind]];
    if (start) sums.set(start);
    let score = direct[n] ?? 0;
    for (let i = 0; i < n; i++) {
      const value = inputs[i] ?? 0;
      if (value === 0) continue;
      score += (direct[i] ?? 0) * value;
      if (i >= used) continue;
      for (let h = 0, at = i * units; h < units; h++, at++)
        sums[h] = (sums[h] ?? 0) + value * (hidden[at] ?? 0);
    }
    for (let h = 0; h < units; h++) {
      const sum = sums[h] ?? 0;
      if (sum > 0) score += sum * (output[h] ?? 0);
    }
    return score;
  }
}
