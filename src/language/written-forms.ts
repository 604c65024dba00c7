/**
 * Words that are written in more than one way and mean the same: numbers in words and digits, ordinals, short forms of
 * months. General English.
 */

const ONES = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** "one" is left out: it is a pronoun more often than a number. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[...ONES, ...TEENS].flatMap((word, i): [string, number][] => (word === "one" ? [] : [[word, i]])),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** Short forms that are not words of their own ("mar" and "may" are left alone). */
const MONTHS: ReadonlyMap<string, string> = new Map([
  ["jan", "january"],
  ["feb", "february"],
  ["apr", "april"],
  ["jun", "june"],
  ["jul", "july"],
  ["aug", "august"],
  ["sep", "september"],
  ["sept", "september"],
  ["oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
]);

/** The written form under which a folded word is indexed: "two" and "2", "27th" and "27", "dec" and "december" are one. */
export function writtenForm(word: string): string {
  const number = numberOf(word);
  if (number !== undefined) return String(number);
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  return ordinal ?? MONTHS.get(word) ?? word;
}

/** The value of a number written in words up to "ninety-nine"; undefined for any other word. */
export function numberOf(word: string): number | undefined {
  const [tens = "", ones = "", ...more] = word.split("-");
  const value = NUMBERS.get(tens);
  if (value === undefined || more.length > 0) return undefined;
  if (ones === "") return value;
  const unit = ONES.indexOf(ones);
  return value >= 20 && value % 10 === 0 && unit > 0 && unit < 10 ? value + unit : undefined;
}
