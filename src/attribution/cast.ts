import { shifted } from "../language/span.js";
import { type ProperName, properNames, type Sex } from "./names.js";
import type { Reading } from "./reading.js";

/** Somebody whom the story calls by first and family name. */
export interface Person {
  readonly name: string;
  readonly sex: Sex | undefined;
  /** Where the whole name first stands, and what titles it has anywhere. */
  readonly first: number;
  readonly titles: ReadonlySet<string>;
  /** Introduced as somebody's wife, son … */
  readonly relative: boolean;
}

/** A name as it stands in the body; `person` where it is sure whose it is. */
export interface Mention extends ProperName {
  readonly paragraph: number;
  /** True inside a quotation. */
  readonly quoted: boolean;
  readonly person: Person | undefined;
}

/** Whom a story names, and where; mentions in the order of the text. */
export interface Cast {
  readonly persons: readonly Person[];
  readonly mentions: readonly Mention[];
}

export function castOf(readings: readonly Reading[]): Cast {
  const names = readings.flatMap(({ paragraph, from, passage }) => {
    const tokens = passage.places.map(({ token }) => token);
    const starts = (i: number) => {
      const [before, here] = [passage.places[i - 1], passage.places[i]];
      return !before || before.sentence !== here?.sentence || /^["“”'‘«(]|''$/.test(before.token.text);
    };
    return properNames(passage.text, tokens, starts).map((name) => ({
      ...name,
      ...shifted(name, from),
      paragraph,
      quoted: passage.places.some(({ token, quoted }) => token.start === name.start && quoted === 1),
    }));
  });
  const persons = personsAmong(names);
  const unsure = new Set<string>();
  const mentions = names.map((name) => {
    const person = unsure.has(name.text)
      ? persons.find((one) => one.name === name.text)
      : personOf(name, persons);
    // A family name that once means somebody else may do so again.
    if (!person && name.personal) unsure.add(name.text);
    return { ...name, person };
  });
  return { persons, mentions };
}

function personsAmong(names: readonly ProperName[]): Person[] {
  const alone = new Set(
    names.filter(({ words, personal }) => personal && words.length === 1).map(({ text }) => text),
  );
  const full = names.filter(
    ({ words, personal, surely }) =>
      words.length > 1 && personal && (surely || alone.has(words.at(-1) ?? "")),
  );
  return [...new Set(full.map(({ text }) => text))].map((name) => {
    const last = name.split(" ").at(-1) ?? "";
    const namesakes = new Set(full.filter(({ words }) => words.at(-1) === last).map(({ text }) => text));
    const sexes = names
      .filter(
        ({ text, words }) => text === name || (namesakes.size === 1 && words.length === 1 && text === last),
      )
      .flatMap(({ sex }) => sex ?? []);
    const [sex, ...others] = new Set(sexes);
    const own = full.filter(({ text }) => text === name);
    return {
      name,
      sex: others.length === 0 ? sex : undefined,
      first: own[0]?.start ?? 0,
      titles: new Set(own.flatMap(({ title }) => title ?? [])),
      relative: own.some(({ relative }) => relative),
    };
  });
}

/**
 * The only person whom these words can mean: by the whole name, or by its last words ("Hasanov", "Mr. Hasanov"). Where
 * the short form comes first the story counts on readers to know whom it means; that is only then sure to be the one
 * named later where that one has a title. "President Roe" is nobody who is never called president.
 */
function personOf(name: ProperName, persons: readonly Person[]): Person | undefined {
  const whole = persons.find((person) => person.name === name.text);
  if (whole || !name.personal) return whole;
  const [one, ...others] = persons.filter(
    (person) => person.name.endsWith(` ${name.text}`) && !(name.sex && person.sex && person.sex !== name.sex),
  );
  if (!one || others.length > 0) return undefined;
  const titled = name.title !== undefined && !FORMS_OF_ADDRESS.has(name.title);
  if (titled && !one.titles.has(name.title ?? "")) return undefined;
  return name.start > one.first || (one.titles.size > 0 && !one.relative) ? one : undefined;
}

const FORMS_OF_ADDRESS = new Set(["mr", "mrs", "ms", "miss", "dr"]);
