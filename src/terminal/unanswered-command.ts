import { createReadStream } from "node:fs";
import { groupUnanswered, type UnansweredGroup } from "../answer/unanswered.js";
import { printable } from "../reply/terminal-text.js";
import type { Print } from "./commands.js";
import { inputLines } from "./input-lines.js";
import { inputObject } from "./input-object.js";

/**
 * What readers asked and the stories did not say, out of the log of declined questions, most asked first.
 * @param complain takes each faulty line's fault, `file:line: what is wrong`
 * @returns false where a line was at fault
 * @throws the error of the file system where the log cannot be read
 */
export async function unansweredCommand(
  file: string,
  json: boolean,
  print: Print,
  complain: (fault: string) => void,
): Promise<boolean> {
  const questions: string[] = [];
  let [number, right] = [0, true];
  for await (const line of inputLines(createReadStream(file))) {
    number++;
    const question = inputObject(line, "question")?.question;
    if (typeof question === "string" && question.trim() !== "") questions.push(question);
    // Two bots that both end a line which was written in part leave a blank one.
    else if (line.trim() !== "") {
      right = false;
      complain(`${file}:${number}: expected a JSON object {"question": "…"}`);
    }
  }
  for (const group of groupUnanswered(questions)) await print(json ? groupJson(group) : groupText(group));
  return right;
}

function groupJson({ times, terms, wordings }: UnansweredGroup): string {
  return JSON.stringify({ times, terms, wordings });
}

/** "12 × Who is the mayor?", and the other wordings below. */
function groupText({ times, wordings }: UnansweredGroup): string {
  const margin = " ".repeat(`${times} × `.length);
  const rows = wordings.map((wording) => printable(wording).replace(/\s+/g, " "));
  return `${times} × ${rows.join(`\n${margin}`)}`;
}
