/** A question of more code units tells a story of its own, and who tells it may be known from it. */
const LONGEST = 300;

/** Seven digits, as short telephone numbers have, with at most spaces and the signs inside such numbers between them. */
const LONG_NUMBER = /\p{Nd}(?:[\s().\-/+·‐-―]{0,3}\p{Nd}){6}/u;

/** Numbers of papers and accounts with letters among the digits: a word that holds five digits or more. */
const NUMBER_WITH_LETTERS = /[\p{L}\p{Nd}]*\p{L}[\p{L}\p{Nd}]*/gu;
const DIGITS_WITH_LETTERS = 5;

/** An e-mail address and a handle alike: both are written with this sign, and little else is. */
const AT = "@";

/** "https://…", "tg:…", "www.…", "t.me/…", "example.org": a stop inside a word with two letters or more behind it. */
const WEB_ADDRESS = /:\/\/|\b(?:mailto|tg|tel):|\bwww\.|[\p{L}\p{N}_-]\.\p{L}{2,}/iu;

/**
 * True for a text that looks as if it held something about a private person: an e-mail or web address, a handle, a
 * telephone or other long number, or so much text that nobody can tell. Rather once too often: what it is asked for is
 * whether a text may be kept. Names count as nothing, for questions are about the people of a story.
 */
export function looksPersonal(text: string): boolean {
  if (text.length > LONGEST) return true;
  // Full-width and superscript forms become plain ones; what is not seen (a zero-width space, a soft hyphen) goes.
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return (
    plain.includes(AT) || WEB_ADDRESS.test(plain) || LONG_NUMBER.test(plain) || holdsNumberWithLetters(plain)
  );
}

function holdsNumberWithLetters(text: string): boolean {
  return Array.from(text.matchAll(NUMBER_WITH_LETTERS)).some(
    ([word]) => word.replace(/\P{Nd}/gu, "").length >= DIGITS_WITH_LETTERS,
  );
}
