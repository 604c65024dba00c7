import { confidenceFeatures, type Forest } from "../../../src/attribution/confidence.js";
import { LINK_TAGS } from "../../../src/attribution/link-features.js";
import { type Link, linked } from "../../../src/attribution/linker.js";
import { TAGS } from "../../../src/attribution/tag-features.js";
import { type Tagged, tagged } from "../../../src/attribution/tagger.js";
import { overlaps } from "../../../src/language/span.js";
import type { Article } from "./articles.js";
import { type CrfSettings, learnCrf } from "./crf.js";
import { countCues, ratesWithout } from "./cue-rates.js";
import { type Paragraph, paragraphsOf, tagSequence } from "./first-stage.js";
import { type Example, learnForest } from "./forest.js";
import { type GoldLink, goldLinks, goldOf, linkSequence } from "./second-stage.js";

/** The second model and the confidence learn from what the first model says of articles that it has not seen. */
const FOLDS = 3;

export const TAG_SETTINGS: CrfSettings = {
  tags: TAGS.count,
  epochs: 8,
  rate: 0.025,
  seen: 3,
  kept: 170_000,
  seed: 1,
};
export const LINK_SETTINGS: CrfSettings = {
  tags: LINK_TAGS.count,
  epochs: 10,
  rate: 0.025,
  seen: 3,
  kept: 90_000,
  seed: 2,
};

/** A candidate of an article that the models that made it have not seen. */
export interface Unseen {
  readonly paragraph: Paragraph;
  readonly seen: Tagged;
  readonly link: Link;
  readonly features: readonly number[];
  readonly gold: GoldLink | undefined;
}

export function learn(articles: readonly Article[], log: (line: string) => void) {
  const counts = countCues(articles);
  const paragraphs = articles.flatMap((article, index) =>
    paragraphsOf(article, ratesWithout(counts.total, counts.each.get(article.id))).map((paragraph) => ({
      paragraph,
      fold: index % FOLDS,
      golds: goldLinks(paragraph),
    })),
  );
  log(`${articles.length} articles, ${paragraphs.length} paragraphs`);
  const sequences = paragraphs.map(({ paragraph }) => tagSequence(paragraph));
  const folds = Array.from({ length: FOLDS }, (_, k) => k);
  const seen: Tagged[] = [];
  for (const fold of folds) {
    const model = learnCrf(
      sequences.filter((_, i) => paragraphs[i]?.fold !== fold),
      TAG_SETTINGS,
    );
    paragraphs.forEach(({ paragraph }, i) => {
      if (paragraphs[i]?.fold === fold) seen[i] = tagged(model, paragraph.passage);
    });
    log(`first model without fold ${fold}`);
  }
  const tagger = learnCrf(sequences, TAG_SETTINGS);
  sequences.length = 0;
  log("first model");
  const candidates = paragraphs.flatMap(({ paragraph, fold, golds }, i) => {
    const one = seen[i];
    if (!one) return [];
    return one.cues.map((cue) => ({ paragraph, fold, seen: one, cue, gold: goldOf(cue, golds) }));
  });
  const links = candidates.flatMap(({ seen, cue, gold, fold }) =>
    gold ? [{ fold, sequence: linkSequence(seen, cue, gold) }] : [],
  );
  log(`${candidates.length} candidates, ${links.length} of them in the gold`);
  const unseen: Unseen[] = [];
  for (const fold of folds) {
    const model = learnCrf(
      links.filter((link) => link.fold !== fold).map(({ sequence }) => sequence),
      LINK_SETTINGS,
    );
    for (const { seen, cue, gold, paragraph, fold: own } of candidates) {
      if (own !== fold) continue;
      const link = linked(model, seen, cue);
      unseen.push({ paragraph, seen, link, features: confidenceFeatures(seen, link), gold });
    }
    log(`second model without fold ${fold}`);
  }
  const linker = learnCrf(
    links.map(({ sequence }) => sequence),
    LINK_SETTINGS,
  );
  log("second model");
  const { statement, source } = learnConfidence(unseen);
  log("confidence");
  return { tagger, linker, statement, source, counts, unseen };
}

/** A forest for whether a link is a statement at all, one for whether its source is the right one. */
export function learnConfidence(unseen: readonly Unseen[]): { statement: Forest; source: Forest } {
  const examples = (right: (one: Unseen) => boolean): Example[] =>
    unseen.map((one) => ({ features: one.features, right: right(one) }));
  return {
    statement: learnForest(examples(({ link, gold }) => isStatement(link, gold))),
    source: learnForest(examples(({ link, gold }) => isRight(link, gold))),
  };
}

/** In the gold, with some content that is its own. */
export function isStatement({ content }: Link, gold: GoldLink | undefined): boolean {
  return gold !== undefined && content.some((span) => gold.content.some((told) => overlaps(span, told)));
}

/** In the gold, with a source of which at least half is shared, and with some of its content. */
export function isRight({ source, content }: Link, gold: GoldLink | undefined): boolean {
  const [shown, told] = [source, gold?.source[0]];
  if (!gold || !shown || !told || content.length === 0) return false;
  const shared = Math.min(shown.end, told.end) - Math.max(shown.start, told.start);
  return shared * 2 >= Math.max(shown.end - shown.start, told.end - told.start);
}
