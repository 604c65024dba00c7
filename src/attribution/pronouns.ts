import type { Span } from "../language/span.js";
import type { Mention } from "./cast.js";
import { JUDGING_VERBS, REPORTING_VERBS } from "./cues.js";
import type { Sex } from "./names.js";
import { PERSON_NOUNS } from "./noun-phrase.js";
import { inBody, type Reading } from "./reading.js";
import { sourcePhrase } from "./source-phrase.js";
import { asSpoken, type Case, type Spoken } from "./speaker.js";

/** How many paragraphs back a pronoun's speaker may have spoken; farther back it was wrong more often than right. */
const REACH = 1;

/** Whom "he", "she", "it", "they" or "who" means, and by which rule; undefined where it is not sure. */
export function byPronoun(one: Case): { rule: string; spoken: Spoken } | undefined {
  const { head } = one.phrase;
  if (head === "who") return ruled("relative clause", nameBefore(one));
  if (head === "they") return ruled("speaker goes on", speakerGoesOn(one));
  const subject = startsSentence(one) ? subjectBefore(one) : undefined;
  const fitting = subject && fits(subject, head) ? subject : undefined;
  if (head === "it" && subject) return ruled("subject goes on", fitting);
  if (head !== "he" && head !== "she" && head !== "it") return undefined;
  return ruled("speaker goes on", speakerGoesOn(one)) ?? ruled("subject goes on", fitting);
}

function ruled(rule: string, spoken: Spoken | undefined): { rule: string; spoken: Spoken } | undefined {
  return spoken && { rule, spoken };
}

/** "Jane Roe, who said": the name right before it. */
function nameBefore({ cast, source, body }: Case): Spoken | undefined {
  const before = cast.mentions.findLast(({ end }) => end <= source.start);
  if (!before?.person || !/^,?\s*$/.test(body.slice(before.end, source.start))) return undefined;
  return asSpoken(before);
}

/** The speaker of the statement before, where nobody else who fits has come up since. */
function speakerGoesOn(one: Case): Spoken | undefined {
  const { spoken, reading, source, phrase } = one;
  const last = spoken.findLast(({ source: said }) => said.start < source.start);
  if (!last || reading.paragraph - last.paragraph > REACH || !fits(last, phrase.head)) return undefined;
  if (phrase.head === "they" || phrase.head === "it") return isSaid(one) ? last : undefined;
  return anotherName(one, last) || anotherNoun(one, last) ? undefined : last;
}

function anotherName({ cast, source, phrase }: Case, last: Spoken): boolean {
  return cast.mentions.some(
    (mention) =>
      mention.start >= last.source.end &&
      mention.end <= source.start &&
      !mention.quoted &&
      mayBe(mention, phrase.head) &&
      mention.person?.name !== last.speaker?.name &&
      !last.speaker?.name.endsWith(mention.text),
  );
}

function mayBe({ personal, person, surely, acts, sex }: Mention, pronoun: string): boolean {
  if (!personal || !(person || surely || acts)) return false;
  const known = person?.sex ?? sex;
  return known === undefined || known === sexOf(pronoun);
}

/** True where a noun for somebody else stands between ("the president"): the pronoun may mean that one. */
function anotherNoun({ readings, source, reading }: Case, last: Spoken): boolean {
  const between = readings.slice(last.paragraph - 1, reading.paragraph);
  return between.some(({ from, passage: { places } }) =>
    places.some(({ token, quoted }, i) => {
      const inside = from + token.start >= last.source.end && from + token.end <= source.start;
      if (!inside || quoted || !PERSON_NOUNS.has(token.text) || last.nouns.includes(token.text)) return false;
      return places.slice(Math.max(0, i - 2), i).some((place) => /^the$/i.test(place.token.text));
    }),
  );
}

/** True where the cue is a verb of speech: "it shows", "they exposed" may be said of things. */
function isSaid({ cue, reading }: Case): boolean {
  const words = cue ? reading.passage.places.slice(cue.start, cue.end) : [];
  return words.some(({ token }) => REPORTING_VERBS.has(token.lemma) || JUDGING_VERBS.has(token.lemma));
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
  return tokens.start === sentences[places[tokens.start]?.sentence ?? 0]?.start;
}

/** The subject of the sentence before: the phrase from its first word to its first verb. */
function subjectBefore({ reading, tokens, readings, body, cast }: Case): Spoken | undefined {
  const index = reading.passage.places[tokens.start]?.sentence ?? 0;
  const home: Reading | undefined = index > 0 ? reading : readings[reading.paragraph - 2];
  const sentence: Span | undefined = home?.passage.sentences.at(index - 1);
  if (!home || !sentence) return undefined;
  const { places } = home.passage;
  let end = sentence.start;
  while (end < sentence.end && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(places[end]?.token.pos ?? "")) end++;
  const verb = places[end]?.token;
  if (end === sentence.start || !verb || !/^(?:VERB|AUX)$/.test(verb.pos) || /^\p{Lu}/u.test(verb.text))
    return undefined;
  const phrase = sourcePhrase(body, home, { start: sentence.start, end }, cast);
  if (phrase.mention) return asSpoken(phrase.mention);
  const { kind, name, nouns, heads } = phrase;
  return {
    speaker: { name, basis: "stated" },
    description: null,
    rule: undefined,
    kind,
    sex: undefined,
    source: inBody(home, { start: sentence.start, end }),
    paragraph: home.paragraph,
    nouns,
    heads,
  };
}
