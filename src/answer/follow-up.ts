import { folded, isStopWord } from "../language/terms.js";
import { tokens } from "../language/tokens.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";
import type { Answer } from "./answer.js";

/** What was said before: the passage that was shown and, where it is still known, the question that it answered. */
export interface Exchange {
  readonly story: Story;
  /** The key sentence of the passage. */
  readonly sentence: Sentence;
  readonly question: string | undefined;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that point back to what was said before and name nothing themselves. */
const POINTING = words(
  "he she it they him them his her hers its their theirs that this those these there then one ones other another others " +
    "else second first former latter same both",
);

/** Words that may stand in a question without giving it a subject. */
const EMPTY = words(
  "and but so ok okay well please exactly tell more about happen happened happens say said says mean means much many long " +
    "told tells tell claim claims claimed quote quoted words old come go went do did done make made think know really also even just now again name called explain detail details " +
    "else reason cause date day year time place number",
);

/** A question of more words than this stands by itself, however many pronouns it has. */
const LONGEST = 8;

/**
 * How a question needs the one before it: "needs" where it has no subject of its own ("and when?"), "may" where a
 * pronoun stands for it ("was he arrested?"), "none" else.
 */
export function leaning(question: string): "needs" | "may" | "none" {
  const all = tokens(question);
  const own = all.filter(({ text }) => {
    const word = folded(text).replace(/'s$/, "");
    return !isStopWord(text) && !POINTING.has(word) && !EMPTY.has(word);
  });
  if (all.length === 0 || all.length > LONGEST) return "none";
  if (own.length === 0) return "needs";
  const named = all.some(({ text }, i) => i > 0 && /^\p{Lu}/u.test(text));
  return !named && all.some(({ text }) => POINTING.has(folded(text))) ? "may" : "none";
}

/** Words of an answer that may be a name; more are a clause. */
const LONGEST_NAME = 4;

/** True for "who said that?": the answer is the speaker of the passage that was shown. */
export function asksForSpeaker(question: string): boolean {
  if (leaning(question) !== "needs") return false;
  const all = tokens(question).map(({ text }) => folded(text));
  return (
    all.length <= LONGEST &&
    /^(?:who|whose)\b/.test(all.join(" ").replace(/^(?:and|but|so|ok)\s+/, "")) &&
    all.some((word) => /^(?:said|says|say|saying|told|claims?|claimed|quote|words)$/.test(word)) &&
    all.some((word) => POINTING.has(word))
  );
}

/** True where another passage than the one shown is asked for ("what about the other one?"). */
export function asksForAnother(question: string): boolean {
  return tokens(question).some(({ text }) => /^(?:other|others|another|else|second)$/i.test(text));
}

/** Words that say what is asked for: a question that follows has its own. */
const ASKING = words("who whom whose what which when where why how");

/** The question with the subject of the exchange behind it: its question's words, or else those of the passage. */
export function completed(question: string, { story, sentence, question: before }: Exchange): string {
  const subject = before ?? wordsAt(story, sentence);
  return `${question} ${tokens(subject)
    .filter(({ text }) => !isStopWord(text) && !ASKING.has(text.toLowerCase()))
    .map(({ text }) => text)
    .join(" ")}`;
}

/**
 * What the next question may lean on: the passage just shown, and the question that names the subject, which is the
 * one before where this one had none of its own.
 */
export function exchangeOf(
  question: string,
  answer: Answer,
  after: Exchange | undefined,
): Exchange | undefined {
  const [best] = answer.excerpts;
  if (!best) return after;
  const { story, sentence } = best;
  if (after && leaning(question) === "needs") return { story, sentence, question: after.question };
  // A name that answers may be what a pronoun means next.
  const name = best.answer === null ? "" : wordsAt(story, best.answer);
  return { story, sentence, question: isShort(name) ? `${question} ${name}` : question };
}

function isShort(name: string): boolean {
  return name !== "" && tokens(name).length <= LONGEST_NAME;
}
