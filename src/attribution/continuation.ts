import { overlaps, type Span } from "../language/span.js";
import { quotationsOf } from "../story/quoted.js";
import type { Story } from "../story/story.js";
import type { Statement } from "./statements.js";

/**
 * Joins quotations that go on in the next paragraph: newspapers leave the closing mark away and open the next paragraph
 * with a mark again. What is found inside the part that is joined belongs to the quotation, and is dropped.
 */
export function joinedAcrossParagraphs(story: Story, statements: readonly Statement[]): Statement[] {
  const ends = openEnds(story);
  if (ends.length === 0) return [...statements];
  const parts = new Map<Statement, Span[]>();
  const joined: Span[] = [];
  for (const { open, next } of ends) {
    const owner =
      [...parts].find(([, spans]) => spans.some((span) => overlaps(span, open)))?.[0] ??
      statements.find(({ content }) => content.some((span) => overlaps(span, open)));
    if (!owner) continue;
    parts.set(owner, [...(parts.get(owner) ?? []), next]);
    joined.push(next);
  }
  return statements
    .filter(
      (one) => parts.has(one) || !one.content.some((span) => joined.some((part) => overlaps(part, span))),
    )
    .map((one) => ({ ...one, content: [...one.content, ...(parts.get(one) ?? [])] }));
}

/** Each quotation that a paragraph leaves open, with the one that opens the next paragraph. */
function openEnds(story: Story): { open: Span; next: Span }[] {
  const all = quotationsOf(story);
  return all.flatMap((here, i) => {
    const open = here.at(-1);
    const next = all[i + 1]?.[0];
    const opens = next !== undefined && next.start === story.paragraphs[i + 1]?.start;
    return open && !open.closed && opens ? [{ open, next: { start: next.start, end: next.end } }] : [];
  });
}
