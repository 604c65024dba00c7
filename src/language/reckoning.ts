import {
  type Day,
  dayOf,
  daysAfter,
  monthIn,
  monthOf,
  oneDay,
  type Period,
  partOfMonth,
  weekdayOf,
  weekOf,
  yearIn,
  yearNumber,
} from "./calendar.js";

/** What the words of news mean, counted from a day. */

function lower(word: string | undefined): string {
  return (word ?? "").toLowerCase();
}

export function unitOf(day: Day, unit: string | undefined, count: number): Period {
  switch (lower(unit)) {
    case "week":
      return weekOf(daysAfter(day, 7 * count));
    case "month":
      return monthOf(day, count);
    case "year":
      return yearIn(yearNumber(day) + count);
    default:
      return oneDay(daysAfter(day, count));
  }
}

/** Parts are told of months only; a week or year that is told in parts stays whole. */
export function partOf(period: Period, part: string | undefined): Period {
  const known = lower(part);
  const isPart = known === "early" || known === "mid" || known === "late";
  return isPart && period.precision === "month" ? partOfMonth(period, known) : period;
}

/** True where a period lies within one day, week, month or year. */
export function isWithin({ from, to }: Period, unit: string | undefined): boolean {
  return unitOf(from, unit, 0).to >= to;
}

/** The one that is over or on; "this" and "next" are those of this week and the next. */
export function weekend(today: Day, which: string): Period {
  const { from } = weekOf(today);
  const isOn = weekdayOf(today) >= 6 && which === "the";
  const weeks = { this: 0, next: 1 }[which] ?? (isOn ? 0 : -1);
  const saturday = daysAfter(from, 5 + 7 * weeks);
  return { from: saturday, to: daysAfter(saturday, 1), precision: "range" };
}

/** News looks back: "Friday" is today or the last one, but the next one where it is to come, as is "this Friday". */
export function weekday(today: Day, wanted: number, which: string, isToCome: boolean): Day {
  const back = (weekdayOf(today) - wanted + 7) % 7;
  if (which === "last") return daysAfter(today, back === 0 ? -7 : -back);
  if (which === "this" && back > 0) return daysAfter(today, 7 - back);
  if (which === "next") return daysAfter(today, 7 - back);
  return daysAfter(today, isToCome && back > 0 ? 7 - back : -back);
}

export function partOfYear(year: number, index: number, unit: string): Period | undefined {
  const months = unit === "half" ? 6 : 3;
  const [first, last] = [index * months + 1, (index + 1) * months];
  const from = dayOf(year, first, 1);
  return from !== undefined && last <= 12
    ? { from, to: monthIn(year, last).to, precision: "range" }
    : undefined;
}
