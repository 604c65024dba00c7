import type { ExpressionKind } from "../language/expressions.js";
import type { Name } from "../language/names.js";
import { quotations } from "../language/quotations.js";
import type { Span } from "../language/span.js";
import { isStopWord } from "../language/terms.js";
import { type Token, tokens } from "../language/tokens.js";
import type { Passage } from "../retrieval/passage.js";
import { wordsAt } from "../story/story.js";

/** What a stretch of a sentence may be the answer of. */
export const WORDS_KINDS = [
  "date",
  "number",
  "money",
  "percent",
  "duration",
  "age",
  "name",
  "place",
  "role",
  "description",
  "reason",
  "quotation",
] as const;

export type WordsKind = (typeof WORDS_KINDS)[number];

/** Words of a sentence that may answer a question. */
export interface AnsweringWords extends Span {
  readonly kind: WordsKind;
  /** First and last of their tokens. */
  readonly first: number;
  readonly last: number;
}

/** Nouns for persons by what they do; general English. */
const ROLES = new Set(
  (
    "president minister official officials police spokesman spokeswoman spokesperson leader leaders chief director mother father " +
    "brother brothers sister sisters son daughter wife husband author actor actress singer coach player players expert experts " +
    "ambassador general king queen judge lawyer lawyers attorney journalist journalists governor mayor senator authorities analysts " +
    "prosecutors investigators residents witnesses relatives parents family families government students teachers doctors scientists " +
    "researchers soldiers troops rebels militants protesters activists officers firefighters rescuers passengers critics"
  ).split(" "),
);

/** What opens a clause that gives a reason or a purpose. */
const REASONS =
  /\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|in connection with|in response to|in protest (?:at|of|over|against)|on suspicion of|accused of|suspected of|attributed to|amid|citing|in an attempt to|in an effort to|in order to|so that|for allegedly|over (?=alleg|claims|accus|concern|fears))\s+/giu;

/** The longest clause that is marked, in tokens; a longer one is most of the sentence. */
const CLAUSE_TOKENS = 20;

/** Kept as long as the passage itself: they do not depend on the question. */
const known = new WeakMap<Passage, readonly AnsweringWords[]>();

/** All stretches of a sentence that may answer some question, in no order; places count from the sentence's start. */
export function answeringWords(passage: Passage): readonly AnsweringWords[] {
  const kept = known.get(passage) ?? readWords(passage, wordsAt(passage.story, passage.sentence));
  known.set(passage, kept);
  return kept;
}

function readWords(passage: Passage, text: string): AnsweringWords[] {
  const { tokens: all } = passage;
  const spans: (Span & { kind: WordsKind })[] = [
    ...passage.expressions.map((one) => withUnit(one, all, text)),
    ...passage.names.map((name) => ({
      start: name.start,
      end: name.end,
      kind: name.isPlaced ? ("place" as const) : ("name" as const),
    })),
    ...passage.names.flatMap((name) => descriptionsOf(name, all, text)),
    ...roles(all, text),
    ...reasons(text),
    ...quotations(text)
      .filter(({ closed, start, end }) => closed && end - start > 2)
      .map(({ start, end }) => ({ start, end, kind: "quotation" as const })),
  ];
  return spans.flatMap(({ start, end, kind }) => {
    const first = all.findIndex((token) => token.end > start);
    const after = all.findIndex((token) => token.start >= end);
    const last = (after < 0 ? all.length : after) - 1;
    const [opening, closing] = [all[first], all[last]];
    if (!opening || !closing || last < first) return [];
    // Never inside a word: a span that cuts a token takes it whole.
    return [{ kind, start: Math.min(start, opening.start), end: Math.max(end, closing.end), first, last }];
  });
}

/** "38 civilians", "dozens of men": a number together with what it counts. */
function withUnit(
  one: Span & { kind: ExpressionKind },
  tokens: readonly Token[],
  text: string,
): Span & { kind: WordsKind } {
  if (one.kind !== "number") return { start: one.start, end: one.end, kind: one.kind };
  let end = one.end;
  let next = tokens.findIndex((token) => token.start >= one.end);
  if (next >= 0 && tokens[next]?.text === "of") next++;
  for (let taken = 0; taken < 2 && next >= 0; taken++, next++) {
    const token = tokens[next];
    if (!token || !/^(?: of)? $/.test(text.slice(end, token.start)) || isStopWord(token.text)) break;
    end = token.end;
    if (/s$/.test(token.text)) break;
  }
  return { start: one.start, end, kind: "number" };
}

/** "the harbour master Jane Roe" and "Jane Roe, a harbour master,": what the text says of a name beside it. */
function descriptionsOf(
  { first, last, start, end }: Name,
  tokens: readonly Token[],
  text: string,
): (Span & { kind: WordsKind })[] {
  const found: (Span & { kind: WordsKind })[] = [];
  let from = first;
  while (
    from > 0 &&
    text.slice(tokens[from - 1]?.end, tokens[from]?.start) === " " &&
    !isStopWord(tokens[from - 1]?.text ?? "the")
  )
    from--;
  const opening = tokens[from];
  if (opening && from < first) found.push({ start: opening.start, end, kind: "description" });
  const behind = /^, ((?:an?|the|\p{L}+['’]s)\s[^,;.]{3,120})(?=[,;.]|$)/u.exec(
    text.slice(end, end + 140),
  )?.[1];
  if (behind !== undefined && last >= first)
    found.push({ start: end + 2, end: end + 2 + behind.length, kind: "description" });
  const is = /^ (?:is|was) (?:an?|the) [^,;.]{3,120}(?=[,;.]|$)/u.exec(text.slice(end, end + 140))?.[0];
  if (is !== undefined) found.push({ start, end: end + is.length, kind: "description" });
  return found;
}

/** "Local police", "prosecutors": persons without a name, with what stands before them. */
function roles(tokens: readonly Token[], text: string): (Span & { kind: WordsKind })[] {
  return tokens.flatMap((token, i) => {
    if (!ROLES.has(token.text.toLowerCase())) return [];
    let from = i;
    while (
      from > 0 &&
      i - from < 3 &&
      text.slice(tokens[from - 1]?.end, tokens[from]?.start) === " " &&
      !isStopWord(tokens[from - 1]?.text ?? "the")
    )
      from--;
    return [{ start: tokens[from]?.start ?? token.start, end: token.end, kind: "role" as const }];
  });
}

function reasons(text: string): (Span & { kind: WordsKind })[] {
  return Array.from(text.matchAll(REASONS), ({ 0: cue, index }) => {
    const rest = text.slice(index + cue.length);
    const clause = /^[^,;.—]*/u.exec(rest)?.[0] ?? "";
    const last = tokens(clause)[CLAUSE_TOKENS - 1];
    const length = last?.end ?? clause.trimEnd().length;
    return { start: index, end: index + cue.length + length, kind: "reason" as const };
  });
}
