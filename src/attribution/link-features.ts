import type { Span } from "../language/span.js";
import { mixed } from "./hash.js";
import type { Place } from "./passage.js";
import { TAGS } from "./tag-features.js";
import type { Tagged } from "./tagger.js";

/** The tags of the second model: this cue, with better bounds, its source and its content. */
export const LINK_TAGS = { outside: 0, source: 1, cue: 3, content: 5, count: 7 } as const;

/** Templates of the second model do not meet those of the first. */
const FIRST_TEMPLATE = 1000;

/** The farthest that a source or content may stand from its cue, in tokens: as long as the longest sentence. */
const FARTHEST = 160;

/** Where the source and the content of a cue are looked for: its sentence and those beside it, in tokens. */
export function windowOf({ passage }: Tagged, cue: Span): Span {
  const sentence = passage.places[cue.start]?.sentence ?? 0;
  const first = passage.sentences[Math.max(0, sentence - 1)]?.start ?? 0;
  const last = passage.sentences[Math.min(passage.sentences.length - 1, sentence + 1)]?.end ?? 0;
  return {
    start: Math.max(first, cue.start - FARTHEST),
    end: Math.max(cue.end, Math.min(last, cue.end + FARTHEST)),
  };
}

/** Features of each token of the window: what the first model says of it, and how it lies to the cue. */
export function linkFeatures(
  seen: Tagged,
  cue: Span,
  window: Span,
  emit: (token: number, feature: number) => void,
): void {
  const { passage, tags, marginals } = seen;
  const { places } = passage;
  const head = headOf(places, cue);
  const home = places[cue.start]?.sentence ?? 0;
  const cueWord = places[head]?.lemma ?? 0;
  const cuePos = places[head]?.pos ?? 0;
  const cueQuoted = places[head]?.quoted ?? 0;
  const around = mixed(tags[cue.start - 1] ?? 9, tags[cue.end] ?? 9);
  const beside = mixed(places[cue.start - 1]?.word ?? 1, places[cue.end]?.word ?? 1);
  const ways = waysFrom(seen, cue, window);
  const runs = seen.runs;
  const at = (i: number) => (i < window.start || i >= window.end ? undefined : places[i]);
  let token = 0;
  let template = 0;
  const add = (first: number, second?: number, third?: number, fourth?: number, fifth?: number) => {
    let feature = mixed(++template, first);
    if (second !== undefined) feature = mixed(feature, second);
    if (third !== undefined) feature = mixed(feature, third);
    if (fourth !== undefined) feature = mixed(feature, fourth);
    if (fifth !== undefined) feature = mixed(feature, fifth);
    emit(token, feature);
  };
  for (let i = window.start; i < window.end; i++) {
    const here = places[i];
    const way = ways[i - window.start];
    if (!here || !way) continue;
    token = i;
    template = FIRST_TEMPLATE;
    const tag = tags[i] ?? 0;
    const side = i < cue.start ? 0 : i < cue.end ? 1 : 2;
    const [p2, p1, n1, n2] = [at(i - 2), at(i - 1), at(i + 1), at(i + 2)];
    const away = here.sentence - home;
    const probable = (kind: number) =>
      Math.round(4 * ((marginals[i * TAGS.count + kind] ?? 0) + (marginals[i * TAGS.count + kind + 1] ?? 0)));
    const place = mixed(mixed(side, way.cues), mixed(away, way.quotes));
    const nearest = mixed(mixed(way.sources, way.contents), mixed(side, way.cues));
    add(side);
    add(tag, side, away);
    add(tag, place);
    add(tag, nearest);
    add(tag, nearest, away, way.quotes);
    add(tag, way.segment, side);
    add(tag, place, around);
    add(tag, nearest, around);
    add(tag, side, cueWord);
    add(tag, way.sources, side, cueWord);
    add(tag, way.contents, side, cueWord, way.cues);
    add(tag, side, cuePos, cueQuoted);
    add(tag, side, beside);
    add(tag, distance(i, cue), side, way.marks);
    add(tag, tags[i - 1] ?? 9, tags[i + 1] ?? 9, side);
    add(probable(TAGS.source), side, way.sources);
    add(probable(TAGS.content), side, way.contents);
    add(probable(TAGS.source), place);
    add(probable(TAGS.content), place);
    add(probable(TAGS.cue), tag, side);
    add(here.word, side);
    add(here.lemma, side, tag);
    add(here.pos, side, tag);
    add(p1?.word ?? 1, here.pos, tag);
    add(n1?.word ?? 1, here.pos, tag);
    add(p1?.word ?? 1, here.word);
    add(here.word, n1?.word ?? 1);
    add(p1?.pos ?? 1, here.pos, n1?.pos ?? 1, side);
    add(p2?.pos ?? 1, p1?.pos ?? 1, here.pos, side);
    add(here.pos, n1?.pos ?? 1, n2?.pos ?? 1, side);
    add(here.quoted, cueQuoted, away, way.quotes, side);
    add(here.quoted, tag, way.quotes, around);
    add(here.word, way.marks, side, way.cues);
    add(here.pos, distance(i, cue), side);
    add(cueWord, here.pos, distance(i, cue), side);
    add(here.shape, p1?.shape ?? 0, side, tag);
    const first = p1?.sentence === here.sentence ? 0 : 1;
    const last = n1?.sentence === here.sentence ? 0 : 1;
    add(first, last, tag, side, away);
    add(cueWord, here.word, Math.min(distance(i, cue), 3), side);
    add(here.mark ? here.word : here.pos, n1?.word ?? 1, n2?.pos ?? 1, side, tag);
    add(p1?.word ?? 1, here.pos, n1?.pos ?? 1, tag, side);
    add(way.verbs, way.marks, side, tag, here.mark ? here.word : here.pos);
    add(way.verbs, p1?.word ?? 1, here.pos, side);
    const run = runs[i];
    if (!run) continue;
    const [before, after] = [at(run.start - 1), at(run.end)];
    add(before?.word ?? 1, after?.lemma ?? 1, run.kind, side);
    add(before?.pos ?? 1, after?.pos ?? 1, run.kind, here.pos, tag);
    add(after?.lemma ?? 1, run.kind, tag, side);
    add(before?.word ?? 1, run.kind, tag, side);
    add(Math.min(i - run.start, 3), Math.min(run.end - i, 3), run.kind, tag, side);
  }
}

/** The word of a cue that is the likeliest one: "said" of "has also said". */
export function headOf(places: readonly Place[], cue: Span): number {
  let head = cue.start;
  for (let i = cue.start + 1; i < cue.end; i++)
    if ((places[i]?.cueRate ?? 0) >= (places[head]?.cueRate ?? 0)) head = i;
  return head;
}

function distance(i: number, cue: Span): number {
  const away = i < cue.start ? cue.start - i : Math.max(0, i - cue.end + 1);
  return away < 5 ? away : away < 9 ? 5 : away < 16 ? 6 : away < 30 ? 7 : 8;
}

/** What lies between a token and the cue; each count is capped. */
interface Way {
  readonly cues: number;
  readonly sources: number;
  readonly contents: number;
  readonly marks: number;
  readonly quotes: number;
  readonly verbs: number;
  /** How many spans of the first model lie between, that of the token itself not counted. */
  readonly segment: number;
}

function waysFrom({ passage, tags }: Tagged, cue: Span, window: Span): Way[] {
  const ways: Way[] = [];
  const walk = (from: number, to: number, by: 1 | -1) => {
    let [cues, sources, contents, marks, quotes, verbs] = [0, 0, 0, 0, 0, 0];
    for (let i = from; i !== to; i += by) {
      const tag = tags[i] ?? 0;
      const before = tags[i - by] ?? 0;
      // A span is entered at its first token going right, and at its last one going left.
      const entered =
        by === 1
          ? tag % 2 === 1
          : tag !== 0 && (before === 0 || before % 2 === 1 || kind(before) !== kind(tag));
      if (entered && kind(tag) === TAGS.cue) cues++;
      if (entered && kind(tag) === TAGS.source) sources++;
      if (entered && kind(tag) === TAGS.content) contents++;
      ways[i - window.start] = {
        cues: Math.min(cues, 2),
        sources: Math.min(sources, 3),
        contents: Math.min(contents, 3),
        marks: Math.min(marks, 3),
        quotes: Math.min(quotes, 3),
        verbs: Math.min(verbs, 4),
        segment: Math.min(cues + sources + contents, 6),
      };
      const place = passage.places[i];
      if (place?.mark) marks++;
      if (place?.token.pos === "VERB") verbs++;
      if (place && passage.places[i + by] && passage.places[i + by]?.quoted !== place.quoted) quotes++;
    }
  };
  walk(cue.start - 1, window.start - 1, -1);
  walk(cue.end, window.end, 1);
  for (let i = cue.start; i < cue.end; i++)
    ways[i - window.start] = { cues: 0, sources: 0, contents: 0, marks: 0, quotes: 0, verbs: 0, segment: 0 };
  return ways;
}

function kind(tag: number): number {
  return tag === 0 ? 0 : tag % 2 === 1 ? tag : tag - 1;
}
