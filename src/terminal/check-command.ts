import { type Check, check, checkLine } from "../answer/check.js";
import type { Library } from "../answer/library.js";
import { replyToCheck } from "../reply/check-reply.js";
import { type Screen, terminalText } from "../reply/terminal-text.js";
import { checkJson } from "./check-json.js";
import type { Print } from "./commands.js";
import { inputObject } from "./input-object.js";

type Asked =
  | { readonly ok: true; readonly check: Check }
  | { readonly ok: false; readonly error: { readonly field: string; readonly message: string } };

/**
 * Checks each quotation as it comes: a plain line, or `{"quote": "…", "claimed": "NAME"}`.
 * @returns false where a line was at fault
 */
export async function checkCommand(
  library: Library,
  quotations: AsyncIterable<string>,
  json: boolean,
  screen: Screen,
  print: Print,
): Promise<boolean> {
  let right = true;
  for await (const line of quotations) {
    const asked = checked(library, line);
    if (asked.ok) {
      await print(json ? checkJson(asked.check) : `${terminalText(replyToCheck(asked.check), screen)}\n`);
      continue;
    }
    right = false;
    const { field, message } = asked.error;
    await print(json ? JSON.stringify({ error: { field, message } }) : `${field}: ${message}\n`);
  }
  return right;
}

function checked(library: Library, line: string): Asked {
  const object = inputObject(line, "quote");
  if (object === undefined) return { ok: true, check: checkLine(library, line) };
  const { quote, claimed = null } = object;
  if (typeof quote !== "string") return { ok: false, error: { field: "quote", message: "must be a text" } };
  if (claimed !== null && typeof claimed !== "string") {
    return { ok: false, error: { field: "claimed", message: "must be a name, as a text" } };
  }
  const name = claimed?.trim() ? claimed : null;
  return { ok: true, check: check(library, { quotation: quote, claimed: name }) };
}
