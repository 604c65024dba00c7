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
  /** The rows of the hidden units one after the other, each with its bias last. */
  readonly #hidden: Float64Array;
  readonly #kinds: readonly Float64Array[];
  readonly #output: Float64Array;
  readonly #direct: Float64Array;

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
    this.#hidden = Float64Array.from(hidden.flat());
    this.#kinds = kinds.map((row) => Float64Array.from(row));
    this.#output = Float64Array.from(output);
    this.#direct = Float64Array.from(direct);
  }

  /** @param inputs as many as the network has, in their order */
  score(inputs: ArrayLike<number>, kind: number): number {
    const [n, used, hidden, offsets] = [this.#inputs, this.#used, this.#hidden, this.#kinds[kind]];
    const x = Float64Array.from(inputs);
    let score = this.#direct[n] ?? 0;
    for (let i = 0; i < n; i++) score += (this.#direct[i] ?? 0) * (x[i] ?? 0);
    for (let h = 0, at = 0; h < this.#units; h++, at += used + 1) {
      let sum = (hidden[at + used] ?? 0) + (offsets?.[h] ?? 0);
      for (let i = 0; i < used; i++) sum += (hidden[at + i] ?? 0) * (x[i] ?? 0);
      if (sum > 0) score += sum * (this.#output[h] ?? 0);
    }
    return score;
  }
}
