/** Where a date lies, as the words around it tell: before or after the day on which the text speaks, or not told. */
export type Way = "back" | "ahead" | "near";

/** Words after which a date is still to come, in the same clause: "will meet on Friday". */
const TO_COME =
  /\b(?:will|to be|due|scheduled|expected|expects? to|set for|planned for|plans? to|is on|is in|takes place|until|upcoming)\b[^,;:.]*$/i;

/** Words after which it is past: "officials said in August". */
const PAST = /\b(?:was|were|had|has|have|did|said|told|since|\p{L}+ed)\b[^;:.]*$/iu;

/** The same behind a date that opens its sentence: "In August, officials said". */
const THEN_TO_COME = /^[^.;:]*\bwill\b/i;
const THEN_PAST = /^[^.;:]*\b(?:was|were|had|did|said|told|\p{L}+ed)\b/iu;

/**
 * @param before the words before a date in its sentence, a line or so of them
 * @param after those behind it
 */
export function wayOf(before: string, after: string): Way {
  if (TO_COME.test(before)) return "ahead";
  if (PAST.test(before)) return "back";
  if (THEN_TO_COME.test(after)) return "ahead";
  return THEN_PAST.test(after) ? "back" : "near";
}
