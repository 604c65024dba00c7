/**
 * Verbs and phrases that report what somebody says. Forms of the verbs of speech that English grammars list as
 * reporting verbs; a word here makes a sentence "reported", it does not by itself say by whom.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs that always mean that somebody says something, in the forms that follow a subject. */
export const SPEECH_VERBS: ReadonlySet<string> = words(
  "said says say told tells added adds stated states asked asks announced announces claimed claims " +
    "replied insisted insists argues argued explained explains warned warns declares declared noted notes",
);

/** Those of them that are nouns as well ("insurance claims"): sure only next to a quotation. */
export const ALSO_NOUNS: ReadonlySet<string> = words("states claims notes");

/** Those that often stand without their subject ("sanctions announced last week"): sure before "that" and quotations. */
export const ALSO_PARTICIPLES: ReadonlySet<string> = words(
  "added stated asked announced claimed argued explained warned declared noted",
);

/** Words after a verb of speech that show that its subject is another ("the man Roe said was dead", "told to leave"). */
export const OTHER_SUBJECT: ReadonlySet<string> = words(
  "is was were are be been had has have would will could may might must can should to by about of",
);

/** Further words that show that a sentence reports a claim. */
export const REPORTING_WORDS: ReadonlySet<string> = words(
  "saying telling alleged alleges allege alleging allegedly reportedly accused accuses accuse accusing denied denies " +
    "deny denying confirmed confirms acknowledged acknowledges admitted admits asserted asserts believe believes " +
    "believed boasted called condemned condemns criticized decried demanded demands demanding described describes " +
    "characterized characterizing disclosed disputed emphasized estimated expressed implied indicated maintained " +
    "mentioned pledged predicted promised proposed quoted quoting recalled reiterated rejected remarked repeated " +
    "reported reports revealed stressed suggested suggests testified testimony testimonies thanked tweeted urged urges " +
    "vowed wrote writes accusations accusation allegations allegation claiming stating citing cited",
);
