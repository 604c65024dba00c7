import { folded } from "../language/terms.js";
import { tokens } from "../language/tokens.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that name the story itself or ask for all of it. */
const WHOLE = words(
  "story article news text piece report summary summarize summarise overview gist tldr topic",
);

/** Words that may stand beside them without asking for anything else. */
const BESIDE = words(
  "what whats is it s this that the a of in about tell me give please can you do does did happened happen happens going on so " +
    "all main point short few words short brief briefly quick and hi hello ok whole",
);

/** "Tell me a short story": another one is asked for. */
const INVITED = /\ba (?:short |brief |quick )*(?:story|text|article)\b/;

/** True where the question names the story itself ("what is this article about?"), whatever was said before. */
export function asksForWhole(question: string): boolean {
  return tokens(question).some(({ text }) => WHOLE.has(folded(text)));
}

/** True where a story as a whole is asked for ("what is this about?", "what happened?"): its opening answers. */
export function asksForOverview(question: string): boolean {
  const all = tokens(question).map(({ text }) => folded(text).replace(/'s$/, ""));
  if (!all.every((word) => WHOLE.has(word) || BESIDE.has(word))) return false;
  if (INVITED.test(all.join(" "))) return false;
  return all.some((word) => WHOLE.has(word)) || /\bwhat.* (?:about|happened)\b/.test(all.join(" "));
}
