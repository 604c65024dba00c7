import type { Day, Period } from "./calendar.js";
import { type Expression, relativeDates, type Standpoint } from "./relative-dates.js";
import { overlaps, type Span } from "./span.js";
import { writtenExpressions } from "./written-dates.js";

/** Words that tell when something was, and the days that they mean. */
export interface DateExpression extends Span, Period {
  /** "stated" where the year is written, "inferred" where it or more was worked out. */
  readonly basis: "stated" | "inferred";
}

/**
 * The dates in a sentence, left to right; durations ("for three years") and vague spans ("recent years", "the early
 * 2000s") are none. What cannot be worked out from where the text stands is left out.
 */
export function datesIn(sentence: string, from: Standpoint): DateExpression[] {
  const found: DateExpression[] = [];
  let here = from;
  for (const { start, end, isStated, resolve } of inOrder([
    ...writtenExpressions(sentence),
    ...relativeDates(sentence),
  ])) {
    const period = found.some((earlier) => overlaps(earlier, { start, end })) ? undefined : resolve(here);
    if (!period) continue;
    found.push({ ...period, start, end, basis: isStated ? "stated" : "inferred" });
    here = { ...here, last: period, lastDay: dayIn(period) ?? here.lastDay };
  }
  return found;
}

/** The days of one month that a sentence names in figures, with or without the year. */
export function daysNamedIn(sentence: string, month: Period): Day[] {
  const from = { today: month.to, last: undefined, lastDay: undefined };
  return writtenExpressions(sentence)
    .flatMap(({ namesDay, resolve }) => (namesDay ? (resolve(from)?.to ?? []) : []))
    .filter((day) => month.from <= day && day <= month.to);
}

/** The day, where a period is one. */
export function dayIn({ from, precision }: Period): Day | undefined {
  return precision === "day" ? from : undefined;
}

/** From left to right; where two begin together the longer first. */
function inOrder(expressions: readonly Expression[]): Expression[] {
  return expressions.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
