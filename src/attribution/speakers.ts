import type { Span } from "../language/span.js";
import { type Cast, type Mention, personOf } from "./cast.js";
import type { Sex } from "./names.js";
import { inBody, type Reading } from "./reading.js";
import { type SourcePhrase, sourcePhrase } from "./source-phrase.js";

/** Who a source is. */
export interface Speaker {
  /** Words of the story. */
  readonly name: string;
  /** "stated": the sentence itself says so. */
  readonly basis: "stated" | "inferred";
}

/** A speaker with what later sources are resolved by. */
export interface Resolved {
  readonly speaker: Speaker | null;
  readonly description: Span | null;
  /** The rule that inferred it; undefined where the source's own words say it. */
  readonly rule: string | undefined;
}

/** How many paragraphs back a pronoun's speaker may have spoken; beyond one it was wrong more often than right. */
const REACH = 1;

interface Spoken extends Resolved {
  readonly kind: SourcePhrase["kind"];
  readonly sex: Sex | undefined;
  readonly source: Span;
  readonly paragraph: number;
  readonly words: readonly string[];
}

/** Resolves the sources of one story, which must be given in the order of its text. */
export function resolverOf(body: string, readings: readonly Reading[], cast: Cast) {
  const spoken: Spoken[] = [];
  return (reading: Reading, tokens: Span): Resolved => {
    const source = inBody(reading, tokens);
    const phrase = sourcePhrase(body, reading, tokens, cast);
    const one = resolve({ body, readings, cast, spoken, reading, tokens, source, phrase });
    spoken.push(one);
    return one;
  };
}

interface Case {
  readonly body: string;
  readonly readings: readonly Reading[];
  readonly cast: Cast;
  readonly spoken: readonly Spoken[];
  readonly reading: Reading;
  readonly tokens: Span;
  readonly source: Span;
  readonly phrase: SourcePhrase;
}

function resolve(one: Case): Spoken {
  const { phrase, reading, source, body } = one;
  const self = { source, paragraph: reading.paragraph };
  const { mention } = phrase;
  if (phrase.kind === "pronoun") {
    const [rule, found] = byPronoun(one) ?? [undefined, undefined];
    if (found)
      return { ...found, ...self, rule, speaker: found.speaker && { ...found.speaker, basis: "inferred" } };
    return {
      ...self,
      kind: "pronoun",
      sex: undefined,
      words: [],
      speaker: null,
      description: null,
      rule: undefined,
    };
  }
  const words = body
    .slice(source.start, source.end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u);
  if (mention) {
    const sentence = sentenceAt(reading, one.tokens.start);
    const name = mention.person?.name ?? mention.text;
    const here = body.slice(sentence.start, sentence.end).includes(name);
    return {
      ...self,
      kind: phrase.kind,
      sex: mention.person?.sex ?? mention.sex,
      words,
      speaker: { name, basis: here ? "stated" : "inferred" },
      description: phrase.description,
      rule: here ? undefined : "full name of a short form",
    };
  }
  const introduced = phrase.short ? bySameNoun(one) : undefined;
  if (introduced?.speaker) {
    return {
      ...introduced,
      ...self,
      words,
      rule: "same noun",
      speaker: { ...introduced.speaker, basis: "inferred" },
    };
  }
  return {
    ...self,
    kind: phrase.kind,
    sex: /woman$|^(?:mother|daughter|sister|wife|girl)$/.test(phrase.head)
      ? "female"
      : /[^o]man$|^(?:father|son|brother|husband|boy)$/.test(phrase.head)
        ? "male"
        : undefined,
    words,
    speaker: { name: phrase.name, basis: "stated" },
    description: phrase.description,
    rule: undefined,
  };
}

/** "the ministry": the one speaker before it whose words hold that noun. */
function bySameNoun({ spoken, phrase }: Case): Spoken | undefined {
  const fitting = spoken.filter(({ words, speaker }) => speaker !== null && words.includes(phrase.head));
  const names = new Set(fitting.map(({ speaker }) => speaker?.name));
  return names.size === 1 ? fitting.at(-1) : undefined;
}

function byPronoun(one: Case): readonly [rule: string, found: Spoken] | undefined {
  const { head } = one.phrase;
  if (head === "who") return relative(one);
  if (head !== "he" && head !== "she" && head !== "they" && head !== "it") return undefined;
  const goesOn = speakerGoesOn(one);
  const subject = startsSentence(one) ? subjectBefore(one) : undefined;
  if (head === "they") return goesOn && ["speaker goes on", goesOn];
  if (head === "it") {
    if (subject) return fits(subject, head) ? ["subject goes on", subject] : undefined;
    return goesOn && ["speaker goes on", goesOn];
  }
  if (goesOn) return ["speaker goes on", goesOn];
  return subject && fits(subject, head) ? ["subject goes on", subject] : undefined;
}

/** "Jane Roe, who said": the name right before it. */
function relative({ cast, source, body }: Case): readonly [string, Spoken] | undefined {
  const before = cast.mentions.findLast(({ end }) => end <= source.start);
  if (!before?.person || !/^,?\s*$/.test(body.slice(before.end, source.start))) return undefined;
  return ["relative clause", asSpoken(before)];
}

/** The speaker of the statement before, where nobody else who fits has come up since. */
function speakerGoesOn({ spoken, reading, source, cast, phrase }: Case): Spoken | undefined {
  const last = spoken.findLast(({ source: said }) => said.start < source.start);
  if (!last || reading.paragraph - last.paragraph > REACH || !fits(last, phrase.head)) return undefined;
  if (phrase.head === "they" || phrase.head === "it") return last;
  const others = cast.mentions.filter(
    (mention) =>
      mention.start >= last.source.end &&
      mention.end <= source.start &&
      !mention.quoted &&
      mayBe(mention, phrase.head) &&
      personOf(mention, cast.persons)?.name !== last.speaker?.name &&
      mention.text !== last.speaker?.name,
  );
  return others.length === 0 ? last : undefined;
}

function mayBe({ personal, person, surely, sex }: Mention, pronoun: string): boolean {
  if (!personal || !(person || surely)) return false;
  const known = person?.sex ?? sex;
  return known === undefined || known === sexOf(pronoun);
}

function sexOf(pronoun: string): Sex {
  return pronoun === "she" ? "female" : "male";
}

function fits({ kind, sex, speaker }: Spoken, pronoun: string): boolean {
  if (!speaker) return false;
  if (pronoun === "they") return kind === "group";
  if (pronoun === "it") return kind === "body";
  return kind === "person" && (sex === undefined || sex === sexOf(pronoun));
}

function startsSentence({ reading, tokens }: Case): boolean {
  const { places, sentences } = reading.passage;
  const start = sentences[places[tokens.start]?.sentence ?? 0]?.start ?? 0;
  return tokens.start === start;
}

function sentenceAt(reading: Reading, token: number): Span {
  const { places, sentences } = reading.passage;
  const sentence = sentences[places[token]?.sentence ?? 0];
  return sentence && sentence.end > sentence.start ? inBody(reading, sentence) : { start: 0, end: 0 };
}

/** The subject of the sentence before: the phrase from its first word to its first verb. */
function subjectBefore(one: Case): Spoken | undefined {
  const { reading, tokens, readings, body, cast } = one;
  const index = reading.passage.places[tokens.start]?.sentence ?? 0;
  const home = index > 0 ? reading : readings[reading.paragraph - 2];
  const sentence = home?.passage.sentences[index > 0 ? index - 1 : home.passage.sentences.length - 1];
  if (!home || !sentence) return undefined;
  const { places } = home.passage;
  let end = sentence.start;
  while (end < sentence.end && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(places[end]?.token.pos ?? "")) end++;
  if (end === sentence.start || !/^(?:VERB|AUX)$/.test(places[end]?.token.pos ?? "")) return undefined;
  const phrase = sourcePhrase(body, home, { start: sentence.start, end }, cast);
  if (phrase.mention) return asSpoken(phrase.mention);
  return {
    kind: phrase.kind,
    sex: undefined,
    source: inBody(home, { start: sentence.start, end }),
    paragraph: home.paragraph,
    words: [],
    speaker: { name: phrase.name, basis: "stated" },
    description: null,
    rule: undefined,
  };
}

function asSpoken(mention: Mention): Spoken {
  return {
    kind: mention.person || mention.surely ? "person" : "body",
    sex: mention.person?.sex ?? mention.sex,
    source: { start: mention.start, end: mention.end },
    paragraph: mention.paragraph,
    words: [],
    speaker: { name: mention.person?.name ?? mention.text, basis: "stated" },
    description: null,
    rule: undefined,
  };
}
