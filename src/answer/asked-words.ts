import { folded, isStopWord, terms, termsOfToken } from "../language/terms.js";
import { type Token, tokens } from "../language/tokens.js";

/** What a question wants of somebody's words: all or some of those of one speaker, or who it is that says something. */
export type AskedWords =
  | {
      readonly kind: "of";
      readonly speaker: string;
      /** Terms of what the words are to be about; none where all are asked for ("What did Roe say?"). */
      readonly about: readonly string[];
    }
  | {
      readonly kind: "who";
      /** Terms of the verbs that say such a thing; undefined where any does ("Who says that …?"). */
      readonly verbs: ReadonlySet<string> | undefined;
      /** True where only the verb tells what is asked for ("Who denies?"). */
      readonly all: boolean;
    };

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Forms of verbs, and nouns, of one meaning. Regular forms have one term; a question with one of them asks for all. */
const FAMILIES = [
  "deny denial denials reject dispute refute dismiss",
  "accuse accusation blame allege charge",
  "condemn decry denounce criticize criticise deplore slam rebuke",
  "demand urge ask",
  "admit acknowledge confirm concede",
  "warn threaten caution",
  "praise laud thank welcome",
  "promise vow pledge",
  "predict expect",
  "apologize apologise apology",
].map((list) => new Set(list.split(" ").flatMap(termsOfToken)));

/** Verbs with which anybody may be said to say anything; irregular forms are their own terms. */
const PLAIN = new Set(
  (
    "say says said saying think thinks thought thinking believe claim tell tells told telling add argue announce insist " +
    "assert state declare call describe explain note mention write writes wrote suggest"
  )
    .split(" ")
    .flatMap((word) => [word, ...termsOfToken(word)]),
);

const HELPING = words("did does do has have had was were is are");
const BEING = words("was were is are");
const POINTING = words("he she it they you i we that this");
/** Between "who" and the verb. */
const BESIDE = words("else also first publicly exactly then ever really");

/** So many words may name the one who is asked for, or stand before the question word. */
const LONGEST_NAME = 9;
const LEAD_IN = 6;

/** And so many where no "did" shows that a question is one of somebody's words ("what the mayor said"). */
const LONGEST_BARE = 4;

interface Word extends Token {
  readonly plain: string;
}

/** Undefined where a question asks for something else than somebody's words. */
export function askedWords(question: string): AskedWords | undefined {
  const all = tokens(question).map((token) => ({ ...token, plain: folded(token.text) }));
  return askedSpeaker(question, all) ?? askedSource(question, all) ?? askedWho(all);
}

/** "what did NAME say (about …)?", "what does NAME think …?", "what does NAME have to say …?", "(tell me) what NAME said" */
function askedSpeaker(question: string, all: readonly Word[]): AskedWords | undefined {
  const what = all.findIndex(({ plain }) => /^(?:what|wat|whats)$/.test(plain));
  if (what < 0 || what > LEAD_IN) return undefined;
  const next = /^(?:else|exactly)$/.test(all[what + 1]?.plain ?? "") ? what + 2 : what + 1;
  const helping = HELPING.has(all[next]?.plain ?? "") ? (all[next]?.plain ?? "") : "";
  const from = helping === "" ? next : next + 1;
  const verb = all.findIndex(
    ({ plain }, i) =>
      i > from &&
      isSaying(plain) &&
      fits(plain, helping) &&
      !/^(?:the|a|an|his|her)$/.test(all[i - 1]?.plain ?? ""),
  );
  if (helping === "" && verb - from > LONGEST_BARE) return undefined;
  const isOwing = all[verb - 1]?.plain === "to" && /^ha(?:s|ve)$/.test(all[verb - 2]?.plain ?? "");
  const to = isOwing ? verb - 2 : verb;
  const [first, last] = [all[from], all[to - 1]];
  if (verb < 0 || to - from > LONGEST_NAME || !first || !last || to <= from) return undefined;
  if (to - from === 1 && POINTING.has(first.plain)) return undefined;
  return {
    kind: "of",
    speaker: question.slice(first.start, last.end),
    about: terms(question.slice(all[verb]?.end)),
  };
}

/** True where a form of a verb goes with what helps it: "did … say", "is … saying"; none at all in "what Roe said". */
function fits(verb: string, helping: string): boolean {
  if (BEING.has(helping)) return verb.endsWith("ing");
  const isPast = /(?:ed|said|told|thought|wrote)$/.test(verb);
  if (helping === "") return isPast || verb.endsWith("s");
  return !(verb.endsWith("ing") || (isPast && /^d(?:id|oes|o)$/.test(helping)));
}

/** "According to NAME, why …?", "what happened, according to NAME?" */
function askedSource(question: string, all: readonly Word[]): AskedWords | undefined {
  const according = all.findIndex(
    ({ plain }, i) => plain === "according" && all[i + 1]?.plain === "to" && i + 2 < all.length,
  );
  const first = all[according + 2];
  if (according < 0 || !first) return undefined;
  const [name = ""] = question.slice(first.start).split(/[,;:?!]|\.(?:\s|$)/);
  const inName = tokens(name).length;
  if (inName === 0 || inName > LONGEST_NAME || POINTING.has(first.plain)) return undefined;
  const others = `${question.slice(0, all[according]?.start)} ${question.slice(first.start + name.length)}`;
  return { kind: "of", speaker: name.trim(), about: terms(others) };
}

/** "who said …?", "who has denied …?", "did anybody deny …?" */
function askedWho(all: readonly Word[]): AskedWords | undefined {
  const who = all.findIndex(({ plain }) => /^(?:who|anyone|anybody)$/.test(plain));
  if (who < 0 || who > LEAD_IN) return undefined;
  let verb = who + 1;
  let isPassive = false;
  while (HELPING.has(all[verb]?.plain ?? "") || BESIDE.has(all[verb]?.plain ?? "")) {
    isPassive = BEING.has(all[verb]?.plain ?? "");
    verb++;
  }
  const word = all[verb]?.plain ?? "";
  if (!isSaying(word) || (isPassive && !word.endsWith("ing"))) return undefined;
  const rest = all.slice(verb + 1);
  return {
    kind: "who",
    verbs: familyOf(word),
    all: rest.every(({ text, plain }) => (isStopWord(text) && !POINTING.has(plain)) || /thing$/.test(plain)),
  };
}

function isSaying(word: string): boolean {
  return isPlain(word) || familyOf(word) !== undefined;
}

function isPlain(word: string): boolean {
  return PLAIN.has(word) || termsOfToken(word).some((term) => PLAIN.has(term));
}

function familyOf(word: string): ReadonlySet<string> | undefined {
  if (isPlain(word)) return undefined;
  return FAMILIES.find((family) => termsOfToken(word).some((term) => family.has(term)));
}
