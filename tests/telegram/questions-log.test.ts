import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { looksPersonal } from "../../src/language/personal-data.js";
import { QuestionsLog } from "../../src/telegram/serving/questions-log.js";

let folder: string;
let file: string;
let logged: string[];
const log = pino({}, { write: (line) => logged.push(line) });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-questions-"));
  file = join(folder, "questions.jsonl");
  logged = [];
});

afterEach(() => rm(folder, { recursive: true }));

function decline(questionsLog: QuestionsLog | undefined, asked: string | null): void {
  questionsLog?.answer({ kind: "declined", confidence: 0, excerpts: [], question: null, hint: null }, asked);
}

/** What the lines of the file say; every line must have its end. */
async function kept(): Promise<unknown[]> {
  const lines = (await readFile(file, "utf8")).split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line));
}

test("any question comes out as it was asked, in its order, one a line, but those that look personal", async () => {
  const asked = fc.array(fc.string({ unit: "binary", maxLength: 320 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(asked, async (questions) => {
      await rm(file, { force: true });
      const questionsLog = await QuestionsLog.open(file, log);
      for (const question of questions) decline(questionsLog, question);
      await questionsLog.written();
      expect(await kept()).toEqual(
        questions.filter((one) => !looksPersonal(one)).map((question) => ({ question })),
      );
    }),
    { numRuns: 30 },
  );
  expect(logged).toEqual([]);
});

test("only what was declined is kept, and only the asker's own words", async () => {
  const questionsLog = await QuestionsLog.open(file, log);
  questionsLog.answer({ kind: "small-talk", confidence: 0, excerpts: [] }, "hello");
  questionsLog.answer({ kind: "answered", confidence: 1, excerpts: [], question: "" }, "Who won?");
  decline(questionsLog, null);
  decline(questionsLog, "Who lost?");
  await questionsLog.written();
  expect(await kept()).toEqual([{ question: "Who lost?" }]);
});

test("the file is for its owner alone", async () => {
  await QuestionsLog.open(file, log);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("two bots share a file, and one that is moved away is made again", async () => {
  const both = [await QuestionsLog.open(file, log), await QuestionsLog.open(file, log)];
  for (let i = 0; i < 50; i++) for (const one of both) decline(one, `Who was the ${"x".repeat(i)} mayor?`);
  await Promise.all(both.map((one) => one.written()));
  expect(await kept()).toHaveLength(100);
  await rename(file, join(folder, "old.jsonl"));
  decline(both[0], "Who is the mayor?");
  await both[0]?.written();
  expect(await kept()).toEqual([{ question: "Who is the mayor?" }]);
});

test("a line that a full disk cut off does not spoil the next one", async () => {
  await writeFile(file, '{"question":"Who is the may');
  const questionsLog = await QuestionsLog.open(file, log);
  decline(questionsLog, "Who is the mayor?");
  await questionsLog.written();
  expect(await readFile(file, "utf8")).toBe(
    '{"question":"Who is the may\n{"question":"Who is the mayor?"}\n',
  );
});

test("a disk that fails is told of once, without the question, and later questions are kept", async () => {
  const inner = join(folder, "inner");
  await mkdir(inner);
  file = join(inner, "questions.jsonl");
  const questionsLog = await QuestionsLog.open(file, log);
  await rm(inner, { recursive: true });
  decline(questionsLog, "Who is the mayor?");
  decline(questionsLog, "Who was the mayor?");
  await questionsLog.written();
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("ENOENT");
  expect(logged[0]).not.toContain("mayor");
  await mkdir(inner);
  decline(questionsLog, "Who will be the mayor?");
  await questionsLog.written();
  expect(await kept()).toEqual([{ question: "Who will be the mayor?" }]);
});

test("a file that cannot be appended to is refused at the start", async () => {
  await expect(QuestionsLog.open(join(folder, "nowhere", "questions.jsonl"), log)).rejects.toThrow("ENOENT");
  await expect(QuestionsLog.open(folder, log)).rejects.toThrow("EISDIR");
  await writeFile(file, "");
  await chmod(file, 0o644);
  await QuestionsLog.open(file, log);
  expect((await stat(file)).mode & 0o777).toBe(0o644);
});

test.skipIf(process.platform !== "linux")("a full disk: nothing is thrown, and it is told of", async () => {
  const questionsLog = await QuestionsLog.open("/dev/full", log);
  decline(questionsLog, "Who is the mayor?");
  await questionsLog.written();
  expect(logged.join()).toContain("ENOSPC");
});
