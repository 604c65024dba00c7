import type { Library } from "../answer/library.js";
import { inputObject } from "./input-object.js";

/** One line of input to `ask`: a question, perhaps kept to one story, or what is wrong with it. */
export type AskLine =
  | { readonly ok: true; readonly question: string; readonly story?: string }
  | { readonly ok: false; readonly error: { readonly field: string; readonly message: string } };

/** A plain question, or `{"question": "…", "story": "id"}`; anything else that begins with `{` is a plain question. */
export function parseAskLine(line: string, library: Library): AskLine {
  const object = inputObject(line, "question");
  if (object === undefined) return { ok: true, question: line };
  const { question, story } = object;
  if (typeof question !== "string") return wrong("question", "must be a text");
  if (story === undefined) return { ok: true, question };
  if (typeof story !== "string") return wrong("story", "must be the id of a story, as a text");
  if (!library.stories.some(({ id }) => id === story)) return wrong("story", "no story has this id");
  return { ok: true, question, story };
}

function wrong(field: string, message: string): AskLine {
  return { ok: false, error: { field, message } };
}
