import type { Span } from "../../../src/language/span.js";
import type { Article, GoldAttribution } from "./articles.js";
import { SPEECH } from "./speech.js";
export interface Found {
  source: Span | null;
  cue: Span;
  content: Span[];
  confidence: number;
  sourceConfidence: number;
}
const len = (s: readonly Span[]) => s.reduce((n, x) => n + x.end - x.start, 0);
const inter = (a: readonly Span[], b: readonly Span[]) => {
  let n = 0;
  for (const x of a) for (const y of b) n += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return n;
};
export const half = (a: readonly Span[], b: readonly Span[]) =>
  a.length > 0 && b.length > 0 && inter(a, b) * 2 >= Math.max(len(a), len(b));
export function select(all: Found[], floor: number): Found[] {
  const out: Found[] = [];
  for (const f of all.toSorted((a, b) => b.confidence - a.confidence)) {
    if (f.confidence < floor || f.content.length === 0) continue;
    const mine = [f.cue, ...f.content];
    if (
      out.some(
        (o) => inter([o.cue], mine) > 0 || inter(o.content, [f.cue]) > 0 || inter(o.content, f.content) > 0,
      )
    )
      continue;
    out.push(f);
  }
  return out.sort((a, b) => a.cue.start - b.cue.start);
}
export function pairs(found: Found[], gold: GoldAttribution[]): Map<Found, GoldAttribution> {
  const out = new Map<Found, GoldAttribution>();
  const used = new Set<GoldAttribution>();
  const scored = found
    .flatMap((f) =>
      gold
        .map((g) => ({
          f,
          g,
          s:
            (inter([f.cue], g.cue) > 0 ? 1 : 0) +
            (2 * inter(f.content, g.content)) / (len(f.content) + len(g.content) || 1),
          ok: half(f.content, g.content) || (inter([f.cue], g.cue) > 0 && inter(f.content, g.content) > 0),
        }))
        .filter((x) => x.ok),
    )
    .sort((a, b) => b.s - a.s);
  for (const { f, g } of scored)
    if (!out.has(f) && !used.has(g)) {
      out.set(f, g);
      used.add(g);
    }
  return out;
}
const NAMED = Number(process.env.NAMED ?? 0.5);
export function report(by: Map<Article, Found[]>) {
  const best = 0;
  const bestLine = "";
  for (const floor of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const c = { source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0], paired: [0, 0, 0] } as Record<
      string,
      number[]
    >;
    let printed = 0,
      matched = 0,
      gold = 0,
      src = 0,
      shown = 0;
    for (const [a, all] of by) {
      const f = select(all, floor);
      const p = pairs(f, a.attributions);
      printed += f.length;
      matched += p.size;
      gold += a.attributions.filter((g) => g.cue.length > 0).length;
      for (const [x, g] of p) {
        if (x.source && x.sourceConfidence >= NAMED) {
          shown++;
          if (half([x.source], g.source)) src++;
        }
      }
      for (const role of ["source", "cue", "content"] as const) {
        const key = (s: Span) => `${s.start}:${s.end}`;
        const G = new Set(a.attributions.flatMap((g) => g[role]).map(key));
        const F = new Set(
          f
            .flatMap((x) =>
              role === "source" ? (x.source ? [x.source] : []) : role === "cue" ? [x.cue] : x.content,
            )
            .map(key),
        );
        const r = c[role] ?? [];
        r[0] = (r[0] ?? 0) + F.size;
        r[1] = (r[1] ?? 0) + G.size;
        r[2] = (r[2] ?? 0) + [...F].filter((k) => G.has(k)).length;
      }
    }
    const f1 = (r: number[] | undefined) =>
      ((200 * (r?.[2] ?? 0)) / ((r?.[0] ?? 0) + (r?.[1] ?? 1))).toFixed(1);
    console.log(
      `floor ${floor}: F1 ${f1(c.source)} ${f1(c.cue)} ${f1(c.content)}  printed ${printed} matched ${((100 * matched) / printed).toFixed(1)}% of gold ${((100 * matched) / gold).toFixed(1)}% source right ${((100 * src) / shown).toFixed(1)}%`,
    );
  }
  void best;
  void bestLine;
  // recall at precision
  type Row = { conf: number; right: boolean; kind: string; speech: boolean };
  const rows: Row[] = [];
  const total: Record<string, number> = {
    all: 0,
    direct: 0,
    mixed: 0,
    indirect: 0,
    speech: 0,
    indirectSpeech: 0,
  };
  for (const [a, all] of by) {
    const f = select(all, 0.02);
    const p = pairs(f, a.attributions);
    const speech = (s: readonly Span[]) => s.some((x) => SPEECH.test(a.text.slice(x.start, x.end)));
    for (const g of a.attributions) {
      if (g.cue.length === 0) continue;
      total.all = (total.all ?? 0) + 1;
      total[g.kind] = (total[g.kind] ?? 0) + 1;
      if (speech(g.cue)) {
        total.speech = (total.speech ?? 0) + 1;
        if (g.kind === "indirect") total.indirectSpeech = (total.indirectSpeech ?? 0) + 1;
      }
    }
    for (const x of f) {
      if (!x.source) continue;
      const g = p.get(x);
      const text = x.content.map((s) => a.text.slice(s.start, s.end)).join(" ");
      const own =
        /^["“]|^''/.test(text) &&
        /["”]$|''$/.test(text) &&
        !/["”][^"“”]+[“"]/.test(x.content.length === 1 ? text : "")
          ? "direct"
          : /["“”]/.test(text)
            ? "mixed"
            : "indirect";
      rows.push({
        conf: x.sourceConfidence,
        right: g !== undefined && half([x.source], g.source),
        kind: g?.kind ?? own,
        speech: speech(g ? g.cue : [x.cue]),
      });
    }
  }
  const at = (name: string, keep: (r: Row) => boolean) => {
    const mine = rows.filter(keep).sort((a, b) => b.conf - a.conf);
    const out: string[] = [];
    for (const prec of [0.9, 0.95, 0.97]) {
      let r = 0,
        bestN = 0,
        th = 1;
      mine.forEach((m, i) => {
        if (m.right) r++;
        if (r / (i + 1) >= prec) {
          bestN = r;
          th = m.conf;
        }
      });
      out.push(`${((100 * bestN) / (total[name] ?? 1)).toFixed(1)}@${th.toFixed(2)}`);
    }
    console.log(name.padEnd(16), out.join("  "), "of", total[name]);
  };
  at("all", () => true);
  at("direct", (r) => r.kind === "direct");
  at("mixed", (r) => r.kind === "mixed");
  at("speech", (r) => r.speech);
  at("indirectSpeech", (r) => r.speech && r.kind === "indirect");
}
