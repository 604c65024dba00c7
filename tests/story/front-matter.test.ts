import { describe, expect, it, test } from "vitest";
import { parseFrontMatter } from "../../src/story/front-matter.js";

/** What is wrong, as "line field: message"; the lines begin at 2, as in a file. */
function faultsOf(yaml: string): string[] {
  const result = parseFrontMatter(`${yaml}\n`, "x.md", 2);
  return result.ok ? [] : result.faults.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}

function contentOf(yaml: string): unknown {
  const result = parseFrontMatter(`${yaml}\n`, "x.md", 2);
  return result.ok ? result.value : faultsOf(yaml);
}

const NOT_A_DATE = "3 published: is not a date (YYYY-MM-DD or YYYY-MM)";
const NOT_AN_ADDRESS = "3 url: is not a web address (http:// or https://)";

describe("front matter", () => {
  it("keeps every value the text that stands there", () => {
    const yaml = [
      "publisher: 1984",
      "url: https://example.org/a?b=c#d",
      "published: 2025-07",
      'title: "No: 007"',
      "author: yes",
      "language: en",
      "rights: |\n  one\n  two",
      "note: 1.50",
    ];
    expect(contentOf(yaml.join("\n"))).toEqual({
      publisher: "1984",
      url: "https://example.org/a?b=c#d",
      published: "2025-07",
      title: "No: 007",
      author: "yes",
      language: "en",
      rights: "one\ntwo",
      note: "1.50",
    });
  });

  it("takes an empty optional field for one left out, and English for the language", () => {
    expect(contentOf("publisher: P\ntitle:\nurl: ''\nlanguage:")).toEqual({ publisher: "P", language: "en" });
  });

  it("takes a value with a separator inside the line, and an anchor nobody uses", () => {
    expect(contentOf("publisher: P\u2028Q")).toEqual({ publisher: "P\u2028Q", language: "en" });
    expect(contentOf("publisher: &name P")).toEqual({ publisher: "P", language: "en" });
  });
});

describe("a date", () => {
  it.each(["2025-07", "2025-07-01", "2024-02-29", "1999-12-31", '"2025-07-01"'])("%s is right", (date) => {
    expect(faultsOf(`publisher: P\npublished: ${date}`)).toEqual([]);
  });

  it.each([
    "2025",
    "2025-13",
    "2025-00",
    "2025-00-10",
    "2025-02-30",
    "2025-02-29",
    "2025-02-32",
    "2025-04-31",
    "2025-07-00",
    "2025-7-1",
    "25-07-01",
    "07/01/2025",
    "July 1, 2025",
    "2025-07-01T10:00",
    "２０２５-07",
    "yesterday",
  ])("%s is wrong", (date) => {
    expect(faultsOf(`publisher: P\npublished: ${date}`)).toEqual([NOT_A_DATE]);
  });
});

describe("an address", () => {
  it.each([
    "https://example.org",
    "http://example.org/a/b.html?c=d",
    "HTTPS://example.org",
    "https://bücher.example",
  ])("%s is right", (address) => {
    expect(faultsOf(`publisher: P\nurl: ${address}`)).toEqual([]);
  });

  it.each([
    "example.org",
    "www.example.org/a",
    "ftp://example.org",
    "javascript:alert(1)",
    "https://",
    "https:example.org",
    '"https:/example.org"',
    "https://exa mple.org",
    "//example.org",
  ])("%s is wrong", (address) => {
    expect(faultsOf(`publisher: P\nurl: ${address}`)).toEqual([NOT_AN_ADDRESS]);
  });
});

test.each<[string, string, readonly unknown[]]>([
  ["no publisher", "title: T", ["2 publisher: is missing"]],
  ["an empty publisher", 'title: T\npublisher: " "', ["3 publisher: is empty"]],
  [
    "an unknown field",
    "publisher: P\n\n# a remark\ncolour: red",
    [expect.stringMatching(/^5 colour: is not a known field/)],
  ],
  [
    "fields every object has",
    "publisher: P\n__proto__: x\nconstructor: y",
    [expect.stringMatching(/^3 __proto__: is not/), expect.stringMatching(/^4 constructor: is not/)],
  ],
  [
    "a field in capitals",
    "publisher: P\nTitle: T",
    [expect.stringMatching(/^3 Title: is not a known field/)],
  ],
  [
    "another language",
    "publisher: P\nlanguage: de",
    ["3 language: is not a language that can be searched; only en is"],
  ],
  ["two lines", "publisher: P\ntitle: |\n  a\n  b", ["3 title: has more than one line"]],
  [
    "lists and maps",
    "publisher: [a, b]\ntitle: {a: b}\nnote:\n  - x",
    ["2 publisher: is not plain text", "3 title: is not plain text", "4 note: is not plain text"],
  ],
  ["a key twice", "publisher: P\ntitle: T\npublisher: Q", ["4 front matter: Map keys must be unique"]],
  [
    "an open quotation mark",
    'publisher: P\ntitle: "T',
    [expect.stringMatching(/^\d front matter: Missing closing/)],
  ],
  [
    "a second colon",
    "publisher: P\ntitle: a: b",
    [expect.stringMatching(/^3 front matter: Nested mappings/)],
  ],
  ["a tab", "publisher: P\n\ttitle: T", [expect.stringMatching(/^3 front matter: Tabs/)]],
  [
    "two documents",
    "publisher: P\n...\ntitle: T",
    [expect.stringMatching(/^4 front matter: Source contains multiple/)],
  ],
  ["an alias", "publisher: &a P\ntitle: *a", ["3 front matter: has an alias (*name); write the value out"]],
  [
    "an alias of nothing",
    "title: T\npublisher: *a",
    ["3 front matter: has an alias (*name); write the value out"],
  ],
  ["an alias of itself", "publisher: &a [*a]", ["2 front matter: has an alias (*name); write the value out"]],
  ["a list", "- a", ["2 front matter: is not a list of `field: value` lines"]],
  ["a word", "hello", ["2 front matter: is not a list of `field: value` lines"]],
  ["nothing", "", ["2 front matter: is not a list of `field: value` lines"]],
])("%s is a fault, named with its line", (_, yaml, faults) => {
  expect(faultsOf(yaml)).toEqual(faults);
});

test("aliases of aliases are refused before they grow", () => {
  const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
  expect(faultsOf(["publisher: P", "l0: &l0 x", ...levels].join("\n")).length).toBe(12);
});

test("20,000 brackets are one line of faults, not a crash", () => {
  const faults = faultsOf(`publisher: ${"[".repeat(20_000)}`);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThan(10);
});
