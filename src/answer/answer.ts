import type { Speaker } from "../attribution/speaker.js";
import type { Voice } from "../attribution/voice.js";
import type { Span } from "../language/span.js";
import type { Sentence, Story } from "../story/story.js";

/** A passage as a reader sees it. Nothing here holds words of the story: spans travel, `wordsAt` cuts at the end. */
export interface Excerpt {
  readonly story: Story;
  /** What is shown: at most 700 code units, whole sentences. */
  readonly span: Span;
  /** The one sentence in it that matched best. */
  readonly sentence: Sentence;
  /** The words in that sentence that answer, where they are known. */
  readonly answer: Span | null;
  /** 0…1 */
  readonly score: number;
  readonly voice: Voice["voice"];
  readonly speaker: Speaker | null;
}

/** Why a question may have found nothing although it is a fair one. */
export type Hint =
  /** It names nothing that could be looked up, and there is no exchange before it. */
  | { readonly kind: "name the subject" }
  | { readonly kind: "ask in English" }
  /** With a name spelt as the story spells it there is an answer. */
  | { readonly kind: "did you mean"; readonly question: string };

/** What the stories have to say to a question. */
export type Answer =
  | {
      readonly kind: "answered";
      readonly confidence: number;
      readonly excerpts: readonly Excerpt[];
      /** What was searched for: asked again, it finds the same; null where nothing was. */
      readonly question: string | null;
    }
  /** The stories do not say; the excerpts are the nearest passages. */
  | {
      readonly kind: "declined";
      readonly confidence: number;
      readonly excerpts: readonly Excerpt[];
      readonly question: string | null;
      readonly hint: Hint | null;
    }
  /** No question at all: a greeting, thanks, nothing. */
  | { readonly kind: "small-talk"; readonly confidence: 0; readonly excerpts: readonly [] };
