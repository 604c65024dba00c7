import { type CueRate, inTokens, type Passage, passageOf } from "../../../src/attribution/passage.js";
import { TAGS, tagFeatures } from "../../../src/attribution/tag-features.js";
import { type Span, shifted } from "../../../src/language/span.js";
import type { Article } from "./articles.js";
import { type Sequence, sequenceOf } from "./sequence.js";

/** A paragraph of an article, read. */
export interface Paragraph {
  readonly article: Article;
  /** Where it begins in the article. */
  readonly from: number;
  readonly passage: Passage;
}

export function paragraphsOf(article: Article, cueRate: CueRate): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const line of article.text.split("\n")) {
    if (line.trim() !== "") paragraphs.push({ article, from, passage: passageOf(line, cueRate) });
    from += line.length + 1;
  }
  return paragraphs;
}

/** The gold tags of a paragraph's tokens. */
export function goldTags({ article, from, passage }: Paragraph): Uint8Array {
  const tokens = passage.places.map(({ token }) => token);
  const gold = new Uint8Array(tokens.length);
  const mark = (spans: readonly Span[], tag: number) => {
    for (const span of spans) {
      const { start, end } = inTokens(tokens, shifted(span, -from));
      for (let i = start; i < end; i++) gold[i] = i === start ? tag : tag + 1;
    }
  };
  const inside = article.attributions.filter(({ source, cue, content }) =>
    [...source, ...cue, ...content].some(
      (span) => span.start >= from && span.end <= from + passage.text.length,
    ),
  );
  for (const { content } of inside) mark(content, TAGS.content);
  for (const { source } of inside) mark(source, TAGS.source);
  for (const { cue } of inside) mark(cue, TAGS.cue);
  return gold;
}

export function tagSequence(paragraph: Paragraph): Sequence {
  const { passage } = paragraph;
  const gold = goldTags(paragraph);
  return sequenceOf(
    passage.places.length,
    (i) => passage.places[i]?.step ?? 0,
    (i) => gold[i] ?? 0,
    (emit) => tagFeatures(passage, emit),
  );
}
