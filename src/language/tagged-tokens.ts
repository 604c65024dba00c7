import { createRequire } from "node:module";
import type model from "wink-eng-lite-web-model";
import type winkNLP from "wink-nlp";
import type { WinkMethods } from "wink-nlp";
import type { Token } from "./tokens.js";

declare module "wink-nlp" {
  // The package types `lemma` as it calls it, not as `out` takes it.
  interface ItsHelpers {
    lemma(index: number, read: unknown): string;
  }
}

/** A word or mark with its part of speech (Universal Dependencies' names) and its base form ("said" → "say"). */
export interface TaggedToken extends Token {
  readonly pos: string;
  readonly lemma: string;
}

/** Of a longer run without white space only the beginning is read: wink-nlp takes quadratic time over such runs. */
const LONGEST_RUN = 80;
const TOO_LONG = new RegExp(`(\\S{${LONGEST_RUN}})\\S+`, "g");

let wink: WinkMethods | undefined;

/**
 * Every word and mark of a text, left to right, clitics apart ("do", "n't"; "Oslo", "'s"). Unlike `tokens`, which serves
 * the search, nothing but white space is left out. The model is made ready at the first call (a tenth of a second).
 */
export function taggedTokens(text: string): TaggedToken[] {
  wink ??= madeReady();
  const { its } = wink;
  const readable = text
    .replace(/\s/g, " ")
    .replace(TOO_LONG, (run: string, head: string) => head + " ".repeat(run.length - head.length));
  const all = wink.readDoc(readable).tokens();
  const values = all.out(its.value);
  const spaces = all.out(its.precedingSpaces);
  const tags = all.out(its.pos);
  const lemmas = all.out(its.lemma);
  let end = 0;
  return values.map((value, i) => {
    const start = end + (spaces[i]?.length ?? 0);
    end = start + value.length;
    return { text: value, start, end, pos: tags[i] ?? "X", lemma: lemmas[i] ?? value };
  });
}

/** Both packages are loaded here and not above: what reads no story, as the help, starts sooner without them. */
function madeReady(): WinkMethods {
  const load = createRequire(import.meta.url);
  const make: typeof winkNLP = load("wink-nlp");
  const english: typeof model = load("wink-eng-lite-web-model");
  return make(english, ["pos"]);
}
