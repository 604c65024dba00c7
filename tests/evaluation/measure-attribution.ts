import { candidatesIn } from "../../src/attribution/candidates.js";
import { inBody, readingsOf } from "../../src/attribution/reading.js";
import { NAMED_FROM, STATEMENT_FROM, shownSource } from "../../src/attribution/statements.js";
import { learnedWeights } from "../../src/attribution/weights-file.js";
import { overlaps, type Span } from "../../src/language/span.js";
import { atOnce } from "../../src/slices.js";
import { makeStory } from "../../src/story/story.js";
import type { Article, GoldAttribution } from "../learning/attribution/articles.js";
import type { Figures } from "./figures.js";
import { share } from "./measures.js";

/** A statement as found in an article, with what it is measured by. */
interface Found {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly confidence: number;
  /** Whether its source is printed, and whether its speaker is named. */
  readonly shown: boolean;
  readonly named: boolean;
  readonly sureness: number;
  readonly gold: GoldAttribution | undefined;
  readonly article: Article;
}

/** Forms of the verbs of speech, and "according to". */
const SPEECH =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|(?:add|ask|announc|claim|insist|argu|explain|warn|declar|not|report|tweet|accus|call|describ|suggest|acknowledg|confirm|respond|recall|quot|mention|remark|assert|alleg|stat)(?:e|s|es|ed|ing|d)?|admit\w*|(?:den|repl|testif)(?:y|ies|ied|ying)|wr(?:ite|ites|ote|itten|iting)|sp(?:eak|eaks|oke|oken|eaking))\b/i;

/** The confidence from which candidates are looked at where a share is wanted at a precision. */
const CURVE_FROM = 0.02;

/**
 * Statements against marked articles. One found and one marked statement match where their contents share at least half
 * of the longer one, or where they share words of both cue and content; each matches one at most, the closest first.
 * A shown source is right where it shares at least half of the longer one with that of the match; what matches nothing
 * is wrong. Exact F1: each span of a role once, by its two offsets.
 */
export function measureAttribution(
  name: string,
  articles: readonly Article[],
): { figures: Figures; failures: string[] } {
  const printed = articles.flatMap((article) => found(article, STATEMENT_FROM));
  const curve = articles.flatMap((article) => found(article, CURVE_FROM));
  const gold = articles.flatMap((article) =>
    article.attributions.filter(({ cue }) => cue.length > 0).map((attribution) => ({ article, attribution })),
  );
  const matched = printed.filter((one) => one.gold !== undefined);
  const named = printed.filter((one) => one.named);
  const isSpeech = (article: Article, cue: readonly Span[]) =>
    cue.some(({ start, end }) => SPEECH.test(article.text.slice(start, end)));
  const speech = (one: Found) => isSpeech(one.article, one.gold?.cue ?? (one.cue ? [one.cue] : []));
  const figures = {
    [`${name}: exact F1 of sources`]: exactF1(articles, printed, "source"),
    [`${name}: exact F1 of cues`]: exactF1(articles, printed, "cue"),
    [`${name}: exact F1 of contents`]: exactF1(articles, printed, "content"),
    [`${name}: gold matched`]: matched.length / gold.length,
    [`${name}: printed that match`]: share(printed, (one) => one.gold !== undefined),
    [`${name}: shown source right where matched`]: share(
      matched.filter((one) => one.shown),
      sourceRight,
    ),
    [`${name}: named speakers whose source is right`]: share(named, sourceRight),
    [`${name}: direct quotations found with source, at 90% right`]: foundAt(
      0.9,
      curve.filter((one) => kindOf(one) === "direct"),
      gold.filter(({ attribution }) => attribution.kind === "direct").length,
    ),
    [`${name}: statements with a verb of speech found with source, at 90% right`]: foundAt(
      0.9,
      curve.filter(speech),
      gold.filter(({ article, attribution }) => isSpeech(article, attribution.cue)).length,
    ),
    [`${name}: all found with source, at 90% right`]: foundAt(0.9, curve, gold.length),
  };
  return { figures, failures: named.filter((one) => !sourceRight(one)).map(describe) };
}

function found(article: Article, from: number): Found[] {
  const story = makeStory(article.id, { publisher: "", language: "en" }, article.text);
  const weights = learnedWeights();
  const all = atOnce(readingsOf(story, weights.cueRate)).flatMap((reading) =>
    candidatesIn(reading.passage, weights, from).map(({ source, cue, content, ...sure }) => ({
      source: source && inBody(reading, source),
      shown: shownSource({ source, cue, content, ...sure }) !== null,
      cue: cue && inBody(reading, cue),
      content: content.map((span) => inBody(reading, span)),
      confidence: sure.confidence,
      sureness: sure.sourceConfidence,
      named: source !== null && sure.sourceConfidence >= NAMED_FROM,
    })),
  );
  const partners = new Map<(typeof all)[number], GoldAttribution>();
  const taken = new Set<GoldAttribution>();
  const pairs = all
    .flatMap((one) => article.attributions.map((gold) => ({ one, gold, closeness: closeness(one, gold) })))
    .filter((pair) => pair.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  for (const { one, gold } of pairs) {
    if (partners.has(one) || taken.has(gold)) continue;
    partners.set(one, gold);
    taken.add(gold);
  }
  return all.map((one) => ({ ...one, gold: partners.get(one), article }));
}

/** 0 where the two do not match. */
function closeness({ cue, content }: Pick<Found, "cue" | "content">, gold: GoldAttribution): number {
  const told = shared(content, gold.content);
  const sameCue = cue !== null && gold.cue.some((span) => overlaps(span, cue));
  if (!(halfShared(content, gold.content) || (sameCue && told > 0))) return 0;
  return (sameCue ? 1 : 0) + told / Math.max(1, length(content), length(gold.content));
}

function sourceRight({ source, gold }: Found): boolean {
  return source !== null && gold !== undefined && halfShared([source], gold.source);
}

function halfShared(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length > 0 && b.length > 0 && shared(a, b) * 2 >= Math.max(length(a), length(b));
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const x of a)
    for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
}

/** By the gold's own word where it matches, else by the marks around what was found. */
function kindOf({ gold, content, article }: Found): string {
  if (gold) return gold.kind;
  const words = content.map(({ start, end }) => article.text.slice(start, end));
  return words.every((text) => /^(?:["“]|'')[^"“”]*(?:["”]|'')$/.test(text)) ? "direct" : "other";
}

/** Of `total`, the largest share found with the right source while `precision` of what is taken is right. */
function foundAt(precision: number, all: readonly Found[], total: number): number {
  let [right, best] = [0, 0];
  all
    .filter(({ source }) => source !== null)
    .toSorted((a, b) => b.sureness - a.sureness)
    .forEach((one, i) => {
      if (sourceRight(one)) right++;
      if (right >= precision * (i + 1)) best = right;
    });
  return best / total;
}

function exactF1(
  articles: readonly Article[],
  printed: readonly Found[],
  role: "source" | "cue" | "content",
): number {
  const keys = (article: Article, spans: readonly (Span | null)[]) =>
    spans.flatMap((span) => (span ? [`${article.id} ${span.start} ${span.end}`] : []));
  const gold = new Set(
    articles.flatMap((article) =>
      keys(
        article,
        article.attributions.flatMap((attribution) => attribution[role]),
      ),
    ),
  );
  const ours = new Set(printed.flatMap((one) => keys(one.article, shownSpans(one, role))));
  return (2 * [...ours].filter((key) => gold.has(key)).length) / (gold.size + ours.size);
}

function shownSpans(one: Found, role: "source" | "cue" | "content"): readonly (Span | null)[] {
  if (role === "content") return one.content;
  return role === "source" && !one.shown ? [] : [one[role]];
}

function describe({ article, source, cue, content, gold, sureness }: Found): string {
  const words = (spans: readonly (Span | null)[]) =>
    spans.map((span) => (span ? article.text.slice(span.start, span.end) : "-")).join(" | ");
  return [
    `${article.id}   (${sureness.toFixed(2)})`,
    `  found: ${words([source])} / ${words([cue])} / ${words(content)}`,
    `  gold: ${gold ? `${words(gold.source)} / ${words(gold.cue)} / ${words(gold.content)}` : "nothing"}`,
  ].join("\n");
}
