import { describe, expect, it, test } from "vitest";
import { openLibrary } from "../../src/answer/library.js";
import { checkCommand } from "../../src/terminal/check-command.js";
import { askCommand, type Print, quotesCommand, storiesCommand } from "../../src/terminal/commands.js";
import { peopleCommand } from "../../src/terminal/people-command.js";
import { timelineCommand } from "../../src/terminal/timeline-command.js";
import { madeStory } from "../made-story.js";

const story = madeStory(
  ["The harbour strike began on Monday.", "Jane Roe said the quay was closed to all ships.", "It rained."],
  { url: "https://example.org/a/harbour-strike", published: "2025-07-01" },
  "strike",
);
const library = openLibrary([story]);
const SCREEN = { columns: 80, colour: false };

/** What a command prints, and what it says of its input. */
async function printed<T>(command: (print: Print) => Promise<T>): Promise<{ right: T; stdout: string }> {
  let stdout = "";
  const right = await command(async (line) => {
    stdout += `${line}\n`;
  });
  return { right, stdout };
}

async function* lines(...all: string[]): AsyncGenerator<string> {
  yield* all;
}

const objects = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const checked = (json: boolean, ...quotations: string[]) =>
  printed((print) => checkCommand(library, lines(...quotations), json, SCREEN, print));
const asked = (json: boolean, limit: number, ...questions: string[]) =>
  printed((print) => askCommand(library, lines(...questions), { json, limit }, SCREEN, print));
const quoted = (json: boolean, speaker?: string) =>
  printed((print) => quotesCommand(library, { json, speaker }, SCREEN, print));

describe("check", () => {
  it("answers in text, the differences between signs", async () => {
    const { right, stdout } = await checked(false, '"The Quay was open to all ships" — Doe');
    expect(right).toBe(true);
    expect(stdout.split("\n").slice(0, 6)).toEqual([
      "Altered: not word for word in the story.",
      "the -quay- +Quay+ was -closed- +open+ to all ships",
      "(-only in the story-, +only in the quotation+)",
      "Said by Jane Roe, not Doe.",
      "The story's own words:",
      "  │ Jane Roe said the quay was closed to all ships.",
    ]);
  });

  it("--json gives one line for each in the agreed shape, faulty ones included", async () => {
    const quotations = [
      "the quay was closed to all ships — Jane Roe",
      '{"quote": "the quay was open to all ships"}',
      '{"quote": "the quay was closed to", "claimed": "Doe"}',
      "",
      "Every fish in the sea was cold",
      '{"quote": 5}',
      '{"quote": "the quay was closed to", "claimed": {}}',
      '{"quota": "the quay"}',
    ];
    const { right, stdout } = await checked(true, ...quotations);
    expect(right).toBe(false);
    const place = { story: "strike", start: 50, end: 82, text: "the quay was closed to all ships" };
    const nowhere = { story: null, start: null, end: null, text: null };
    const nobody = { speaker: null, basis: "none", claimed: null, attribution: null };
    const roe = { speaker: "Jane Roe", basis: "stated", claimed: "Jane Roe", attribution: "agrees" };
    expect(objects(stdout)).toEqual([
      {
        quote: "the quay was closed to all ships",
        verdict: "verbatim",
        ...place,
        changes: [{ op: "equal", text: place.text }],
        ...roe,
      },
      {
        quote: "the quay was open to all ships",
        verdict: "altered",
        ...place,
        changes: [
          { op: "equal", text: "the quay was " },
          { op: "delete", text: "closed " },
          { op: "insert", text: "open " },
          { op: "equal", text: "to all ships" },
        ],
        ...roe,
        claimed: null,
        attribution: null,
      },
      expect.objectContaining({ verdict: "verbatim", claimed: "Doe", attribution: "differs" }),
      { quote: "", verdict: "short", ...nowhere, changes: [], ...nobody },
      { quote: quotations[4], verdict: "absent", ...nowhere, changes: [], ...nobody },
      { error: { field: "quote", message: "must be a text" } },
      { error: { field: "claimed", message: "must be a name, as a text" } },
      expect.objectContaining({ verdict: "short" }),
    ]);
  });
});

describe("timeline", () => {
  it("tells each date with its sentence", async () => {
    const { stdout } = await printed((print) => timelineCommand([story], false, SCREEN, print));
    expect(stdout.split("\n").slice(0, 4)).toEqual([
      "When it was, in the story's words, in order:",
      "June 30, 2025 (inferred)",
      "  │ The harbour strike began on Monday.",
      "— Harbour Daily, in its own words · paragraph 1 of 3",
    ]);
  });

  it("--json gives one line for each in the agreed shape", async () => {
    const { stdout } = await printed((print) => timelineCommand([story], true, SCREEN, print));
    expect(objects(stdout)).toEqual([
      {
        story: "strike",
        from: "2025-06-30",
        to: "2025-06-30",
        precision: "day",
        expression: { start: 28, end: 34, text: "Monday" },
        sentence: { start: 0, end: 35, text: "The harbour strike began on Monday." },
        basis: "inferred",
      },
    ]);
  });
});

describe("ask", () => {
  it("answers in text, with who says it, where, and a link", async () => {
    const { right, stdout } = await asked(false, 1, "Was the quay closed?");
    expect(right).toBe(true);
    expect(stdout).toBe(
      [
        "  │ Jane Roe said the quay was closed to all ships.",
        "— Jane Roe · paragraph 2 of 3",
        "Harbour Daily · July 1, 2025 · harbour-strike",
        "https://example.org/a/harbour-strike#:~:text=Jane%20Roe%20said%20the%20quay%20was%20closed%20to%20all%20ships.",
        "",
        "",
      ].join("\n"),
    );
  });

  it("--json gives one line in the agreed shape", async () => {
    const { stdout } = await asked(true, 3, "Was the quay closed?");
    const [answer, ...others] = objects(stdout);
    expect(others).toEqual([]);
    expect(Object.keys(answer ?? {})).toEqual([
      "question",
      "status",
      "confidence",
      "excerpts",
      "milliseconds",
    ]);
    const sentence = "Jane Roe said the quay was closed to all ships.";
    const place = { start: 36, end: 83, text: sentence };
    const best = Array.isArray(answer?.excerpts) ? answer.excerpts[0] : undefined;
    expect(best).toEqual({
      story: "strike",
      paragraph: 2,
      ...place,
      sentence: place,
      answer: best?.answer ?? null,
      score: best?.score,
      voice: "source",
      speaker: { name: "Jane Roe", basis: "stated" },
    });
    expect(answer).toMatchObject({ question: "Was the quay closed?", status: "answered" });
  });
});

describe("quotes", () => {
  it("--json gives one line for each statement in the agreed shape", async () => {
    const { stdout } = await quoted(true);
    expect(objects(stdout)).toEqual([
      {
        story: "strike",
        paragraph: 2,
        kind: "indirect",
        source: { start: 36, end: 44, text: "Jane Roe" },
        cue: { start: 45, end: 49, text: "said" },
        content: [{ start: 50, end: 82, text: "the quay was closed to all ships" }],
        speaker: "Jane Roe",
        basis: "stated",
        rule: "model",
      },
    ]);
  });

  it("NAME keeps to one speaker, forgiving in spelling; where nobody has it, it says so", async () => {
    const { stdout } = await quoted(false, "roe");
    expect(stdout).toBe(
      ["  │ Jane Roe said the quay was closed to all ships", "— Jane Roe · paragraph 2 of 3", "", ""].join(
        "\n",
      ),
    );
    expect((await quoted(false, "John Doe")).stdout).toBe(
      "The story does not quote anybody of that name.\n\n",
    );
    expect((await quoted(true, "John Doe")).stdout).toBe("");
  });
});

test("people ends with how to ask in the terminal for somebody's words", async () => {
  const { stdout } = await printed((print) => peopleCommand([story], false, SCREEN, print));
  expect(stdout).toMatch(/\nWhat somebody says: quotes NAME\n+$/);
});

test("people --json gives one line for each that is named, in the agreed shape", async () => {
  const { stdout } = await printed((print) => peopleCommand([story], true, SCREEN, print));
  expect(objects(stdout)).toEqual([
    {
      story: "strike",
      name: "Jane Roe",
      kind: "person",
      description: null,
      mentions: [{ start: 36, end: 44 }],
      statements: 1,
    },
  ]);
});

test("stories lists what there is, in text and as JSON", async () => {
  const corpus = { stories: [story], faults: [] };
  const text = await printed((print) => storiesCommand(corpus, false, print));
  const json = await printed((print) => storiesCommand(corpus, true, print));
  expect(text.stdout.split("\t")).toEqual([
    "strike",
    "Harbour Daily",
    "2025-07-01",
    "harbour-strike",
    "https://example.org/a/harbour-strike",
    "3 paragraphs, 3 sentences\n",
  ]);
  expect(objects(json.stdout)).toEqual([
    {
      id: "strike",
      publisher: "Harbour Daily",
      title: null,
      url: "https://example.org/a/harbour-strike",
      published: "2025-07-01",
      language: "en",
      paragraphs: 3,
      sentences: 3,
    },
  ]);
});
