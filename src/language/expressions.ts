import type { Span } from "./span.js";
import { tokens } from "./tokens.js";
import { numberOf } from "./written-forms.js";

/** What kind of fact an expression states. */
export type ExpressionKind = "date" | "number" | "money" | "percent" | "duration" | "age";

/** Words of a text that state when, how many, how much, how long or how old. */
export interface Expression extends Span {
  readonly kind: ExpressionKind;
}

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)(?!\\p{L})";
const WEEKDAY = "(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)";
const YEAR = "(?:1[0-9]|20)\\d\\d";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const SEASON = "(?:spring|summer|autumn|fall|winter)";
const UNIT_OF_TIME = "(?:second|minute|hour|day|night|week|weekend|month|year|decade|centur(?:y|ie))s?";
const COUNT =
  "(?:\\d+(?:[.,]\\d+)*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|few|some|many)";
const PART = "(?:early|late|mid|last|next|this|earlier|later|previous|past|following|same)";

/** Longer forms first: where two begin at one place, the first in the list is taken. */
const DATES = new RegExp(
  [
    `(?:(?:on|in|since|until|by)\\s+)?(?:(?:early|late|mid)[- ])?(?:${WEEKDAY},?\\s+)?${MONTH}\\s+${DAY}(?:\\s*(?:,|of)?\\s*${YEAR})?(?![.,]?\\d)`,
    `(?:(?:on|in|since|until|by)\\s+)?(?:${WEEKDAY},?\\s+)?(?:the\\s+)?${DAY}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`,
    `(?:in|since|until|by|of|during|from|between)\\s+(?:the\\s+)?(?:(?:early|late|mid)[- ]?)?(?:${SEASON}\\s+(?:of\\s+)?|${MONTH},?\\s+(?:of\\s+)?)?${YEAR}s?\\b`,
    `(?:(?:early|late|mid)[- ])?${MONTH},?\\s+(?:of\\s+)?${YEAR}\\b`,
    `(?:in|since|until|by|last|this|next|of|early|late)\\s+${MONTH}(?![a-z])`,
    `(?:(?:on|last|this|next|late|early|since|until|by)\\s+)*${WEEKDAY}(?:\\s+(?:morning|afternoon|evening|night))?\\b`,
    `(?:the\\s+)?(?:${PART}[- ])+(?:day|night|week|weekend|month|year|decade|century|morning|evening|afternoon|${SEASON})\\b`,
    `(?:over|at|during)\\s+the\\s+weekend\\b`,
    `${COUNT}\\s+${UNIT_OF_TIME}\\s+(?:ago|later|earlier|before|after)\\b`,
    `(?:yesterday|today|tonight|tomorrow|nowadays)\\b`,
    `(?:at\\s+)?\\d{1,2}(?::\\d\\d)?\\s*(?:[ap]\\.m\\.|[ap]m\\b)`,
    `(?:the\\s+)?(?:early|late|mid)?[- ]?(?:\\d{1,2}(?:st|nd|rd|th)|(?:nine|six|seven|eigh|fif|four|thir)teenth|twentieth)[- ]centur(?:y|ies)\\b`,
    `(?:the\\s+)?(?:(?:early|late|mid)[- ]?)?${YEAR}s?\\b(?:\\s*(?:AD|BC|BCE|CE)\\b)?`,
  ]
    .map((form) => `(?:${form})`)
    .join("|"),
  "giu",
);

const DURATIONS = new RegExp(
  `(?:for\\s+)?(?:(?:more|less|nearly|almost|about|around|over|up)\\s+(?:than\\s+|to\\s+)?)?${COUNT}[- ]${UNIT_OF_TIME}(?!\\p{L}|[- ]old)`,
  "giu",
);
const AGES = /(?:aged?\s+\d{1,3}(?!\d)|\d{1,3}[- ]years?[- ](?:olds?|of age)|(?<=,\s)\d{1,2}(?=,(?!\d)))/giu;
const MONEY =
  /(?:US|C|A|HK)?[$€£¥]\s?\d+(?:[.,]\d+)*(?:\s+(?:thousand|million|billion|trillion)|(?:k|m|bn|tn)\b)?|\d+(?:[.,]\d+)*\s+(?:thousand\s+|million\s+|billion\s+|trillion\s+)?(?:dollars|euros|pounds|rubles|roubles|yen|yuan|cents)\b/giu;
const PERCENT = /\d+(?:[.,]\d+)*(?:%|\s+per\s?cent\b|\s+percent\b)/giu;

/** Words that count without naming a number. */
const COUNTING: ReadonlySet<string> = new Set(
  "dozen dozens hundred hundreds thousand thousands million millions billion billions several many few half".split(
    " ",
  ),
);

/** Longer texts are cut into pieces by their callers; this one bounds what a regular expression sees. */
const LONGEST = 2_000;

/**
 * The expressions of a sentence, left to right, never overlapping. Where several kinds fit, the more special one wins:
 * age before duration before date, money and per cent before number.
 */
export function expressions(sentence: string): Expression[] {
  const text = sentence.slice(0, LONGEST);
  const found: Expression[] = [];
  const add = (kind: ExpressionKind, start: number, end: number) => {
    if (found.every((one) => one.end <= start || end <= one.start)) found.push({ kind, start, end });
  };
  const addAll = (kind: ExpressionKind, form: RegExp) => {
    for (const match of text.matchAll(form)) {
      if (startsWord(text, match.index) && !VERBS.test(match[0]))
        add(kind, match.index, match.index + match[0].length);
    }
  };
  addAll("age", AGES);
  addAll("money", MONEY);
  addAll("percent", PERCENT);
  addAll("date", DATES);
  addAll("duration", DURATIONS);
  for (const { text: word, start, end } of tokens(text)) {
    if (isCount(word)) add("number", start, end);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "may" and "march" in small letters are verbs, not months. */
const VERBS = /\b(?:may|march)\b/;

/** False inside a word; a sign of currency begins an amount wherever it stands. */
function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || !/[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** True for a number in digits or words, and for words that count ("dozens"). */
function isCount(word: string): boolean {
  if (/^\d/.test(word)) return true;
  const lower = word.toLowerCase();
  return COUNTING.has(lower) || lower === "one" || numberOf(lower) !== undefined;
}
