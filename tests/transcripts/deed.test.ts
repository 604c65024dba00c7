import { expect, test } from "vitest";
import { type Deed, parseAction } from "./deed.js";

const cases: [string, string, Deed][] = [
  ["reader: hello", "reader", { kind: "sends", form: "text", text: "hello" }],
  ["reader (sticker):", "reader", { kind: "sends", form: "sticker", text: "" }],
  [
    "anna, replying to the bot: and when?",
    "anna",
    { kind: "sends", form: "text", text: "and when?", replyTo: "the bot" },
  ],
  [
    'boris (photo), replying to "One: two" at "two": /check',
    "boris",
    { kind: "sends", form: "photo", text: "/check", replyTo: '"One: two"', quote: "two" },
  ],
  ["reader presses [Next passage]", "reader", { kind: "presses", button: "Next passage" }],
  ['reader presses [Back] under "One"', "reader", { kind: "presses", button: "Back", under: '"One"' }],
  ['reader edits "Whoo": who?', "reader", { kind: "edits", message: '"Whoo"', text: "who?" }],
  ["reader deletes the bot", "reader", { kind: "deletes", message: "the bot" }],
  ["anna silences the bot", "anna", { kind: "stands", standing: "restricted" }],
  ["reader (inline): who", "reader", { kind: "sends", form: "inline", text: "who" }],
  ["reader scrolls on", "reader", { kind: "scrolls" }],
  ["reader chooses 12", "reader", { kind: "chooses", result: 12 }],
  ["reader opens [Ask more]", "reader", { kind: "opens", button: "Ask more" }],
  ["reader opens t.me/story_bot?start=a-B_1", "reader", { kind: "opens", payload: "a-B_1" }],
  ["anna makes it a supergroup", "anna", { kind: "upgrades" }],
];

test.each(cases)("%s", (line, person, deed) => {
  expect(parseAction(line)).toEqual({ person, deed });
});

test.each([
  "reader presses Context",
  "reader presses on: it",
  "  bot: hello",
  "reader deletes",
  "# reader: hello",
])("%j is nothing that somebody does", (line) => {
  expect(parseAction(line)).toBeUndefined();
});
