/** A day of the Gregorian calendar, "YYYY-MM-DD"; later days compare as greater texts. */
export type Day = string;

/** A stretch of days, first and last included, and how exactly it is known. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly precision: "day" | "week" | "month" | "year" | "range";
}

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** @returns undefined where the month (from 1) has no such day */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const iso = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && isoOf(time) === iso ? iso : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function isoOf(time: number): Day {
  return new Date(time).toISOString().slice(0, "YYYY-MM-DD".length);
}

export function daysAfter(day: Day, days: number): Day {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_IN_MILLISECONDS);
}

/** How many days lie between; negative where the second one is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MILLISECONDS);
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function oneDay(day: Day): Period {
  return { from: day, to: day, precision: "day" };
}

/** Monday to Sunday. */
export function weekOf(day: Day): Period {
  const monday = daysAfter(day, 1 - weekdayOf(day));
  return { from: monday, to: daysAfter(monday, 6), precision: "week" };
}

/** @param months how many months later, or, where negative, earlier */
export function monthOf(day: Day, months = 0): Period {
  const count = yearNumber(day) * 12 + monthNumber(day) - 1 + months;
  return monthIn(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1);
}

export function monthIn(year: number, month: number): Period {
  const from = `${String(year).padStart(4, "0")}-${two(month)}-01`;
  return { from, to: isoOf(Date.UTC(year, month, 0)), precision: "month" };
}

export function yearIn(year: number): Period {
  return { ...range(`${String(year).padStart(4, "0")}-01-01`, year, 12), precision: "year" };
}

/** From a day to the end of a month. */
export function range(from: Day, year: number, month: number): Period {
  return { from, to: monthIn(year, month).to, precision: "range" };
}

export function yearNumber(day: Day): number {
  return Number(day.slice(0, 4));
}

function monthNumber(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Where a month's first and last third end. */
const EARLY_UNTIL = 10;
const LATE_FROM = 21;

/** The early, middle or late part of a month: its first ten days, the next ten, the rest. */
export function partOfMonth({ from, to }: Period, part: "early" | "mid" | "late"): Period {
  const [start, end] = {
    early: [from, daysAfter(from, EARLY_UNTIL - 1)],
    mid: [daysAfter(from, EARLY_UNTIL), daysAfter(from, LATE_FROM - 2)],
    late: [daysAfter(from, LATE_FROM - 1), to],
  }[part];
  return { from: start ?? from, to: end ?? to, precision: "range" };
}
