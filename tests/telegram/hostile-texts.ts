import fc from "fast-check";

/** Longest message in UTF-16 code units. */
const LONGEST = 4096;

/** Names that every object has, text that other programs run, texts at which regular expressions despair. */
const TRAPS = [
  ..."__proto__ constructor toString hasOwnProperty valueOf prototype undefined null NaN".split(" "),
  ..."<b>bold</b> *bold* _it_ [a](http://a.example) #{1+1} {{1}} %s %n \\u0000 '; $(id) `id` =1+1 ../../etc/passwd".split(
    " ",
  ),
  "<blockquote>The harbour was never closed.</blockquote>",
  "a".repeat(LONGEST),
  "A.".repeat(LONGEST / 2),
  "1,".repeat(LONGEST / 2),
  "a-".repeat(LONGEST / 2),
  "a'".repeat(LONGEST / 2),
  "(".repeat(LONGEST),
  '"'.repeat(LONGEST),
  '" “'.repeat(LONGEST / 3),
  " ".repeat(LONGEST - 1).concat("x"),
  "\n".repeat(LONGEST - 1).concat("x"),
  "the ".repeat(LONGEST / 4),
  "harbour ".repeat(LONGEST / 8),
  "Roe said ".repeat(LONGEST / 9),
  "who said ".repeat(LONGEST / 9),
  "according to ".repeat(LONGEST / 13),
  "on Monday ".repeat(LONGEST / 10),
  "12/12/2024 ".repeat(LONGEST / 11),
  "e\u0301".repeat(LONGEST / 2),
  "\u0301".repeat(LONGEST),
  "😀".repeat(LONGEST / 2),
  "\ud83d".repeat(LONGEST),
  "👩‍👩‍👧 ".repeat(LONGEST / 9),
  "\u202e\u2067\u200f\u200b\ufeff\u2028",
  "ﷺ".repeat(100),
  "Ⅷ ① ½ ٣ ²",
  "İIıi ſß ŉ",
];

/** What readers write, from which the rest is made. */
const PLAIN = [
  "When was the harbour closed?",
  "Who runs the harbour?",
  "What did Jane Roe say about the ferry?",
  "and when?",
  "who said that?",
  "timeline",
  "people",
  "quotes by Roe",
  "quotes constructor",
  "/ask How long will repairs take?",
  '/check "Nobody was hurt on the ferry" — Jane Roe',
  "/check Nobody was hurt in the ferry at all — __proto__",
  'check "Nobody … on the ferry"',
  "/quotes Roe",
  "/quotes toString",
  "/people",
  "/timeline",
  "/story",
  "/start p-AAAAAAAAA0",
  "/start n-X19wcm90b19f",
  "/start n-_____w",
  "/help@story_bot",
  "/privacy",
  "@story_bot when was it?",
  "quote Nobody was hurt on the ferry",
  "wer hat den Hafen geschlossen?",
  "When was the harbuor closed?",
];

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 2, arbitrary: fc.string({ unit, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(..."\"“”«»'’—–-… .,?!@/:()[]{}\\^$*+|0129aAéə") }),
  },
);

/** Up to 4,096 code units of anything, often something like a question. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 1, arbitrary: piece },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(" ", "", "\n", "\u202e"))
      .map(([pieces, between]) => pieces.join(between).slice(0, LONGEST)),
  },
);
