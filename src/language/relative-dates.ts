import { type Day, daysAfter, oneDay, type Period, yearIn } from "./calendar.js";
import { isWithin, partOf, partOfYear, unitOf, weekday, weekend } from "./reckoning.js";
import type { Span } from "./span.js";
import { wayOf } from "./tense.js";

/** From where a text counts. */
export interface Standpoint {
  /** The day on which the text speaks; undefined where it is not known. */
  readonly today: Day | undefined;
  /** What was named last before, and the last day among it ("the same year", "the same day"). */
  readonly last: Period | undefined;
  readonly lastDay: Day | undefined;
}

/** Words that may mean a date, and what they mean when it is known from where the text counts. */
export interface Expression extends Span {
  /** Whether the year is written. */
  readonly isStated: boolean;
  /** Whether a day is written in figures ("July 1"). */
  readonly namesDay: boolean;
  /** @returns undefined where it cannot be worked out */
  readonly resolve: (from: Standpoint) => Period | undefined;
}

interface Rule {
  readonly pattern: RegExp;
  readonly resolve: (words: Record<string, string>, from: Standpoint, context: Context) => Period | undefined;
  readonly isStated?: true;
}

interface Context {
  readonly before: string;
  readonly after: string;
}

const NUMBERS = "a an one two three four five six seven eight nine ten eleven twelve".split(" ");
const NUMBER = `(?<number>${NUMBERS.join("|")}|\\d{1,3})`;
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const ORDINALS = "first second third fourth".split(" ");
const YEAR = "(?:19|20)\\d\\d";

/** What is counted stands behind a number that is no year ("in 2000 cases"). */
const COUNTED =
  /^ (?:people|cases|troops|soldiers|men|women|members|homes|dollars|euros|miles|kilometers|tons|jobs)\b/;

const YEAR_AFTER =
  /(?:\b(?:in|since|until|till|of|from|to|by|during|before|after|between|and|through|around|early|late|mid|the|that|an?|his|her|its|their|our|year|spring|summer|autumn|fall|winter)[ -]|['’]s |\()$/i;

const RULES: readonly Rule[] = [
  {
    // "last week", "late last month", "this year"; "the last week" is how long something took
    pattern: /\b(?:(?<part>early|mid|late)[ -])?(?<which>last|this|next) (?<unit>week|month|year)\b/gi,
    resolve: ({ part, which, unit }, { today }, { before }) =>
      today === undefined || /\b(?:the|in|over|past) $/i.test(before)
        ? undefined
        : partOf(unitOf(today, unit, { last: -1, this: 0, next: 1 }[lower(which)] ?? 0), part),
  },
  {
    pattern: /\b(?<which>the last|the past|the|last|this|next) weekend\b/gi,
    resolve: ({ which }, { today }) => (today === undefined ? undefined : weekend(today, lower(which))),
  },
  {
    // Not in names: "Bloody Sunday", "the Sunday Gazette"
    pattern: new RegExp(
      `\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?<day>${DAYS.join("|")})\\b(?! \\p{Lu})`,
      "gu",
    ),
    resolve: ({ which, day }, { today }, { before }) =>
      today === undefined || /(?:^| )\p{Lu}[\p{L}’']+ $/u.test(before.replace(/^(?:On|In|By|Since) $/, ""))
        ? undefined
        : oneDay(weekday(today, DAYS.indexOf(day ?? "") + 1, lower(which), wayOf(before, "") === "ahead")),
  },
  {
    pattern: new RegExp(`\\b${NUMBER} (?<unit>day|week|month|year)s? ago\\b`, "gi"),
    resolve: ({ number, unit }, { today }) =>
      today === undefined ? undefined : unitOf(today, unit, -countOf(number)),
  },
  {
    pattern: /\b(?:yesterday|tomorrow|tonight)\b/gi,
    resolve: ({ 0: word }, { today }) =>
      today === undefined
        ? undefined
        : oneDay(daysAfter(today, { yesterday: -1, tomorrow: 1 }[lower(word)] ?? 0)),
  },
  {
    pattern: /\b(?:the|that) same (?<unit>day|week|month|year)\b|\bthat (?<only>day)\b/gi,
    resolve: ({ unit, only }, { last, lastDay }) => {
      if (lower(unit ?? only) === "day") return lastDay === undefined ? undefined : oneDay(lastDay);
      return last && isWithin(last, unit) ? unitOf(last.from, unit, 0) : undefined;
    },
  },
  {
    pattern:
      /\bthe (?:(?<way>next|following|previous|preceding) day|(?<which>following|previous) (?<unit>week|month|year))\b/gi,
    resolve: ({ way, which, unit }, { last, lastDay }) => {
      const count = /^(?:next|following)$/i.test(way ?? which ?? "") ? 1 : -1;
      if (unit === undefined) return lastDay === undefined ? undefined : oneDay(daysAfter(lastDay, count));
      return last && isWithin(last, unit) ? unitOf(last.from, unit, count) : undefined;
    },
  },
  {
    pattern: new RegExp(`\\b${NUMBER} days? (?<which>later|earlier)\\b(?! than)`, "gi"),
    resolve: ({ number, which }, { lastDay }) =>
      lastDay === undefined
        ? undefined
        : oneDay(daysAfter(lastDay, lower(which) === "later" ? countOf(number) : -countOf(number))),
  },
  {
    pattern: new RegExp(
      `\\bthe (?<number>${ORDINALS.join("|")}) (?<unit>quarter|half) of (?<year>${YEAR})\\b`,
      "gi",
    ),
    resolve: ({ number, unit, year }) =>
      partOfYear(Number(year), ORDINALS.indexOf(lower(number)), lower(unit)),
    isStated: true,
  },
  {
    pattern: new RegExp(`\\b(?<first>${YEAR})[-–](?<second>${YEAR}|\\d\\d)\\b`, "g"),
    resolve: ({ first = "", second = "" }) => {
      const until = Number(second.length === 2 ? first.slice(0, 2) + second : second);
      if (until <= Number(first)) return undefined;
      return { from: yearIn(Number(first)).from, to: yearIn(until).to, precision: "range" };
    },
    isStated: true,
  },
  {
    pattern: new RegExp(`\\b${YEAR}\\b(?![-–,.:/]?\\d|[-–]\\p{L}|s\\b)`, "gu"),
    resolve: ({ 0: year }, _, { before, after }) =>
      YEAR_AFTER.test(before) && !COUNTED.test(after) ? yearIn(Number(year)) : undefined,
    isStated: true,
  },
];

/** How much of the sentence around an expression is read, in UTF-16 code units. */
const AROUND = 60;

/** The dates that are told in other words than a month's name, in no order; they may overlap. */
export function relativeDates(sentence: string): Expression[] {
  return RULES.flatMap(({ pattern, resolve, isStated = false }) =>
    Array.from(sentence.matchAll(pattern), (match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const context = {
        before: sentence.slice(Math.max(0, start - AROUND), start),
        after: sentence.slice(end, end + AROUND),
      };
      const words = { ...match.groups, 0: match[0] };
      return {
        start,
        end,
        isStated,
        namesDay: false,
        resolve: (from: Standpoint) => resolve(words, from, context),
      };
    }),
  );
}

function lower(word: string | undefined): string {
  return (word ?? "").toLowerCase();
}

function countOf(number: string | undefined): number {
  const word = lower(number);
  return /^\d/.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word) - 1);
}
