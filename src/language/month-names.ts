import { wayOf } from "./tense.js";
import type { WrittenDate } from "./written-date.js";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** With a capital: "may" and "march" are words. */
export const MONTH =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/g;

/** Words before a month that stands alone: without one of them "March" and "May" may be anything. */
const BEFORE_MONTH = /\b(?:in|since|until|till|during|through|early|late|mid|last|this|next)[ -]$/i;

/** Before a name these stand as well ("by May Roe", "of May's"), and before other months an article ("the June summit"). */
const MAY_BE_BEFORE = /\b(?:by|from|to|of|before|after|between|and) $/i;
const NAME_GOES_ON = /^(?:['’]s| \p{Lu})/u;
const ARTICLE = /\b(?:the|an?) $/i;

const PART_BEFORE =
  /\b(?:(?<part>early|mid|late)(?:[ -]| in )|(?:the )?(?<edge>end|start|beginning|middle) of |(?<which>last|next) )$/i;

const PARTS = {
  early: "early",
  mid: "mid",
  late: "late",
  end: "late",
  start: "early",
  beginning: "early",
  middle: "mid",
} as const;

const YEAR_AFTER =
  /^\.?(?:(?: of|,)? (?<year>(?:19|20)\d\d)\b(?!-?\d)|(?: of)? (?<which>last|this|next) year\b)/i;

/** How much of the sentence around a date is read, in UTF-16 code units. */
const AROUND = 60;

/** The words before and behind a place in a sentence. */
export function around(sentence: string, start: number, end: number) {
  return {
    before: sentence.slice(Math.max(0, start - AROUND), start),
    after: sentence.slice(end, end + AROUND),
  };
}

/** Months without a day: "in May", "late June", "December 2024", "October last year". */
export function monthsIn(sentence: string): WrittenDate[] {
  return Array.from(sentence.matchAll(MONTH)).flatMap(({ index, 0: name }) => {
    const { before, after } = around(sentence, index, index + name.length);
    const year = YEAR_AFTER.exec(after);
    const isDay = /^\.? \d/.test(after) && !year;
    const isWord = name === "May" || name === "March";
    const isTold =
      year ||
      BEFORE_MONTH.test(before) ||
      (MAY_BE_BEFORE.test(before) && !NAME_GOES_ON.test(after)) ||
      (!isWord && ARTICLE.test(before));
    if (isDay || !isTold) return [];
    const stated = year?.groups?.year;
    const first = {
      year: stated === undefined ? undefined : Number(stated),
      month: MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1,
      day: undefined,
    };
    const years = { last: -1, this: 0, next: 1 }[year?.groups?.which?.toLowerCase() ?? ""];
    const end = index + name.length + (year?.[0].length ?? 0);
    const way = wayOf(before, after);
    return [withPart({ start: index, end, first, last: undefined, part: undefined, years, way }, before)];
  });
}

/** With the words before a month that tell which part of it is meant, or which of its years. */
function withPart(date: WrittenDate, before: string): WrittenDate {
  const match = PART_BEFORE.exec(before);
  if (!match) return date;
  const word = (match.groups?.part ?? match.groups?.edge ?? match.groups?.which ?? "").toLowerCase();
  const start = date.start - match[0].length;
  if (isPart(word)) return { ...date, start, part: PARTS[word] };
  return { ...date, start, way: word === "last" ? "back" : "ahead" };
}

function isPart(word: string): word is keyof typeof PARTS {
  return Object.hasOwn(PARTS, word);
}
