import { expect, test } from "vitest";
import { asksForTimeline, quotationToCheck } from "../../src/answer/plain-words.js";

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
