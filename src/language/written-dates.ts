import { en, type ParsedComponents, type ParsedResult } from "chrono-node";
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
import { type Expression, TO_COME } from "./relative-dates.js";
import type { Span } from "./span.js";

/** With a capital: "may" and "march" are words. */
const MONTH =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/;

const ISO = /\b(?:19|20)\d\d-\d\d-\d\d\b/;

/** Words before a month that stands alone: without one of them "March" and "May" may be anything. */
const BEFORE_MONTH =
  /\b(?:in|since|until|till|by|from|to|of|during|through|before|after|between|and|early|late|mid|last|this|next|the|a|an)[ -]$/i;

const PART_BEFORE =
  /\b(?:(?<part>early|mid|late)(?:[ -]| in )|(?:the )?(?<edge>end|start|beginning|middle) of )$/i;

/** What the library takes with a date. */
const LEADING = /^(?:on|in|from|by|end of) /i;

const PARTS = { end: "late", start: "early", beginning: "early", middle: "mid" } as const;

/** A second day of the same month: "June 27 and 28", but not "June 27 and 28 people". */
const SECOND_DAY = /^ and (?<day>\d{1,2})(?=$|[,.;:)]| (?:in|at|when|to)\b)/;

/** A date that is the name of one year's event. */
const NAMES_AN_EVENT = /^ (?:terror|attacks?\b)/;

/** How much of the sentence around a date is read, in UTF-16 code units. */
const AROUND = 60;

/**
 * A date without its year is the last such day, and only where that is more than so many days ago the next one: news
 * tells what was, and announces a few months ahead. From 200 to 300 makes no difference in the texts that were read.
 */
const LOOKS_BACK = 240;

interface WrittenDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

type Part = "early" | "mid" | "late";

interface WrittenDate extends Span {
  readonly first: WrittenDay;
  readonly last: WrittenDay | undefined;
  /** The part of the month that is meant. */
  readonly part: Part | undefined;
  /** True where the words before it say that it is to come. */
  readonly isToCome: boolean;
}

/**
 * The dates in a sentence that name a month, or all in digits, left to right. What the library makes of other words
 * ("for several days", "sat", "sun", "on Friday") is left aside: it looks ahead where news looks back.
 */
export function writtenExpressions(sentence: string): Expression[] {
  // The library takes half a millisecond for any sentence; most have no month.
  if (!MONTH.test(sentence) && !ISO.test(sentence)) return [];
  // The day from which it counts is never used: only what is written is taken.
  const dates = en.casual
    .parse(sentence, { instant: new Date(0), timezone: 0 })
    .flatMap((parsed) => writtenDate(sentence, parsed));
  return dates.map((date, i) => expression(date, dates.slice(0, i).findLast(isWhole)?.first));
}

/** @param follows a date before it in the sentence, with its year */
function expression(date: WrittenDate, follows: WrittenDay | undefined): Expression {
  const { start, end, first, last, part, isToCome } = date;
  const stated = first.year ?? last?.year;
  const anchor = follows?.year === undefined ? undefined : startOf(follows, follows.year);
  return {
    start,
    end,
    namesDay: first.day !== undefined,
    isStated: stated !== undefined,
    resolve: ({ today }) => {
      const year = stated ?? yearOf(first, anchor ?? today, isToCome || anchor !== undefined);
      return year === undefined ? undefined : periodOf(first, last, year, part);
    },
  };
}

function isWhole({ first }: WrittenDate): boolean {
  return first.year !== undefined && first.day !== undefined;
}

function writtenDate(
  sentence: string,
  { index, text, start: begin, end: until }: ParsedResult,
): WrittenDate[] {
  const first = writtenDay(begin);
  if (first === undefined || !(MONTH.test(text) || ISO.test(text))) return [];
  const start = index + (LEADING.exec(text)?.[0].length ?? 0);
  const end = index + text.length;
  const before = sentence.slice(Math.max(0, start - AROUND), start);
  const after = sentence.slice(end, end + AROUND);
  const isToCome = TO_COME.test(before);
  const last = until ? writtenDay(until) : undefined;
  // Of "the end of June" the library makes its last day.
  if (last === undefined && (first.day === undefined || /^end of /i.test(text))) {
    const month = { ...first, day: undefined };
    if (month.year === undefined && !BEFORE_MONTH.test(before)) return [];
    const { part, length } = partBefore(before);
    return [{ start: start - length, end, first: month, last, part, isToCome }];
  }
  if (first.month === 9 && first.day === 11 && first.year === undefined && NAMES_AN_EVENT.test(after))
    return [];
  const second = last === undefined ? SECOND_DAY.exec(after) : null;
  const day = Number(second?.groups?.day);
  const both = second ? { end: end + second[0].length, last: { ...first, day } } : { end, last };
  return [{ start, ...both, first, part: undefined, isToCome }];
}

function writtenDay(parsed: ParsedComponents): WrittenDay | undefined {
  const written = (part: "year" | "month" | "day") =>
    parsed.isCertain(part) ? (parsed.get(part) ?? undefined) : undefined;
  const month = written("month");
  return month === undefined ? undefined : { year: written("year"), month, day: written("day") };
}

/** The part of the month that the words before its name tell, and how many code units they take. */
function partBefore(before: string): { readonly part: Part | undefined; readonly length: number } {
  const match = PART_BEFORE.exec(before);
  const word = (match?.groups?.part ?? match?.groups?.edge ?? "").toLowerCase();
  const part = isEdge(word) ? PARTS[word] : isPart(word) ? word : undefined;
  return { part, length: match?.[0].length ?? 0 };
}

function isEdge(word: string): word is keyof typeof PARTS {
  return Object.hasOwn(PARTS, word);
}

function isPart(word: string): word is Part {
  return word === "early" || word === "mid" || word === "late";
}

function yearOf(
  { month, day = 1 }: WrittenDay,
  near: Day | undefined,
  isToCome: boolean,
): number | undefined {
  if (near === undefined) return undefined;
  const years = [-4, -1, 0, 1, 4].map((more) => yearNumber(near) + more);
  const days = years.flatMap((year) => dayOf(year, month, day) ?? []);
  const [past, next] = [days.findLast((one) => one <= near), days.find((one) => one >= near)];
  const isLongAgo = past === undefined || daysBetween(past, near) > LOOKS_BACK;
  const chosen = isToCome || isLongAgo ? (next ?? past) : past;
  return chosen === undefined ? undefined : yearNumber(chosen);
}

function periodOf(
  first: WrittenDay,
  last: WrittenDay | undefined,
  year: number,
  part: Part | undefined,
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
