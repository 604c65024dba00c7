import { z } from "zod";

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
  readonly #hidden: Float64Array[];
  readonly #kinds: readonly (readonly number[])[];
  readonly #output: readonly number[];
  readonly #direct: Float64Array;

  constructor(weights: NetworkWeights) {
    this.#inputs = weights.inputs.length;
    this.#hidden = weights.hidden.map((row) => Float64Array.from(row));
    this.#kinds = weights.kinds;
    this.#output = weights.output;
    this.#direct = Float64Array.from(weights.direct);
  }

  /** @param inputs as many as the network has, in their order */
  score(inputs: ArrayLike<number>, kind: number): number {
    const n = this.#inputs;
    let score = product(this.#direct, inputs, n) + (this.#direct[n] ?? 0);
    for (let h = 0; h < this.#hidden.length; h++) {
      const weights = this.#hidden[h];
      if (!weights) continue;
      const used = weights.length - 1;
      const sum = product(weights, inputs, used) + (weights[used] ?? 0) + (this.#kinds[kind]?.[h] ?? 0);
      if (sum > 0) score += sum * (this.#output[h] ?? 0);
    }
    return score;
  }
}

function product(weights: Float64Array, inputs: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (weights[i] ?? 0) * (inputs[i] ?? 0);
  return sum;
}
