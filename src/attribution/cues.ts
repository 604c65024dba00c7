/**
 * Words that show that a sentence reports a claim: forms of the verbs that English grammars list as reporting verbs, and
 * the nouns and adverbs beside them. None of them says by whom; those that mean other things more often are left out
 * ("states", "notes", "claims").
 */
export const REPORTING_WORDS: ReadonlySet<string> = new Set(
  (
    "said says say told tells added adds stated asked asks announced announces claimed replied insisted insists argued " +
    "explained explains warned warns declared noted saying telling alleged alleges allege alleging allegedly " +
    "reportedly accused accuses accuse accusing denied denies deny denying confirmed confirms acknowledged " +
    "acknowledges admitted admits asserted asserts believe believes believed boasted called condemned condemns " +
    "criticized decried demanded demands demanding described describes characterized characterizing disclosed disputed " +
    "emphasized estimated expressed implied indicated maintained mentioned pledged predicted promised proposed quoted " +
    "quoting recalled reiterated rejected remarked repeated reported reports revealed stressed suggested suggests " +
    "testified testimony testimonies thanked tweeted urged urges vowed wrote writes accusations accusation allegations " +
    "allegation claiming stating citing cited according"
  ).split(" "),
);
