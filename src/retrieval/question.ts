import { type Expression, expressions } from "../language/expressions.js";
import { folded, type TermedToken, termedTokens } from "../language/terms.js";
import { withoutFrame } from "./frame.js";

/** What a question wants to know, as far as its words tell. */
export const KINDS = [
  "who",
  "when",
  "where",
  "why",
  "how many",
  "how much",
  "how long",
  "how old",
  "how",
  "said",
  "describe",
  "what",
  "yes-no",
  "words",
] as const;

export type QuestionKind = (typeof KINDS)[number];

export interface Question {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly tokens: readonly TermedToken[];
  readonly expressions: readonly Expression[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const AUXILIARIES = words(
  "is are was were am do does did has have had will would can could may might must should shall isnt arent wasnt werent " +
    "dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt isn't aren't wasn't weren't don't doesn't didn't hasn't " +
    "haven't hadn't won't wouldn't can't couldn't",
);

const SAYING = words(
  "say says said saying tell tells told claim claims claimed think thinks thought believe believes believed comment comments " +
    "commented announce announced announces warn warned warns argue argued argues explain explained explains respond responded " +
    "react reacted reaction response reply replied quote quotes quoted statement opinion view according add added deny denies " +
    "denied allege alleged alleges insist insisted admit admitted describe described call called",
);

const TIME_NOUNS = words("date day year month time week weekday hour century decade period season age");
const PLACE_NOUNS = words(
  "city country place town village state region province location street island continent area capital county nation river " +
    "venue building district neighborhood neighbourhood airport location",
);
const PERSON_NOUNS = words(
  "person man woman people president minister leader actor actress player team company organization organisation group " +
    "agency country nation singer author writer official officials journalist journalists name names party family politician " +
    "scientist king queen coach expert",
);
const REASON_NOUNS = words("reason reasons cause causes motive motives purpose grounds explanation");
const NUMBER_NOUNS = words("number percentage percent amount share proportion total population");

/** Reads a question. Any text is one: what has no question word asks for the words that it holds. */
export function readQuestion(asked: string): Question {
  const text = withoutFrame(asked);
  const tokens = termedTokens(text);
  return { text, tokens, kind: kindOf(tokens), expressions: expressions(text) };
}

function kindOf(tokens: readonly TermedToken[]): QuestionKind {
  const all = tokens.map(({ text }) => folded(text).replace(/['’]/g, ""));
  const at = all.findIndex((word) => QUESTION_WORDS.has(word));
  const said = all.some((word) => SAYING.has(word));
  if (at < 0 || (at > 0 && AUXILIARIES.has(all[0] ?? ""))) {
    if (AUXILIARIES.has(all[0] ?? "")) return "yes-no";
    return all.some((word) => word === "when" || word === "date") ? "when" : "words";
  }
  const rest = all.slice(at + 1);
  const next = rest[0] ?? "";
  switch (QUESTION_WORDS.get(all[at] ?? "")) {
    case "who":
      return isDescribed(rest, tokens.slice(at + 1)) ? "describe" : "who";
    case "when":
      return "when";
    case "where":
      return "where";
    case "why":
      return "why";
    case "how":
      return howKind(next, rest);
    default:
      return whatKind(rest, tokens.slice(at + 1), said);
  }
}

const QUESTION_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    who: "who whos whose whom",
    when: "when whens",
    where: "where wheres wher",
    why: "why whys",
    how: "how hows",
    what: "what whats which wat wich wht",
  }).flatMap(([kind, forms]) => forms.split(" ").map((form): [string, string] => [form, kind])),
);

/** "Who is Jane Roe?": nothing but a form of "be" and a name. */
function isDescribed(rest: readonly string[], tokens: readonly TermedToken[]): boolean {
  if (!/^(?:is|was|are|were|s)$/.test(rest[0] ?? "")) return false;
  const content = tokens.slice(1).filter(({ terms }) => terms.length > 0);
  return (
    content.length > 0 &&
    content.length <= 3 &&
    rest.length <= 5 &&
    !rest.some((word) => /(?:ed|ing)$/.test(word))
  );
}

function howKind(next: string, rest: readonly string[]): QuestionKind {
  if (next === "many" || next === "meny") return "how many";
  if (next === "much") return "how much";
  if (next === "long" || next === "often" || next === "soon") return "how long";
  if (next === "old") return "how old";
  if (next === "come") return "why";
  if (/^(?:big|large|high|tall|far|deep|fast|wide|heavy|small|few)$/.test(next)) return "how many";
  return rest.length > 0 && SAYING.has(rest.at(-1) ?? "") && rest.includes("did") ? "said" : "how";
}

function whatKind(rest: readonly string[], tokens: readonly TermedToken[], said: boolean): QuestionKind {
  const nouns = rest.slice(0, 3);
  const first = nouns.findIndex(
    (word) => !/^(?:is|was|are|were|the|a|an|of|s|kind|type|sort|other)$/.test(word),
  );
  const noun = nouns[first] ?? "";
  if (REASON_NOUNS.has(noun) || (rest.at(-1) === "for" && rest[0] === "did")) return "why";
  if (noun === "age") return "how old";
  if (TIME_NOUNS.has(noun)) return "when";
  if (PLACE_NOUNS.has(noun)) return "where";
  if (NUMBER_NOUNS.has(noun)) return "how many";
  if (PERSON_NOUNS.has(noun)) return "who";
  if (/^(?:happened|happens|caused|led)$/.test(rest[0] ?? ""))
    return rest[0] === "caused" || rest[0] === "led" ? "why" : "what";
  if (said && /^(?:did|do|does|has|have|had)$/.test(rest[0] ?? "")) return "said";
  return isDescribed(rest, tokens) ? "describe" : "what";
}
