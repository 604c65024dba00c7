import { looksForeign } from "../language/foreign.js";
import type { Hint } from "./answer.js";

/** What may help somebody whose question found nothing; null where there is nothing to say. */
export function hintFor(question: string): Hint | null {
  return looksForeign(question) ? { kind: "ask in English" } : null;
}
