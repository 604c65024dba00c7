import { shifted } from "../language/span.js";
import { type ProperName, properNames, type Sex } from "./names.js";
import type { Reading } from "./reading.js";

/** Somebody whom the story calls by first and family name. */
export interface Person {
  readonly name: string;
  readonly sex: Sex | undefined;
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
  return { persons, mentions: names.map((name) => ({ ...name, person: personOf(name, persons) })) };
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
    return { name, sex: others.length === 0 ? sex : undefined };
  });
}

/** The only person whom these words can mean: by the whole name, or by its last words ("Hasanov", "Mr. Hasanov"). */
export function personOf(
  { text, personal, sex }: Pick<ProperName, "text" | "personal" | "sex">,
  persons: readonly Person[],
): Person | undefined {
  const whole = persons.find(({ name }) => name === text);
  if (whole || !personal) return whole;
  const [one, ...others] = persons.filter(
    (person) => person.name.endsWith(` ${text}`) && !(sex && person.sex && person.sex !== sex),
  );
  return others.length === 0 ? one : undefined;
}
