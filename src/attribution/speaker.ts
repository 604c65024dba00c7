import type { Span } from "../language/span.js";
import type { Cast, Mention } from "./cast.js";
import type { Sex } from "./names.js";
import type { Reading } from "./reading.js";
import type { SourcePhrase } from "./source-phrase.js";

/** Who a source is. */
export interface Speaker {
  /** Words of the story. */
  readonly name: string;
  /** "stated": the sentence itself says so. */
  readonly basis: "stated" | "inferred";
}

/** A source that has spoken, or may have: what later sources are resolved by. */
export interface Spoken {
  readonly speaker: Speaker | null;
  readonly description: Span | null;
  /** The rule that inferred the speaker; undefined where the source's own words say it. */
  readonly rule: string | undefined;
  readonly kind: SourcePhrase["kind"];
  readonly sex: Sex | undefined;
  readonly source: Span;
  readonly paragraph: number;
  readonly nouns: readonly string[];
  readonly heads: readonly string[];
}

/** A source to be resolved, with all that it may be resolved by. */
export interface Case {
  readonly body: string;
  readonly readings: readonly Reading[];
  readonly cast: Cast;
  /** The sources before it. */
  readonly spoken: readonly Spoken[];
  readonly reading: Reading;
  /** The source in tokens of its paragraph, and in the body. */
  readonly tokens: Span;
  readonly source: Span;
  readonly cue: Span | null;
  readonly phrase: SourcePhrase;
}

/** A name as if it had spoken there. */
export function asSpoken(mention: Mention): Spoken {
  return {
    speaker: { name: mention.person?.name ?? mention.text, basis: "stated" },
    description: null,
    rule: undefined,
    kind: mention.person || mention.surely ? "person" : "body",
    sex: mention.person?.sex ?? mention.sex,
    source: { start: mention.start, end: mention.end },
    paragraph: mention.paragraph,
    nouns: [],
    heads: [],
  };
}
