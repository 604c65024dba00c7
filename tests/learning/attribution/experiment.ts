import { confidenceFeatures, confidenceOf } from "../../../src/attribution/confidence.js";
import { type Link, linked } from "../../../src/attribution/linker.js";
import { tagged } from "../../../src/attribution/tagger.js";
import { type Article, articles } from "./articles.js";
import { ratesWithout } from "./cue-rates.js";
import type { Paragraph } from "./first-stage.js";
import { paragraphsOf } from "./first-stage.js";
import { learn, learnConfidence } from "./learn.js";
import { type Found, report } from "./report.js";
import { writeFile } from "./write-file.js";

const n = Number(process.argv[2] ?? 200);
const all = articles("attribution-train") ?? [];
const dev = articles("attribution-dev") ?? [];
const began = performance.now();
const log = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`);
const train = all.slice(0, n);
const learned = learn(train, log);
const found = (p: Paragraph, link: Link, confidence: number, sourceConfidence: number): Found => {
  const at = (s: { start: number; end: number }) => ({
    start: p.from + (p.passage.places[s.start]?.token.start ?? 0),
    end: p.from + (p.passage.places[s.end - 1]?.token.end ?? 0),
  });
  return {
    source: link.source ? at(link.source) : null,
    cue: at(link.cue),
    content: link.content.map(at),
    confidence,
    sourceConfidence,
  };
};
const by = new Map<Article, Found[]>(train.map((a) => [a, []]));
const cut = Math.floor(learned.unseen.length / 2);
for (const [part, other] of [
  [learned.unseen.slice(0, cut), learned.unseen.slice(cut)],
  [learned.unseen.slice(cut), learned.unseen.slice(0, cut)],
] as const) {
  const f = learnConfidence(other);
  for (const u of part)
    by.get(u.paragraph.article)?.push(
      found(u.paragraph, u.link, confidenceOf(f.statement, u.features), confidenceOf(f.source, u.features)),
    );
}

log("OUT OF FOLD");
report(by);
const devBy = new Map<Article, Found[]>();
const lex = ratesWithout(learned.counts.total, undefined);
for (const a of dev) {
  const list: Found[] = [];
  for (const p of paragraphsOf(a, lex)) {
    const seen = tagged(learned.tagger, p.passage);
    for (const cue of seen.cues) {
      const link = linked(learned.linker, seen, cue);
      const f = confidenceFeatures(seen, link);
      list.push(found(p, link, confidenceOf(learned.statement, f), confidenceOf(learned.source, f)));
    }
  }
  devBy.set(a, list);
}
log("DEV");
report(devBy);

if (process.argv[3]) {
  writeFile(learned);
}
