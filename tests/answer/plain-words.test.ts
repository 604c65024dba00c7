import { expect, test } from "vitest";
import {
  asksForPeople,
  asksForQuotes,
  asksForTimeline,
  quotationToCheck,
} from "../../src/answer/plain-words.js";

test.each([
  "timeline",
  "Timeline?",
  "the timeline of events, please",
  "Show me all dates",
  "What happened when?",
])("asks for the timeline: %s", (text) => {
  expect(asksForTimeline(text)).toBe(true);
});

test.each(["", "the story", "What happened?", "dates of the strike", "When did it happen?"])(
  "asks for something else: %s",
  (text) => {
    expect(asksForTimeline(text)).toBe(false);
  },
);

test.each([
  "people",
  "Who is named?",
  "who is mentioned in the story?",
  "Show me all names",
  "people and organizations",
])("asks for people: %s", (text) => {
  expect(asksForPeople(text)).toBe(true);
});

test.each([
  "quotes",
  "Who is quoted?",
  "who says what",
  "all quotes please",
  "Who is quoted in the article?",
])("asks for quotes: %s", (text) => {
  expect(asksForQuotes(text)).toBe(true);
});

test.each([
  "",
  "Who is Roe?",
  "How many people died?",
  "Who is named as a suspect?",
  "Who said that?",
  "quotes about torture",
  "Which names were given?",
])("asks for neither: %s", (text) => {
  expect(asksForPeople(text) || asksForQuotes(text)).toBe(false);
});

test.each([
  ["/check We will stay", "We will stay"],
  ["/CHECK\nWe will stay", "We will stay"],
  ['check "We will stay" — Roe', '"We will stay" — Roe'],
  ["Check: “We will stay”", "“We will stay”"],
  ["check the harbour", undefined],
  ["/checkmate", undefined],
  ["/check", undefined],
  ["", undefined],
])("%j holds the quotation %j", (text, quotation) => {
  expect(quotationToCheck(text)).toBe(quotation);
});
