/**
 * Advance widths in thousandths of the font size, those of Helvetica; Arial and Liberation Sans have the same. Where a
 * viewer has another font, each piece of text is squeezed or stretched to the width that was reckoned with.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, "ijl‘’"],
  [278, " !,./:;I[\\]ft·"],
  [333, "()-`r‹›“”"],
  [355, '"'],
  [389, "*"],
  [500, "Jckvxyzs"],
  [556, "#$0123456789?L_abdeghnopqu–"],
  [584, "+<=>~"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "—…"],
  [1015, "@"],
];

/** Of whatever is not in the table. */
const OTHER = 600;

/** How much wider bold letters are, on average over a line of text. */
const BOLDER = 1.08;

const BY_GLYPH: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([width, glyphs]) => [...glyphs].map((glyph): [string, number] => [glyph, width])),
);

/** How wide a text is, in the unit of the font size. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const glyph of text) width += BY_GLYPH.get(glyph) ?? OTHER;
  return ((bold ? BOLDER : 1) * width * size) / 1000;
}

/** As much of a text as fits, with "…" where something is left out. */
export function cutTo(text: string, width: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= width) return text;
  let end = text.length;
  while (end > 0 && widthOf(`${text.slice(0, end).trimEnd()}…`, size, bold) > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
