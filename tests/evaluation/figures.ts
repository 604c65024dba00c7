import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** Measured figures by name ("held-out: right sentence first"), rounded to four places. */
export type Figures = Record<string, number>;

const COMMITTED = new URL("../../../tests/evaluation/figures.json", import.meta.url);

const figuresSchema = z.record(z.string(), z.number());

/**
 * Prints each figure beside the committed one. Figures of skipped sets are not compared.
 * @returns how many differ
 */
export function compareFigures(measured: Figures, skipped: readonly string[]): number {
  const before = committed();
  let differing = 0;
  for (const name of new Set([...Object.keys(before), ...Object.keys(measured)])) {
    const [now, then] = [measured[name], before[name]];
    if (now === undefined && skipped.some((set) => name.startsWith(`${set}: `))) continue;
    const same = now !== undefined && then !== undefined && Math.abs(now - then) < 0.00005;
    if (!same) differing++;
    console.log(`${name.padEnd(64)} ${shown(now)}${same ? "" : `   committed: ${shown(then)}`}`);
  }
  for (const set of skipped) console.log(`${set}: not measured, its data is not here`);
  return differing;
}

/** Writes what was measured; figures of skipped sets stay as they were. */
export function writeFigures(measured: Figures, skipped: readonly string[]): void {
  const kept = Object.entries(committed()).filter(([name]) =>
    skipped.some((set) => name.startsWith(`${set}: `)),
  );
  const all = { ...measured, ...Object.fromEntries(kept) };
  writeFileSync(COMMITTED, `${JSON.stringify(all, null, 2)}\n`);
}

function committed(): Figures {
  return figuresSchema.parse(JSON.parse(readFileSync(COMMITTED, "utf8")));
}

function shown(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(4);
}
