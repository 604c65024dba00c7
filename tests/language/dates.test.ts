import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { datesIn } from "../../src/language/dates.js";
import { prose } from "../prose.js";

/** A Wednesday. */
const TODAY = "2025-07-02";

/** "expression: from…to precision basis" of each date, counted from that day, with June 30 named before. */
function dates(sentence: string, today: string | undefined = TODAY): string[] {
  const last = { from: "2025-06-30", to: "2025-06-30", precision: "day" } as const;
  return datesIn(sentence, { today, last, lastDay: last.from }).map(
    ({ start, end, from, to, precision, basis }) =>
      `${sentence.slice(start, end)}: ${from === to ? from : `${from}…${to}`} ${precision} ${basis}`,
  );
}

describe("a date that is written", () => {
  it.each([
    ["The quay closed on June 27.", "June 27: 2025-06-27 day inferred"],
    ["The quay closed June 27.", "June 27: 2025-06-27 day inferred"],
    ["The quay closed on 27 June 2024.", "27 June 2024: 2024-06-27 day stated"],
    ["On Sept. 5, 2024, it closed.", "Sept. 5, 2024: 2024-09-05 day stated"],
    ["On the 5th of May it closed.", "5th of May: 2025-05-05 day inferred"],
    ["On the morning of June 27 it closed.", "June 27: 2025-06-27 day inferred"],
    ["The log of 2025-06-12 says so.", "2025-06-12: 2025-06-12 day stated"],
    ["On Sunday, June 29, it closed.", "Sunday, June 29: 2025-06-29 day inferred"],
    ["It closed on February 29, 2024.", "February 29, 2024: 2024-02-29 day stated"],
    ["In December 2024 it closed.", "December 2024: 2024-12-01…2024-12-31 month stated"],
    ["In the early hours of July 1 it closed.", "July 1: 2025-07-01 day inferred"],
    ["The February 2022 storm closed it.", "February 2022: 2022-02-01…2022-02-28 month stated"],
    ["By July it was closed.", "July: 2025-07-01…2025-07-31 month inferred"],
    ["It closed in May.", "May: 2025-05-01…2025-05-31 month inferred"],
    ["It has been closed since July.", "July: 2025-07-01…2025-07-31 month inferred"],
    ["It closed in late June.", "late June: 2025-06-21…2025-06-30 range inferred"],
    ["It closed in mid-May 2024.", "mid-May 2024: 2024-05-11…2024-05-20 range stated"],
    ["It closed early in February.", "early in February: 2025-02-01…2025-02-10 range inferred"],
    ["It closed in October last year.", "October last year: 2024-10-01…2024-10-31 month inferred"],
    ["It closed in May of this year.", "May of this year: 2025-05-01…2025-05-31 month inferred"],
    ["The captain died last November.", "last November: 2024-11-01…2024-11-30 month inferred"],
    ["In June, it closed.", "June: 2025-06-01…2025-06-30 month inferred"],
    ["Officials said in August that it was over.", "August: 2024-08-01…2024-08-31 month inferred"],
    ["It closed at the end of June.", "the end of June: 2025-06-21…2025-06-30 range inferred"],
    ["The fair of June 3-7 was cold.", "June 3-7: 2025-06-03…2025-06-07 range inferred"],
    ["It rained on June 27 and 28.", "June 27 and 28: 2025-06-27…2025-06-28 range inferred"],
    ["It was shut from June 3 to July 1.", "June 3 to July 1: 2025-06-03…2025-07-01 range inferred"],
    // the year: the last one, unless the date is to come or long past
    ["It closed on December 24.", "December 24: 2024-12-24 day inferred"],
    ["The vote is on September 5.", "September 5: 2025-09-05 day inferred"],
    ["It will open again on February 1.", "February 1: 2026-02-01 day inferred"],
    ["The work will end in March.", "March: 2026-03-01…2026-03-31 month inferred"],
  ])("%s", (sentence, date) => {
    expect(dates(sentence)).toEqual([date]);
  });

  it("follows one with its year in the same sentence", () => {
    expect(dates("The strike began on September 27, 2020, and ended on January 10.")).toEqual([
      "September 27, 2020: 2020-09-27 day stated",
      "January 10: 2021-01-10 day inferred",
    ]);
  });
});

describe("a date that is told from another", () => {
  it.each([
    ["It closed last week.", "last week: 2025-06-23…2025-06-29 week inferred"],
    ["It closes this week.", "this week: 2025-06-30…2025-07-06 week inferred"],
    ["It opens next week.", "next week: 2025-07-07…2025-07-13 week inferred"],
    ["Late last week it closed.", "Late last week: 2025-06-23…2025-06-29 week inferred"],
    ["It closed last month.", "last month: 2025-06-01…2025-06-30 month inferred"],
    ["It closed late last month.", "late last month: 2025-06-21…2025-06-30 range inferred"],
    ["It closed earlier this month.", "this month: 2025-07-01…2025-07-31 month inferred"],
    ["It closed last year.", "last year: 2024-01-01…2024-12-31 year inferred"],
    ["It closed over the weekend.", "the weekend: 2025-06-28…2025-06-29 range inferred"],
    ["It closed last weekend.", "last weekend: 2025-06-28…2025-06-29 range inferred"],
    ["It will open this weekend.", "this weekend: 2025-07-05…2025-07-06 range inferred"],
    ["It closed on Friday.", "Friday: 2025-06-27 day inferred"],
    ["On Wednesday it closed.", "Wednesday: 2025-07-02 day inferred"],
    ["Last Wednesday it closed.", "Last Wednesday: 2025-06-25 day inferred"],
    ["Monday's talks failed.", "Monday: 2025-06-30 day inferred"],
    ["They met on Tuesday night.", "Tuesday: 2025-07-01 day inferred"],
    ["They will meet on Friday.", "Friday: 2025-07-04 day inferred"],
    ["They meet next Monday.", "next Monday: 2025-07-07 day inferred"],
    ["It closed yesterday.", "yesterday: 2025-07-01 day inferred"],
    ["It closed two days ago.", "two days ago: 2025-06-30 day inferred"],
    ["It closed a week ago.", "a week ago: 2025-06-23…2025-06-29 week inferred"],
    ["It closed three months ago.", "three months ago: 2025-04-01…2025-04-30 month inferred"],
    ["It closed 10 years ago.", "10 years ago: 2015-01-01…2015-12-31 year inferred"],
    ["The same day it closed.", "The same day: 2025-06-30 day inferred"],
    ["That day it closed.", "That day: 2025-06-30 day inferred"],
    ["It closed that same week.", "that same week: 2025-06-30…2025-07-06 week inferred"],
    ["The next day it opened.", "The next day: 2025-07-01 day inferred"],
    ["It had closed the previous day.", "the previous day: 2025-06-29 day inferred"],
    ["It opened the following week.", "the following week: 2025-07-07…2025-07-13 week inferred"],
    ["It had closed the previous month.", "the previous month: 2025-05-01…2025-05-31 month inferred"],
    ["They meet this Friday.", "this Friday: 2025-07-04 day inferred"],
    ["It opened two days later.", "two days later: 2025-07-02 day inferred"],
    ["It had closed a day earlier.", "a day earlier: 2025-06-29 day inferred"],
  ])("%s", (sentence, date) => {
    expect(dates(sentence)).toEqual([date]);
  });

  it("in the same sentence", () => {
    expect(dates("It closed on June 3 and opened the next day.")[1]).toBe(
      "the next day: 2025-06-04 day inferred",
    );
  });
});

describe("a year", () => {
  it.each([
    ["It has been closed since the war in 2020.", "2020: 2020-01-01…2020-12-31 year stated"],
    ["The 2020 harbour war ended.", "2020: 2020-01-01…2020-12-31 year stated"],
    ["Since 1991 it has been closed.", "1991: 1991-01-01…1991-12-31 year stated"],
    [
      "It was built in the first quarter of 2024.",
      "the first quarter of 2024: 2024-01-01…2024-03-31 range stated",
    ],
    [
      "It was built in the second half of 2023.",
      "the second half of 2023: 2023-07-01…2023-12-31 range stated",
    ],
    ["The harbour's 2019 fair was cold.", "2019: 2019-01-01…2019-12-31 year stated"],
    ["It closed in the autumn of 2020.", "2020: 2020-01-01…2020-12-31 year stated"],
    ["The film (2018) was long.", "2018: 2018-01-01…2018-12-31 year stated"],
    ["In the 2014-15 season it won.", "2014-15: 2014-01-01…2015-12-31 range stated"],
  ])("%s", (sentence, date) => {
    expect(dates(sentence)).toEqual([date]);
  });
});

describe("no date", () => {
  it.each([
    "It was closed for three years.",
    "It was not reported for several days.",
    "It has changed in recent years.",
    "It dates back to the early 2000s.",
    "It was built in the 1990s.",
    "It changed over the past year.",
    "It rained for the last week.",
    "It changed in the last month.",
    "It cost 2020 dollars.",
    "It was found in 2,020 cases.",
    "It was found in 2000 cases.",
    "It happened several weeks ago.",
    "The May family may march in the sun.",
    "March on the harbour, they said.",
    "He sat down and said so.",
    "It was built by May Roe and sold by May's son to April Doe.",
    "Over the next year it will change.",
    "It was Bloody Sunday.",
    "He wrote for the Sunday Gazette.",
    "They meet on Mondays.",
    "The quarter of 2024 homes was cold.",
    "It was seen at 5 p.m.",
    "The second of the men was cold.",
    "He came on June 31.",
    "The September 11 attacks changed it.",
    "A day later than planned, it sank.",
    "",
  ])("%s", (sentence) => {
    expect(dates(sentence)).toEqual([]);
  });

  it("where it is not known on which day the text speaks", () => {
    expect(datesIn("It closed last week, on Friday, June 27, over the weekend.", NOWHERE)).toEqual([]);
    expect(datesIn("It closed the same day.", NOWHERE)).toEqual([]);
    expect(datesIn("It closed in 2020, on June 3, 2021.", NOWHERE)).toHaveLength(2);
  });
});

const NOWHERE = { today: undefined, last: undefined, lastDay: undefined };

test("any text: in order, apart, in bounds, days that exist, and the first not after the last", () => {
  const piece = fc.constantFrom(
    ..."June May 31 30 29 3-7 2024 2020 the last next same day week month late early Sunday on in and ago two later of - , .".split(
      " ",
    ),
  );
  const sentence = fc.oneof(
    prose,
    fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" ")),
  );
  fc.assert(
    fc.property(sentence, (text) => {
      let end = 0;
      for (const date of datesIn(text, { today: TODAY, last: undefined, lastDay: "2024-02-29" })) {
        expect(date.start).toBeGreaterThanOrEqual(end);
        expect(date.end).toBeGreaterThan(date.start);
        expect(date.end).toBeLessThanOrEqual(text.length);
        end = date.end;
        for (const day of [date.from, date.to]) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        expect(date.from <= date.to).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test.each(["June 1 ", "1,", "1-2-", "last ", "2020 ", "May ", "two days ", " ", "Sunday ", "the end of "])(
  "700 units of %j take no time",
  (piece) => {
    const text = piece.repeat(700 / piece.length);
    datesIn(text, { today: TODAY, last: undefined, lastDay: undefined });
    const began = performance.now();
    datesIn(text, { today: TODAY, last: undefined, lastDay: undefined });
    expect(performance.now() - began).toBeLessThan(200);
  },
);
