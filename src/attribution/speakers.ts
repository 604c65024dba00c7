import { contains, type Span } from "../language/span.js";
import type { Cast } from "./cast.js";
import type { Sex } from "./names.js";
import { byPronoun } from "./pronouns.js";
import { inBody, type Reading } from "./reading.js";
import { sourcePhrase } from "./source-phrase.js";
import type { Case, Spoken } from "./speaker.js";

/**
 * Resolves the sources of one story, which must be given in the order of its text: a source in tokens of its paragraph,
 * with its cue. Where two could be meant, or nobody can, the speaker is null.
 */
export function resolverOf(body: string, readings: readonly Reading[], cast: Cast) {
  const spoken: Spoken[] = [];
  return (reading: Reading, tokens: Span, cue: Span | null): Spoken => {
    const source = inBody(reading, tokens);
    const phrase = sourcePhrase(body, reading, tokens, cast);
    const one = resolved({ body, readings, cast, spoken, reading, tokens, source, cue, phrase });
    spoken.push(one);
    return one;
  };
}

function resolved(one: Case): Spoken {
  const { phrase, reading, source } = one;
  const { kind, description, nouns, heads } = phrase;
  const self = { source, paragraph: reading.paragraph, nouns, heads };
  const plain = { ...self, kind, description, sex: sexOfNoun(phrase.head), rule: undefined };
  if (isHearer(one)) return { ...plain, speaker: null };
  if (kind === "pronoun") {
    const found = byPronoun(one);
    return found ? inferred({ ...found.spoken, ...self }, found.rule) : { ...plain, speaker: null };
  }
  const { mention } = phrase;
  if (mention) {
    const name = mention.person?.name ?? phrase.name;
    const named = {
      ...plain,
      sex: mention.person?.sex ?? mention.sex,
      speaker: { name, basis: "stated" as const },
    };
    return standsInSentence(one, name) ? named : inferred(named, "full name");
  }
  const introduced = phrase.short ? bySameNoun(one) : undefined;
  if (introduced) return inferred({ ...introduced, ...self }, "same noun");
  return { ...plain, speaker: { name: phrase.name, basis: "stated" } };
}

/** "Roe was told": words before the cue that name who heard it. */
function isHearer({ body, reading, source, cue }: Case): boolean {
  const end = cue && inBody(reading, cue).end;
  return end !== null && /\b(?:was|were|been|being)\s+(?:told|informed)$/i.test(body.slice(source.end, end));
}

function inferred(spoken: Spoken, rule: string): Spoken {
  return { ...spoken, rule, speaker: spoken.speaker && { name: spoken.speaker.name, basis: "inferred" } };
}

function sexOfNoun(noun: string): Sex | undefined {
  if (/woman$|^(?:mother|daughter|sister|wife|girl)$/.test(noun)) return "female";
  return /man$|^(?:father|son|brother|husband|boy)$/.test(noun) ? "male" : undefined;
}

function standsInSentence({ reading, tokens, body }: Case, name: string): boolean {
  const { places, sentences } = reading.passage;
  const sentence = sentences[places[tokens.start]?.sentence ?? 0] ?? tokens;
  const { start, end } = inBody(reading, sentence);
  return body.slice(start, end).includes(name);
}

/** "the ministry": the one speaker before it whom that noun calls, and what else stands between "the" and it. */
function bySameNoun({ spoken, phrase, source }: Case): Spoken | undefined {
  const asked = phrase.nouns.filter((word) => word !== "the");
  const fitting = spoken.filter(
    (one) =>
      one.speaker !== null &&
      one.heads.includes(phrase.head) &&
      asked.every((word) => one.nouns.includes(word)) &&
      !contains(one.source, source),
  );
  const names = new Set(fitting.map(({ speaker }) => speaker?.name));
  const last = fitting.at(-1);
  return names.size === 1 && bare(last?.speaker?.name) !== bare(phrase.name) ? last : undefined;
}

function bare(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(/^the /, "");
}
