/**
 * A text on one line, cut visibly between words where it is longer than a place for it, in UTF-16 code units. For names,
 * titles and labels: words of a story in a quotation are never cut so.
 */
export function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const head = line.slice(0, most - 1);
  return `${head.replace(/\s\S*$/, "").replace(/[\uD800-\uDBFF]$/, "")}…`;
}
