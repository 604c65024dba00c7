import {
  type Day,
  dayOf,
  daysBetween,
  monthIn,
  oneDay,
  type Period,
  partOfMonth,
  yearNumber,
} from "./calendar.js";
import type { Expression } from "./relative-dates.js";
import type { Span } from "./span.js";
import type { Way } from "./tense.js";

/** What is written of a day; months from 1. */
export interface WrittenDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

/** A date that names its month. */
export interface WrittenDate extends Span {
  readonly first: WrittenDay;
  /** Where it ends ("June 3-7"). */
  readonly last: WrittenDay | undefined;
  /** The part of the month that is meant. */
  readonly part: "early" | "mid" | "late" | undefined;
  /** The year is this many years after that in which the text speaks ("June of last year"). */
  readonly years: number | undefined;
  readonly way: Way;
}

/**
 * A date without its year of which the text does not tell whether it is past is the last such day, and only where that
 * is more than so many days ago the next one: news tells what was, and announces a few months ahead. From 270 to 300
 * makes no difference in the texts that were read.
 */
const LOOKS_BACK = 290;

/** @param follows a date before it in the sentence, with its year: the next such day after that one is meant */
export function expressionOf(date: WrittenDate, follows: WrittenDay | undefined): Expression {
  const { start, end, first, last, part, years, way } = date;
  const stated = first.year ?? last?.year;
  const anchor = follows?.year === undefined ? undefined : startOf(follows, follows.year);
  return {
    start,
    end,
    namesDay: first.day !== undefined,
    isStated: stated !== undefined,
    resolve: ({ today }) => {
      const told = years === undefined || today === undefined ? undefined : yearNumber(today) + years;
      const guessed = anchor ? yearOf(first, anchor, "ahead") : yearOf(first, today, way);
      const year = stated ?? told ?? guessed;
      return year === undefined ? undefined : periodOf(first, last, year, part);
    },
  };
}

function yearOf({ month, day = 1 }: WrittenDay, near: Day | undefined, way: Way): number | undefined {
  if (near === undefined) return undefined;
  // February 29 comes every four years only.
  const years = [-4, -1, 0, 1, 4].map((more) => yearNumber(near) + more);
  const days = years.flatMap((year) => dayOf(year, month, day) ?? []);
  const [past, next] = [days.findLast((one) => one <= near), days.find((one) => one >= near)];
  const isLongAgo = past === undefined || daysBetween(past, near) > LOOKS_BACK;
  const looksAhead = way === "ahead" || (way === "near" && isLongAgo);
  const chosen = looksAhead ? (next ?? past) : past;
  return chosen === undefined ? undefined : yearNumber(chosen);
}

function periodOf(
  first: WrittenDay,
  last: WrittenDay | undefined,
  year: number,
  part: WrittenDate["part"],
): Period | undefined {
  const from = startOf(first, year);
  if (from === undefined) return undefined;
  if (last !== undefined) {
    const ownYear = last.year ?? year;
    const to = endOf(last, ownYear);
    // "December 30 to January 2"
    const until = to !== undefined && to < from ? endOf(last, ownYear + 1) : to;
    return until === undefined ? undefined : { from, to: until, precision: "range" };
  }
  if (first.day !== undefined) return oneDay(from);
  const month = monthIn(year, first.month);
  return part ? partOfMonth(month, part) : month;
}

function startOf({ month, day }: WrittenDay, year: number): Day | undefined {
  return dayOf(year, month, day ?? 1);
}

function endOf({ month, day }: WrittenDay, year: number): Day | undefined {
  return day === undefined ? monthIn(year, month).to : dayOf(year, month, day);
}
