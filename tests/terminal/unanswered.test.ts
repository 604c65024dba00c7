import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unansweredCommand } from "../../src/terminal/unanswered-command.js";
import { run } from "../program.js";

const LINES = [
  '{"question":"Who is the mayor?"}',
  '{"question":"Who is\\u001b[31m the\\n mayor of Oakport?"}',
  "",
  '{"question":"the mayor',
  '{"question":5}',
  '{"question":" "}',
  '{"question":"the mayor"}',
];

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-unanswered-"));
  file = join(folder, "questions.jsonl");
  await writeFile(file, LINES.join("\n"));
});

afterAll(() => rm(folder, { recursive: true }));

async function shown(json: boolean) {
  const [lines, faults]: [string[], string[]] = [[], []];
  const print = async (line: string) => void lines.push(line);
  const right = await unansweredCommand(file, json, print, (fault) => void faults.push(fault));
  return { right, lines, faults };
}

test("groups are shown, faulty lines named, the others used", async () => {
  const { right, lines, faults } = await shown(false);
  expect(right).toBe(false);
  expect(lines).toEqual(["2 × Who is the mayor?\n    the mayor", "1 × Who is[31m the mayor of Oakport?"]);
  expect(faults).toEqual(
    [4, 5, 6].map((line) => `${file}:${line}: expected a JSON object {"question": "…"}`),
  );
});

test("--json gives one line for each group", async () => {
  const { lines } = await shown(true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { times: 2, terms: ["mayor"], wordings: ["Who is the mayor?", "the mayor"] },
    { times: 1, terms: expect.any(Array), wordings: ["Who is\u001b[31m the\n mayor of Oakport?"] },
  ]);
});

test("the command takes the file from the settings: 1 for a faulty line, 2 for no file or none that can be read", async () => {
  const env = { QUESTIONS_LOG: file };
  const faulty = await run(["unanswered", "--json"], folder, { env });
  expect(faulty).toMatchObject({ code: 1, stderr: expect.stringContaining("questions.jsonl:4:") });
  expect(faulty.stdout.split("\n")).toHaveLength(3);
  const unset = await run(["unanswered"], folder);
  expect(unset).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("QUESTIONS_LOG: expected"),
  });
  const missing = await run(["unanswered"], folder, { env: { QUESTIONS_LOG: "nowhere" } });
  expect(missing).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("QUESTIONS_LOG: expected"),
  });
});
