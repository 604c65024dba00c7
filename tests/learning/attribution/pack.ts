import { constants, deflateRawSync } from "node:zlib";
import type { Forest } from "../../../src/attribution/confidence.js";
import type { LinearModel } from "../../../src/attribution/linear-model.js";
import type { WeightsHead } from "../../../src/attribution/weights-file.js";

/** Steps are written in thousandths. */
const STEP_UNIT = 0.001;

/** What the weights file holds beside its origin. */
export interface Learned {
  readonly cueRates: readonly string[];
  readonly tagger: LinearModel;
  readonly linker: LinearModel;
  readonly statement: Forest;
  readonly source: Forest;
}

/** The weights file; `weightsIn` of `src/attribution/weights-file.ts` tells the layout and reads it. */
export function packed(origin: string, { cueRates, tagger, linker, statement, source }: Learned): Buffer {
  const head: WeightsHead = {
    origin,
    cueRates: [...cueRates],
    tagger: chainHead(tagger),
    linker: chainHead(linker),
    statement: forestHead(statement),
    source: forestHead(source),
  };
  const numbers = Buffer.concat([
    ...chainNumbers(tagger),
    ...chainNumbers(linker),
    ...forestNumbers(statement),
    ...forestNumbers(source),
  ]);
  const small = deflateRawSync(numbers, { level: constants.Z_BEST_COMPRESSION });
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), small]);
}

function chainHead({ tags, table, unit }: LinearModel): WeightsHead["tagger"] {
  return { tags, features: table.lows.length, unit, stepUnit: STEP_UNIT };
}

function chainNumbers({ table: { starts, lows }, weights, steps }: LinearModel): Buffer[] {
  const counts = Uint8Array.from(starts.subarray(1), (end, high) => {
    const count = end - (starts[high] ?? 0);
    if (count > 255) throw new Error(`${count} features have the same upper half; a byte cannot say so`);
    return count;
  });
  const small = Int16Array.from(steps.scores, (step) =>
    Math.max(-32768, Math.min(32767, Math.round(step / STEP_UNIT))),
  );
  return [counts, lows, weights, small].map(bytesOf);
}

function forestHead({ base, trees }: Forest): WeightsHead["source"] {
  return { base, trees: trees.map(({ length }) => length) };
}

function forestNumbers({ trees }: Forest): Buffer[] {
  return trees.map((tree) => bytesOf(Float64Array.from(tree)));
}

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
