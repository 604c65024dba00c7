import { type Quotation, quotations } from "../language/quotations.js";
import { shifted } from "../language/span.js";
import { type Story, wordsAt } from "./story.js";

/** Kept as long as the story itself; made when it is first asked for. */
const known = new WeakMap<Story, readonly (readonly Quotation[])[]>();

/** For each paragraph of a story its quotations; spans count in the body. */
export function quotationsOf(story: Story): readonly (readonly Quotation[])[] {
  const kept =
    known.get(story) ??
    story.paragraphs.map((paragraph) =>
      quotations(wordsAt(story, paragraph)).map((one) => ({ ...one, ...shifted(one, paragraph.start) })),
    );
  known.set(story, kept);
  return kept;
}
