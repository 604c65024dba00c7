import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import type { Span } from "../language/span.js";
import type { TaggedToken } from "../language/tagged-tokens.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words before a person's name that do not belong to it; a name follows the last of them. */
export const TITLES = words(
  "mr mrs ms miss dr prof professor president premier prime minister chancellor senator sen representative rep " +
    "congressman congresswoman governor gov mayor secretary general gen colonel col lieutenant lt major maj sergeant " +
    "sgt captain capt commander admiral adm officer detective sheriff commissioner ambassador speaker chairman " +
    "chairwoman chair director judge justice attorney lawyer reverend rev imam sheikh ayatollah pope cardinal bishop " +
    "archbishop king queen prince princess lord lady sir dame journalist spokesman spokeswoman spokesperson",
);

/** Titles that are family names as well: titles only as the first word of a run. */
const ALSO_NAMES = words("king prince pope judge justice bishop major lord chair speaker cardinal");

const MALE = words(
  "mr sir king prince lord congressman chairman spokesman businessman father son brother husband actor man boy uncle",
);
const FEMALE = words(
  "mrs ms miss dame queen princess lady congresswoman chairwoman spokeswoman businesswoman mother daughter sister wife " +
    "actress woman girl aunt widow",
);

/** Words that a person's name does not hold. */
const NOT_IN_NAMES = words(
  "ministry department office agency service committee commission council court party house senate congress " +
    "government administration university college institute school center centre association foundation company " +
    "corporation group bank times post journal news press daily gazette radio television street avenue city state " +
    "states united kingdom republic federation union nations army navy police force forces river island islands sea act " +
    "project campaign network inc corp llc january february july september october november december monday tuesday " +
    "wednesday thursday friday saturday sunday",
);

/** Words that a person's name does not begin with. */
const NOT_FIRST = words("north south east west new san los las saint st lake mount daily march");

/** Nouns for a person by somebody else, who may be the one that the family name alone means. */
const RELATIVES = words("wife husband son daughter mother father brother sister lady");

/** Small words inside a name ("Ursula von der Leyen"). */
const PARTICLES = words("von van der den de la le du di da dos del bin ibn al el ben");

export type Sex = "male" | "female";

const firstNames = z
  .object({ origin: z.string(), female: z.string(), male: z.string() })
  .parse(JSON.parse(readFileSync(createRequire(import.meta.url).resolve("#first-names"), "utf8")));
const FIRST_NAMES: ReadonlyMap<string, Sex> = new Map([
  ...firstNames.female.split(" ").map((name) => [name, "female"] as const),
  ...firstNames.male.split(" ").map((name) => [name, "male"] as const),
]);

/** True for one of the commoner first names of English. */
export function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word);
}

/** A run of capitalised words, without the titles before it. Offsets as in the text of the tokens. */
export interface ProperName extends Span {
  readonly text: string;
  readonly words: readonly string[];
  readonly title: string | undefined;
  /** May be a person's; a single word may be a family name. */
  readonly personal: boolean;
  /** Something beside the shape of it says that it is a person's. */
  readonly surely: boolean;
  /** Introduced as somebody's wife, son … */
  readonly relative: boolean;
  /** A verb follows: it is the subject of a clause. */
  readonly acts: boolean;
  readonly sex: Sex | undefined;
}

/** @param starts for each token whether it begins a sentence, where a capital says nothing */
export function properNames(
  text: string,
  tokens: readonly TaggedToken[],
  starts: (token: number) => boolean,
): ProperName[] {
  const names: ProperName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!opensName(tokens[i], starts(i))) continue;
    let end = i + 1;
    for (let next = nextOfName(tokens, end); next !== undefined; next = nextOfName(tokens, end)) end = next;
    const name = named(text, tokens, i, end);
    if (name) names.push(name);
    i = end - 1;
  }
  return names;
}

function opensName(token: TaggedToken | undefined, startsSentence: boolean): boolean {
  if (!token || !/^\p{Lu}/u.test(token.text)) return false;
  if (token.pos === "PROPN") return true;
  return !startsSentence && /^(?:NOUN|ADJ|X|VERB)$/.test(token.pos);
}

/** One past the next word of the name that goes on at `at`, or undefined where it ends. */
function nextOfName(tokens: readonly TaggedToken[], at: number): number | undefined {
  const [before, here, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !here) return undefined;
  if (
    here.text === "." &&
    before.end === here.start &&
    /^\p{Lu}?\p{L}{0,2}$/u.test(before.text) &&
    capital(next)
  )
    return at + 2;
  if (here.text === "-" && before.end === here.start && next?.start === here.end && capital(next))
    return at + 2;
  if (PARTICLES.has(here.text) && (capital(next) || PARTICLES.has(next?.text ?? ""))) return at + 1;
  return capital(here) && here.pos !== "PRON" && here.pos !== "DET" ? at + 1 : undefined;
}

function capital(token: TaggedToken | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function named(
  text: string,
  tokens: readonly TaggedToken[],
  from: number,
  to: number,
): ProperName | undefined {
  let first = from;
  let title: string | undefined;
  for (let i = from; i < to; i++) {
    const word = (tokens[i]?.text ?? "").toLowerCase().replace(/\.$/, "");
    if (!TITLES.has(word) || (ALSO_NAMES.has(word) && i > from)) continue;
    title = word;
    first = tokens[i + 1]?.text === "." ? i + 2 : i + 1;
  }
  // "Secretary of State Jane Roe"
  if (first === from && to - from > 2 && tokens[from - 1]?.text === "of") {
    const office = (tokens[from - 2]?.text ?? "").toLowerCase();
    if (TITLES.has(office)) {
      title = office;
      first = from + 1;
    }
  }
  if (first >= to) {
    first = from;
    title = undefined;
  }
  const [start, last, before] = [tokens[first], tokens[to - 1], tokens[first - 1]];
  if (!start || !last) return undefined;
  const inside = text.slice(start.start, last.end);
  const parts = inside.split(" ");
  const role = title ?? before?.text.toLowerCase() ?? "";
  const article = /^(?:the|a|an)$/i.test(before?.text ?? "");
  const personal =
    !article &&
    parts.length <= 4 &&
    !NOT_FIRST.has((parts[0] ?? "").toLowerCase()) &&
    parts.every((part) => !NOT_IN_NAMES.has(part.toLowerCase()) && !/\p{N}/u.test(part));
  const firstName = FIRST_NAMES.get(parts[0] ?? "");
  const byRole = MALE.has(role) ? "male" : FEMALE.has(role) ? "female" : undefined;
  const described = before?.pos === "NOUN" && first === from && !/ing$/.test(before.text);
  return {
    start: start.start,
    end: last.end,
    text: inside,
    words: parts,
    title,
    personal,
    surely: personal && (title !== undefined || described || (firstName !== undefined && parts.length > 1)),
    relative: RELATIVES.has(role),
    acts: /^(?:VERB|AUX)$/.test(tokens[to]?.pos ?? ""),
    sex: byRole ?? (parts.length > 1 ? firstName : undefined),
  };
}
