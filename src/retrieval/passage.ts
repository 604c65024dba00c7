import { type Expression, expressions } from "../language/expressions.js";
import { type Name, names } from "../language/names.js";
import { quotations } from "../language/quotations.js";
import type { Span } from "../language/span.js";
import { folded, type TermedToken, termedTokens } from "../language/terms.js";
import type { WordVectors } from "../language/vectors.js";
import type { Work } from "../slices.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";

/** What a sentence has that may answer a question of some kind. */
export const TRAITS = [
  "speech",
  "quotation",
  "cause",
  "purpose",
  "apposition",
  "negation",
  "leans back",
  "question",
  "place",
  "role",
  "manner",
] as const;

export type Trait = (typeof TRAITS)[number];

/** An expression with the first and the last of its tokens. */
export interface PlacedExpression extends Expression {
  readonly first: number;
  readonly last: number;
}

/** A name, and whether a preposition of place stands before it ("in Port Ellen"). */
export interface PlacedName extends Name {
  readonly isPlaced: boolean;
}

/** A sentence of a story with all that the ranking asks of it; read once. */
export interface ReadPassage {
  readonly story: Story;
  readonly sentence: Sentence;
  /** Number of the sentence in its story, from 0. */
  readonly position: number;
  readonly tokens: readonly TermedToken[];
  /** For each term the tokens in which it stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** For each token its row in the table of word vectors, -1 where it has none or is a stop word. */
  readonly rows: Int32Array;
  /** Spans count from the start of the sentence. */
  readonly names: readonly PlacedName[];
  readonly expressions: readonly PlacedExpression[];
  readonly traits: ReadonlySet<Trait>;
}

/** The same, numbered by its `PassageReader`. */
export interface Passage extends ReadPassage {
  /** Its number; that of the next sentence of the story is one more. */
  readonly id: number;
  /** For each token the number of its word among those that were read, -1 where it has none or is a stop word. */
  readonly words: Int32Array;
  /** The sum of its words' vectors. */
  readonly sum: Float32Array;
}

/** Openings that only the sentence before explains. */
export const LEANS_BACK =
  /^["“]?(?:he|she|it|they|his|her|hers|its|their|theirs|this|that|these|those|both|such|the (?:same|latter|former|two|pair))\b/i;

const FORMS: readonly (readonly [Trait, RegExp])[] = [
  [
    "speech",
    /\b(?:said|says?|saying|told|tells?|added|adds|according to|claim(?:s|ed)?|announced|warned|den(?:y|ies|ied)|accus(?:e|es|ed)|alleg(?:e|es|ed)|argued|explained|believes?|thinks?|asked|wrote|called|described|condemned|insisted|statement)\b/i,
  ],
  [
    "cause",
    /\b(?:because|due to|owing to|as a result|since|thanks to|caus(?:e|es|ed|ing)|led to|leading to|after|amid|following|over|therefore|reasons?|blamed?|attribut(?:e|es|ed|ing)|accused of|suspected of|citing|so that|for allegedly|in connection with|in response to|stems? from)\b/i,
  ],
  ["purpose", /\b(?:in order to|so that|aim(?:s|ed)? to|to \p{Ll}{3,}|in an attempt to|in an effort to)\b/iu],
  [
    "apposition",
    /\p{L}, (?:an?|the|\p{Ll}+'s|\p{Lu}\p{Ll}+'s) [^,]{3,80}(?:,|\.|$)|\b(?:is|was|are|were) (?:an?|the) /u,
  ],
  [
    "negation",
    /\b(?:not|no|never|neither|nor|nobody|none|without|n't|declin(?:e|ed)|refus(?:e|ed)|den(?:y|ied))\b|n['’]t\b/i,
  ],
  ["leans back", LEANS_BACK],
  ["question", /\?["”]?$/],
  ["place", /\b(?:in|at|near|from|to|outside|across|around|of) (?:the )?(?:\p{Ll}+ ){0,2}\p{Lu}/u],
  [
    "role",
    /\b(?:president|minister|officials?|police|spokes(?:man|woman|person)|leaders?|chief|director|mother|father|brothers?|sisters?|son|daughter|wife|husband|author|actor|actress|singer|coach|player|expert|ambassador|general|king|queen|judge|lawyer|attorney|journalists?|governor|mayor|senator|representative)\b/i,
  ],
  ["manner", /\b(?:by \p{Ll}+ing|through|using|via|with (?:a|the)|\p{Ll}+ly)\b/u],
];

/** Reads the sentences of one story. */
export function* readingPassages(story: Story, vectors: WordVectors): Work<ReadPassage[]> {
  const texts: { text: string; tokens: TermedToken[] }[] = [];
  for (const sentence of story.sentences) {
    const text = wordsAt(story, sentence);
    texts.push({ text, tokens: termedTokens(text) });
    yield;
  }
  const known = new Set(
    texts.flatMap(({ tokens }) =>
      tokens.slice(1).flatMap(({ text }) => (/^\p{Lu}/u.test(text) ? [text] : [])),
    ),
  );
  const passages: ReadPassage[] = [];
  for (const [position, sentence] of story.sentences.entries()) {
    const { text, tokens } = texts[position] ?? { text: "", tokens: [] };
    passages.push({
      story,
      sentence,
      position,
      tokens,
      places: placesOf(tokens),
      rows: Int32Array.from(tokens, ({ text, terms }) => (terms.length === 0 ? -1 : rowOf(vectors, text))),
      names: names(text, tokens, (word) => known.has(word)).map((name) => ({
        ...name,
        isPlaced: isPlaced(name, tokens),
      })),
      expressions: expressions(text).map((one) => ({ ...one, ...tokensIn(tokens, one) })),
      traits: traitsOf(text),
    });
    yield;
  }
  return passages;
}

/**
 * The row of a word as it stands in a text: folded, without a possessive ending; of a compound without a row of its own
 * that of its last part that has one ("post-mortem", "ex-minister").
 */
export function rowOf(vectors: WordVectors, text: string): number {
  const word = folded(text).replace(/['’]s?$/, "");
  const row = vectors.rowOf(word);
  if (row >= 0 || !word.includes("-")) return row;
  const parts = word.split("-").map((part) => vectors.rowOf(part));
  return [vectors.rowOf(word.replaceAll("-", "")), ...parts.reverse()].find((one) => one >= 0) ?? -1;
}

/** Prepositions that put a name in its place. */
const PLACING = new Set(
  "in at near from to outside inside across around into off towards toward through over".split(" "),
);

function isPlaced({ first }: Name, tokens: readonly TermedToken[]): boolean {
  const [before, earlier] = [first - 1, first - 2].map((i) => tokens[i]?.text.toLowerCase() ?? "");
  return PLACING.has(before ?? "") || (before === "the" && PLACING.has(earlier ?? ""));
}

function tokensIn(tokens: readonly TermedToken[], { start, end }: Span): { first: number; last: number } {
  const first = tokens.findIndex((token) => token.start >= start);
  const after = tokens.findIndex((token) => token.start >= end);
  return { first, last: (after < 0 ? tokens.length : after) - 1 };
}

function placesOf(tokens: readonly TermedToken[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach(({ terms }, i) => {
    for (const term of terms) {
      const before = places.get(term);
      if (before) before.push(i);
      else places.set(term, [i]);
    }
  });
  return places;
}

function traitsOf(text: string): Set<Trait> {
  const found = new Set<Trait>(FORMS.flatMap(([trait, form]) => (form.test(text) ? [trait] : [])));
  if (quotations(text).length > 0) found.add("quotation");
  return found;
}

/** Stories longer than this, in sentences, are no news stories: where a sentence stands tells nothing there. */
const NEWS_STORY = 80;

export function isOfNewsStory({ story }: ReadPassage): boolean {
  return story.sentences.length <= NEWS_STORY;
}
