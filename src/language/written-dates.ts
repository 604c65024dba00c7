import { type ParsedResult, strict } from "chrono-node/en";
import { around, MONTH, monthsIn } from "./month-names.js";
import type { Expression } from "./relative-dates.js";
import { wayOf } from "./tense.js";
import { expressionOf, type WrittenDate, type WrittenDay } from "./written-date.js";

const ISO = /\b(?:19|20)\d\d-\d\d-\d\d\b/g;

/** A second day of the same month: "June 27 and 28", but not "June 27 and 28 people". */
const SECOND_DAY = /^ and (?<day>\d{1,2})(?=$|[,.;:)]| (?:in|at|when|to)\b)/;

/** A date that is the name of one year's event. */
const NAMES_AN_EVENT = /^ (?:terror|attacks?|memorial|museum)\b/i;

/**
 * The dates in a sentence that name a month, or all in digits; in no order, they may overlap. A library reads those with
 * a day; what it makes of other words ("for several days", "sat", "the morning of June 3") is left aside.
 */
export function writtenExpressions(sentence: string): Expression[] {
  // The library takes half a millisecond for any sentence; most have no month.
  if (!sentence.match(MONTH) && !sentence.match(ISO)) return [];
  // The day from which it counts is never used: only what is written is taken.
  const days = strict
    .parse(sentence, { instant: new Date(0), timezone: 0 })
    .flatMap((parsed) => writtenDate(sentence, parsed));
  return [...days, ...monthsIn(sentence)].map((date) =>
    expressionOf(date, days.findLast((one) => one.start < date.start && isWhole(one))?.first),
  );
}

function isWhole({ first }: WrittenDate): boolean {
  return first.year !== undefined && first.day !== undefined;
}

function writtenDate(
  sentence: string,
  { index, text, start: from, end: until }: ParsedResult,
): WrittenDate[] {
  const first = writtenDay(from);
  if (first === undefined || !(text.match(MONTH) || text.match(ISO))) return [];
  const start = index + (/^(?:on|in|from|by) /i.exec(text)?.[0].length ?? 0);
  const end = index + text.trimEnd().replace(/,$/, "").length;
  const { before, after } = around(sentence, start, end);
  if (first.month === 9 && first.day === 11 && first.year === undefined && NAMES_AN_EVENT.test(after))
    return [];
  const last = until ? writtenDay(until) : undefined;
  const way = wayOf(before, after);
  const known = { first, last, start, end, part: undefined, years: undefined, way } as const;
  const second = first.day === undefined || last ? null : SECOND_DAY.exec(after);
  if (!second) return [known];
  return [{ ...known, last: { ...first, day: Number(second.groups?.day) }, end: end + second[0].length }];
}

function writtenDay(parsed: ParsedResult["start"]): WrittenDay | undefined {
  const written = (part: "year" | "month" | "day") =>
    parsed.isCertain(part) ? (parsed.get(part) ?? undefined) : undefined;
  const month = written("month");
  return month === undefined ? undefined : { year: written("year"), month, day: written("day") };
}
