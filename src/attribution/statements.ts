import type { Span } from "../language/span.js";
import { atOnce, type Work } from "../slices.js";
import type { Story } from "../story/story.js";
import { type Candidate, candidatesIn } from "./candidates.js";
import { castOf } from "./cast.js";
import { joinedAcrossParagraphs } from "./continuation.js";
import { inBody, type Reading, readingsOf } from "./reading.js";
import type { Speaker } from "./speaker.js";
import { resolverOf } from "./speakers.js";
import { learnedWeights } from "./weights-file.js";

/** What a story reports somebody to have said, thought or wanted. Spans count in the body. */
export interface Statement {
  /** Number of the paragraph, from 1. */
  readonly paragraph: number;
  /** direct: quoted whole; indirect: told in the story's words; mixed: both. */
  readonly kind: "direct" | "indirect" | "mixed";
  /** The words that name who says it ("he", "the harbour office"). */
  readonly source: Span | null;
  /** The words that lift it ("said", "according to"). */
  readonly cue: Span | null;
  /** What is said, in the order of the text; with its quotation marks, without a full stop after them. */
  readonly content: readonly Span[];
  /** null where the story does not make clear whose it is. */
  readonly speaker: Speaker | null;
  /** Who the speaker is, in the story's words. */
  readonly description: Span | null;
  /** What found the statement and, where the speaker is inferred, by what. */
  readonly rule: string;
}

/**
 * The confidence from which a statement is one: where the exact F1 of cues and contents is highest (.661 and .577),
 * measured on training articles by models that had not seen them. From .35 to .5 it changes by a tenth of a point.
 */
export const STATEMENT_FROM = 0.45;

/**
 * The confidence from which a source is shown, chosen on the same articles: exact F1 of sources is highest there, .003
 * above that with all of them shown; of those in marked statements 93% are right, with all of them shown 91%.
 */
const SOURCE_FROM = 0.4;

/**
 * The confidence from which a speaker is named: there 90% of all are right on those training articles (94% on
 * attribution-dev), where also counts as wrong what the annotators took for no statement; of those that they marked, 95%.
 * At .5 it would be 86%, at .75 92%.
 */
export const NAMED_FROM = 0.66;

/** Kept as long as the story itself; made when it is first asked for. */
const known = new WeakMap<Story, readonly Statement[]>();

/** Every statement of a story, in the order of its text. Same story, same statements; never throws. */
export function statementsOf(story: Story): readonly Statement[] {
  return atOnce(readingStatements(story));
}

/** The same, paragraph by paragraph: a long story takes a second. */
export function* readingStatements(story: Story): Work<readonly Statement[]> {
  const kept = known.get(story) ?? (yield* readStatements(story));
  known.set(story, kept);
  return kept;
}

function* readStatements(story: Story): Work<Statement[]> {
  const weights = learnedWeights();
  const readings = yield* readingsOf(story, weights.cueRate);
  const resolver = resolverOf(story.body, readings, castOf(readings));
  const statements: Statement[] = [];
  for (const reading of readings) {
    for (const candidate of candidatesIn(reading.passage, weights, STATEMENT_FROM)) {
      const source = shownSource(candidate);
      const who =
        source && candidate.sourceConfidence >= NAMED_FROM
          ? resolver(reading, source, candidate.cue)
          : undefined;
      statements.push({
        paragraph: reading.paragraph,
        kind: kindOf(reading, candidate),
        source: source && inBody(reading, source),
        cue: candidate.cue && inBody(reading, candidate.cue),
        content: candidate.content.map((span) => inBody(reading, span)),
        speaker: who?.speaker ?? null,
        description: who?.description ?? null,
        rule: who?.rule === undefined ? candidate.rule : `${candidate.rule}, ${who.rule}`,
      });
    }
    yield;
  }
  return joinedAcrossParagraphs(story, statements);
}

/** The source, where it is sure enough to be shown. */
export function shownSource({ source, sourceConfidence }: Candidate): Span | null {
  return sourceConfidence >= SOURCE_FROM ? source : null;
}

/** By the quotation marks around and in the content. */
function kindOf(reading: Reading, { content }: Candidate): Statement["kind"] {
  const words = content.flatMap(({ start, end }) =>
    reading.passage.places.slice(start, end).filter(({ mark }) => !mark),
  );
  const quoted = words.filter(({ quoted }) => quoted === 1).length;
  if (quoted === 0) return "indirect";
  return quoted === words.length ? "direct" : "mixed";
}
