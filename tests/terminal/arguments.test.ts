import { describe, expect, it } from "vitest";
import { parseCommand, UsageError } from "../../src/terminal/arguments.js";

const ASK = { name: "ask", corpus: undefined, json: false, limit: 3, question: undefined };

describe("the command line", () => {
  it.each([
    [[], { name: "start", corpus: undefined }],
    [["--corpus", "c"], { name: "start", corpus: "c" }],
    [["ask"], ASK],
    [["ask", "who", "died?"], { ...ASK, question: "who died?" }],
    [["ask", "who died?", "--json", "--limit=7"], { ...ASK, question: "who died?", json: true, limit: 7 }],
    [["--corpus=c", "--json", "ask", "--", "--why"], { ...ASK, corpus: "c", json: true, question: "--why" }],
    [["ask", ""], { ...ASK, question: "" }],
    [["check"], { name: "check", corpus: undefined, json: false, quotation: undefined }],
    [
      ["check", "We will", "stay"],
      { name: "check", corpus: undefined, json: false, quotation: "We will stay" },
    ],
    [["timeline", "--json"], { name: "timeline", corpus: undefined, json: true }],
    [["people", "--json"], { name: "people", corpus: undefined, json: true }],
    [["quotes"], { name: "quotes", corpus: undefined, json: false, speaker: undefined }],
    [
      ["quotes", "Jane", "Roe", "--json"],
      { name: "quotes", corpus: undefined, json: true, speaker: "Jane Roe" },
    ],
    [["stories", "--json"], { name: "stories", corpus: undefined, json: true }],
    [["unanswered", "--json"], { name: "unanswered", corpus: undefined, json: true }],
    [["verify", "--corpus", "c"], { name: "verify", corpus: "c" }],
    [["doctor"], { name: "doctor", corpus: undefined }],
    [["--help"], { name: "help" }],
    [["ask", "-h"], { name: "help" }],
    [["--version"], { name: "version" }],
  ])("%j", (argv, command) => {
    expect(parseCommand(argv)).toEqual(command);
  });
});

describe("a wrong command line is refused", () => {
  it.each([
    [["start"]],
    [["help"]],
    [["check", "--limit", "3"]],
    [["quotes", "--limit", "3"]],
    [["import"]],
    [["doctor", "more"]],
    [["doctor", "--json"]],
    [["toString"]],
    [["__proto__"]],
    [["--unknown"]],
    [["-x"]],
    [["--json"]],
    [["verify", "--json"]],
    [["stories", "--limit", "3"]],
    [["timeline", "2"]],
    [["people", "Roe"]],
    [["stories", "more"]],
    [["unanswered", "more"]],
    [["unanswered", "--limit", "3"]],
    [["verify", "more"]],
    [["ask", "--limit"]],
    [["ask", "--limit", "0"]],
    [["ask", "--limit", "-1"]],
    [["ask", "--limit", "2.5"]],
    [["ask", "--limit", "many"]],
    [["ask", "--limit", "1000"]],
    [["ask", "--json=yes"]],
    [["ask", "--corpus"]],
    [["ask", "--corpus="]],
  ])("%j", (argv) => {
    expect(() => parseCommand(argv)).toThrow(UsageError);
  });
});
