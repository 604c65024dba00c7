/**
 * Verbs and phrases that report what somebody says. Forms of the verbs of speech that English grammars list as
 * reporting verbs; a word here makes a sentence "reported", it does not by itself say by whom.
 */

/** Verbs that always mean that somebody says something, in the forms that follow a subject. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    "said says say told tells tell added adds add stated states asked asks announced announces claimed claims " +
    "replied insisted insists argued argues explained explains warned warns declared declares noted notes"
  ).split(" "),
);

/** Further words that show that a sentence reports a claim. */
export const REPORTING_WORDS: ReadonlySet<string> = new Set(
  (
    "saying telling alleged alleges allege alleging allegedly reportedly accused accuses accuse accusing denied denies " +
    "deny denying confirmed confirms acknowledged acknowledges admitted admits asserted asserts believe believes " +
    "believed boasted called condemned condemns criticized decried demanded demands demanding described describes " +
    "characterized characterizing disclosed disputed emphasized estimated expressed implied indicated maintained " +
    "mentioned pledged predicted promised proposed quoted quoting recalled reiterated rejected remarked repeated " +
    "reported reports revealed stressed suggested suggests testified testimony testimonies thanked tweeted urged urges " +
    "vowed wrote writes accusations accusation allegations allegation claiming stating citing cited"
  ).split(" "),
);
