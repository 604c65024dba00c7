import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { shownChanges } from "../../src/answer/changes.js";
import { type Check, check, checkLine } from "../../src/answer/check.js";
import { openLibrary } from "../../src/answer/library.js";
import { spelledWords } from "../../src/language/spelling.js";
import { replyToCheck } from "../../src/reply/check-reply.js";
import { telegramMessage } from "../../src/reply/telegram-message.js";
import { type Story, wordsAt } from "../../src/story/story.js";
import { checkJson } from "../../src/terminal/check-json.js";
import { madeStory } from "../made-story.js";
import { anyStory, prose } from "../prose.js";

const story = madeStory([
  "The harbour strike began on Monday and closed the old quay.",
  "“We will stay until the last ship has left the port,” said union leader Jane Roe. She left.",
  "Mr. Doe, the mayor, called the strike a “heavy-handed answer to a small question” on Tuesday -- a day late.",
  'Dockside officials said the U.S. ship had brought 35,000 tons. "It is over," said John Doe. "It is not over yet."',
]);
const library = openLibrary([story]);

/** "kept [-only in the story-] {+only in the quotation+}" */
function spelled(result: Check): string {
  if (result.verdict !== "altered" && result.verdict !== "verbatim") return result.verdict;
  return shownChanges(result.story, result.quotation, result.changes)
    .map(({ op, text }) => (op === "equal" ? text : op === "delete" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
}

describe("word for word", () => {
  it.each([
    ["as it stands", "We will stay until the last ship has left the port"],
    ["in marks", '"We will stay until the last ship has left the port"'],
    ["without a capital, with another stop", "we will stay until the last ship has left the Port!"],
    ["with other white space", "We  will\u00a0stay\nuntil the last ship"],
    ["without the marks inside", "called the strike a heavy-handed answer to a small question on Tuesday"],
    ["with other dashes", "on Tuesday — a day late"],
    ["with a hyphen that does not break", "a heavy‑handed answer to"],
    ["over two paragraphs", "the old quay. We will stay"],
    ["with an acronym at its end", "Dockside officials said the U.S."],
    ["with a number", "had brought 35,000 tons"],
    ["with soft hyphens", "We will stay un\u00adtil the last ship"],
    ["in parts", "The harbour strike […] closed the old quay … the last ship has left"],
    ["with a part of one word", "strike … began on Monday ... quay"],
    ["in parts that stand side by side, each in marks", '"The harbour strike" … "began on Monday"'],
  ])("%s", (_, quotation) => {
    const result = check(library, { quotation, claimed: null });
    expect(result.verdict).toBe("verbatim");
    expect(spelled(result)).not.toContain("{+");
  });
});

describe("altered", () => {
  it.each([
    ["We will stay until the last boat has left", "We will stay until the last [-ship -]{+boat +}has left"],
    ["We will stay until the ship has left", "We will stay until the [-last -]ship has left"],
    ["We will all stay until the last ship", "We will {+all +}stay until the last ship"],
    ["will We stay until the last ship", "will {+We +}stay until the last ship"],
    ["We will stay until the last Ship has left", "We will stay until the last [-ship -]{+Ship +}has left"],
    ["They will stay until the last ship", "[-We -]{+They +}will stay until the last ship"],
    ["the new strike began on Monday", "The [-harbour -]{+new +}strike began on Monday"],
    ["the harbour strike began on Friday", "The harbour strike began on [-Monday-]{+Friday+}"],
    ["had brought 35,000 tonnes", "had brought 35,000 [-tons-]{+tonnes+}"],
    ["had brought 53,000 tons", "had brought [-35,000 -]{+53,000 +}tons"],
    [
      "The harbour strike … closed the new quay",
      "The harbour strike [-began on Monday and -]closed the [-old -]{+new +}quay",
    ],
    ["closed the old quay … The harbour strike began", "closed the old quay{+ The harbour strike began+}"],
    // the words in common are all shown, also behind a longer run that was left out
    [
      "We will stay until every ship has left the port",
      "We will stay until [-the last -]{+every +}ship has left the port",
    ],
    [
      "Mr. Doe called it a small question on Tuesday",
      "Mr. Doe, [-the mayor, -]called [-the strike -]{+it +}a “[-heavy-handed answer to a -]small question” on Tuesday",
    ],
  ])("%s", (quotation, changes) => {
    const result = check(library, { quotation, claimed: null });
    expect(result.verdict).toBe("altered");
    expect(spelled(result)).toBe(changes);
  });
});

test.each([
  ['"until the last ship" … "has left the port"', "until the last ship has left the port"],
  ["The harbour strike... began on Monday", "The harbour strike began on Monday"],
])("parts that stand side by side differ in nothing: %s", (quotation, words) => {
  const result = check(library, { quotation, claimed: null });
  expect(result.verdict).toBe("verbatim");
  expect(spelled(result)).toBe(words);
});

describe("not in the story", () => {
  it.each([
    "The fish was cold and old",
    "It is what it is and was",
    "Ships sail over every wide sea",
    "😀 😀 😀 😀 ok ok ok ok",
  ])("%s", (quotation) => {
    expect(check(library, { quotation, claimed: null }).verdict).toBe("absent");
  });

  it("shows the nearest sentence where one shares words", () => {
    const result = check(library, { quotation: "Fish were sold on the quay again", claimed: null });
    expect(result.verdict === "absent" && result.nearest && wordsAt(story, result.nearest)).toBe(
      "The harbour strike began on Monday and closed the old quay.",
    );
  });
});

test.each([
  "",
  " ",
  "Monday",
  "on Monday and",
  "the heavy-handed answer",
  "a -- b -- c",
  "… … … …",
  "- - - - -",
])("too short: %j", (quotation) => {
  expect(check(library, { quotation, claimed: null }).verdict).toBe("short");
});

describe("who said it", () => {
  const QUOTE = "We will stay until the last ship";
  it.each<[string, string | null, string | null, string]>([
    // a closing mark and a dash
    [`"${QUOTE}" — Jane Roe`, "Jane Roe", "agrees", QUOTE],
    [`“${QUOTE}” — roe`, "roe", "agrees", QUOTE],
    [`"${QUOTE}"\n— union leader Jane Roe`, "union leader Jane Roe", "agrees", QUOTE],
    [`"${QUOTE}" - Jane Roe.`, "Jane Roe", "agrees", QUOTE],
    [`"${QUOTE}" — Jane Roe said`, "Jane Roe", "agrees", QUOTE],
    [`"${QUOTE}" — John Doe`, "John Doe", "differs", QUOTE],
    [`"${QUOTE}" — Mary Major`, "Mary Major", "differs", QUOTE],
    // the last dash and a name of the story
    [`${QUOTE} — Jane Roe`, "Jane Roe", "agrees", QUOTE],
    [`${QUOTE} — Doe`, "Doe", "differs", QUOTE],
    [`${QUOTE} — Mary Major`, null, null, `${QUOTE} Mary Major`],
    [`${QUOTE} — monday`, "monday", "differs", QUOTE],
    [`${QUOTE} — harbour`, null, null, `${QUOTE} harbour`],
    // said
    [`Jane Roe said: "${QUOTE}"`, "Jane Roe", "agrees", QUOTE],
    [`"${QUOTE}," said Jane Roe.`, "Jane Roe", "agrees", QUOTE],
    [`"${QUOTE}," Doe said on Monday.`, "Doe", "differs", QUOTE],
    [`Yesterday, Jane Roe, a lawyer, said "${QUOTE}"`, "Yesterday", "differs", QUOTE],
    [`Jane Roe, a lawyer, said "${QUOTE}"`, "Jane Roe", "agrees", QUOTE],
    [`"We will stay," Jane Roe said, "until the last ship"`, "Jane Roe", "agrees", QUOTE],
    [`He said: "${QUOTE}"`, null, null, `He said ${QUOTE}`],
    // the story's own words make no claim
    [`left the port,” said union leader Jane Roe. She left`, null, null, "left the port said union leader"],
    // the story names nobody
    ["“heavy-handed answer to a small question” — John Doe", "John Doe", "agrees", "heavy-handed answer"],
    ['"The harbour strike began on Monday" — Jane Roe', "Jane Roe", "unknown", "The harbour strike began"],
    ['"The harbour strike began on Monday" — Mary Major', "Mary Major", "differs", "The harbour strike"],
    ['"The harbour strike began on Monday" — Harbour Daily', "Harbour Daily", "agrees", "The harbour strike"],
  ])("%s", (line, claimed, attribution, words) => {
    const result = checkLine(library, line);
    expect(result.claimed).toBe(claimed);
    const keys = (text: string) => spelledWords(text).map(({ key }) => key);
    expect(keys(result.quotation).join(" ")).toContain(keys(words).join(" "));
    if (result.verdict === "verbatim") expect(result.attribution).toBe(attribution);
  });

  const HALVES = openLibrary([
    madeStory([
      "The closure has not been explained to anybody, but dock workers condemned the plan as an insult to the whole town.",
      "While the Harbour Board has condemned the strike, especially its leaders, it has not sent anybody home.",
      'Roe said on Monday that the quay "is older than the town itself" and would be closed.',
    ]),
  ]);
  it.each([
    ["The closure has not been explained to anybody — Harbour Daily", null, "agrees"],
    ["condemned the plan as an insult to the whole town — Harbour Daily", "dock workers", "differs"],
    ["While the Harbour Board has condemned the strike — Harbour Board", null, "unknown"],
    ["it has not sent anybody home — Harbour Board", null, "unknown"],
    ["is older than the town itself — Roe", "Roe", "agrees"],
  ])("in a sentence half told, half reported: %s", (line, speaker, attribution) => {
    const name = line.split(" — ")[1] ?? "";
    const result = check(HALVES, { quotation: line.split(" — ")[0] ?? "", claimed: name });
    expect(result).toMatchObject({ verdict: "verbatim", attribution });
    expect(result.verdict === "verbatim" ? (result.speaker?.name ?? null) : undefined).toBe(speaker);
  });

  const radio = openLibrary([
    madeStory(
      [
        "The harbour strike began on Monday and closed the old quay.",
        "“We will stay until the last ship,” said Jane Roe.",
      ],
      {
        publisher: "Norland Daily/Radio Port",
      },
    ),
  ]);
  it.each([
    ["The harbour strike began on Monday — Norland Daily/Radio Port", "Norland Daily/Radio Port", "agrees"],
    ["The harbour strike began on Monday — norland daily/radio port", "norland daily/radio port", "agrees"],
    ["The harbour strike began on Monday — ND/RP", "ND/RP", "agrees"],
    ['"The harbour strike began on Monday" — NDRP', "NDRP", "agrees"],
    ['"The harbour strike began on Monday" — NRP', "NRP", "differs"],
    ["We will stay until the last ship — ND/RP", "ND/RP", "differs"],
  ])("the publisher, by its name or its letters: %s", (line, claimed, attribution) => {
    expect(checkLine(radio, line)).toMatchObject({ verdict: "verbatim", claimed, attribution });
  });

  it("of several places, the one that agrees", () => {
    const twice = openLibrary([
      madeStory(["“We will never leave the port,” said Jane Roe."], {}, "a"),
      madeStory(["“We will never leave the port,” said John Doe."], {}, "b"),
    ]);
    const result = checkLine(twice, '"We will never leave the port" — Doe');
    expect(result).toMatchObject({
      verdict: "verbatim",
      attribution: "agrees",
      speaker: { name: "John Doe" },
    });
  });
});

/** A story and a run of its words, from a start to an end. */
const storyAndRun = anyStory
  .map((one) => ({ one, words: spelledWords(one.body) }))
  .filter(({ words }) => words.length >= 5)
  .chain(({ one, words }) =>
    fc
      .tuple(fc.nat(words.length - 5), fc.integer({ min: 5, max: 60 }))
      .map(([from, length]) => ({ one, words: words.slice(from, from + length) })),
  );

const textOf = (one: Story, words: readonly { start: number; end: number }[]) =>
  one.body.slice(words[0]?.start, words.at(-1)?.end);

const keysOf = (text: string) => spelledWords(text).map(({ key }) => key);

const standsIn = (one: Story, keys: readonly string[]) =>
  ` ${keysOf(one.body).join(" ")} `.toLowerCase().includes(` ${keys.join(" ")} `.toLowerCase());

test("every exact run of words is verbatim, at a place whose words are the same", () => {
  fc.assert(
    fc.property(storyAndRun, fc.boolean(), ({ one, words }, asLine) => {
      const quotation = textOf(one, words);
      const own = openLibrary([madeStory(["Another story."], {}, "another"), one]);
      const result = asLine ? checkLine(own, quotation) : check(own, { quotation, claimed: null });
      if (result.verdict === "short") return;
      expect(result.verdict).toBe("verbatim");
      if (result.verdict !== "verbatim") return;
      expect(keysOf(wordsAt(result.story, result.span))).toEqual(keysOf(quotation));
    }),
    { numRuns: 100 },
  );
});

test("a run with a word changed, swapped, dropped or added never is, where it stands nowhere", () => {
  fc.assert(
    fc.property(
      storyAndRun,
      fc.constantFrom("change", "swap", "drop", "add"),
      fc.nat(),
      ({ one, words }, how, where) => {
        const keys = words.map(({ key }) => key);
        const at = 1 + (where % (keys.length - 2));
        const [word = "", next = ""] = [keys[at], keys[at + 1]];
        const changed = {
          change: keys.with(at, "zebra"),
          swap: keys.with(at, next).with(at + 1, word),
          drop: keys.toSpliced(at, 1),
          add: keys.toSpliced(at, 0, "zebra"),
        }[how];
        const result = check(openLibrary([one]), { quotation: changed.join(" "), claimed: null });
        if (standsIn(one, changed)) return;
        expect(result.verdict).not.toBe("verbatim");
      },
    ),
    { numRuns: 100 },
  );
});

const quotation = fc.oneof(
  prose,
  storyAndRun.map(({ one, words }) => textOf(one, words)),
  fc.string({ unit: "binary", maxLength: 80 }),
);

/** Words that make up a text, in small letters. */
const lower = (text: string) => keysOf(text).map((key) => key.toLowerCase());

test("the changes lead from the story's words to the quotation's", () => {
  fc.assert(
    fc.property(storyAndRun, quotation, fc.boolean(), ({ one, words }, other, mixed) => {
      const asked = mixed
        ? `${textOf(one, words.slice(0, 3))} ${other} … ${textOf(one, words.slice(3))}`
        : other;
      const result = check(openLibrary([one]), { quotation: asked, claimed: null });
      expect(() => JSON.parse(checkJson(result))).not.toThrow();
      if (result.verdict !== "verbatim" && result.verdict !== "altered") return;
      const changes = shownChanges(one, asked, result.changes);
      const joined = (left: string) =>
        changes.flatMap(({ op, text }) => (op === "equal" || op === left ? [text] : [])).join("");
      expect(joined("delete")).toBe(wordsAt(one, result.span));
      expect(lower(joined("insert"))).toEqual(lower(asked));
    }),
    { numRuns: 100 },
  );
});

test("a reply to any check fits into a message and quotes exact parts of the story", () => {
  fc.assert(
    fc.property(storyAndRun, quotation, prose, ({ one, words }, other, name) => {
      const own = openLibrary([one]);
      const asked = `${textOf(one, words.slice(0, 4))} ${other} ${textOf(one, words.slice(4))}`;
      const { text, entities } = telegramMessage(
        replyToCheck(check(own, { quotation: asked, claimed: name })),
      );
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(entities.length).toBeLessThanOrEqual(100);
      for (const { type, offset, length } of entities) {
        expect(length).toBeGreaterThan(0);
        if (type.endsWith("blockquote")) expect(one.body).toContain(text.slice(offset, offset + length));
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["one word", "x".repeat(10_000)],
  ["one letter", "a ".repeat(5_000)],
  ["a word of the story", "harbour ".repeat(1_250)],
  ["white space", `${" ".repeat(9_999)}x`],
  ["stops", ".".repeat(10_000)],
  ["as many words as are compared", `${"harbour said the old a ".repeat(139)}`],
  ["parts", "the … ".repeat(1_666)],
  ["quotation marks", '" said '.repeat(1_428)],
  ["dashes", " — ".repeat(3_333)],
  ["commas", "a,".repeat(5_000)],
  ["numbers", "1.".repeat(5_000)],
  ["backslashes and brackets", "(.*)+$[\\".repeat(1_250)],
])("10,000 units of %s take no time", (_, line) => {
  const large = openLibrary([
    story,
    madeStory(
      Array.from({ length: 300 }, (_, i) => `The harbour ${i} a the … a harbour said the old a a a.`),
    ),
  ]);
  checkLine(large, "The harbour is closed to all.");
  // The fastest of some tries: other programs may hold the machine up.
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    replyToCheck(checkLine(large, line));
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(500);
});
