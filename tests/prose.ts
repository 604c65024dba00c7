import fc from "fast-check";
import type { Story } from "../src/story/story.js";
import { madeStory } from "./made-story.js";

/** Pieces of text that have tripped readers of text: marks, abbreviations, odd letters, names of every object. */
const PIECES = [
  ..."the a harbour strike minister Roe Jane Doe said told they police report closed ships Monday He It".split(
    " ",
  ),
  ..."U.S. Dr. J. 5 $1.5 35,000 40% post-mortem don't Əliyev naïve 東京 😀 👩‍👩‍👧 é __proto__ constructor toString".split(
    " ",
  ),
  ...[
    ". ",
    "? ",
    "! ",
    ", ",
    '"',
    '" ',
    ' "',
    "“",
    "”",
    "«",
    "»",
    " (",
    ") ",
    " -- ",
    " — ",
    "… ",
    "... ",
    "'",
    "’s ",
  ],
  ...[
    '." ',
    ".” ",
    '," said Jane Roe. ',
    " according to police, ",
    "\u2028",
    "\u00a0",
    "\t",
    "\ud83d",
    "\\d+(",
    "[^",
  ],
  "x".repeat(720),
  "word ".repeat(150),
];

/** One paragraph of something like prose. */
export const prose = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", "")), { maxLength: 120 })
  .map((pieces) => pieces.flat().join(""));

/** A story of such paragraphs; it always has a letter in it. */
export const anyStory: fc.Arbitrary<Story> = fc
  .array(prose, { maxLength: 8 })
  .map((paragraphs) => madeStory(["The harbour is closed.", ...paragraphs]));
