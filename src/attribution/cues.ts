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

const verbs = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Base forms of verbs whose subject says what follows. */
export const REPORTING_VERBS = verbs(
  "say add claim insist argue allege assert maintain contend deny warn declare reply acknowledge admit explain state " +
    "note predict tweet write announce believe think complain recall",
);

/** Base forms of verbs whose subject judges what its object is or did. */
export const JUDGING_VERBS = verbs(
  "accuse condemn decry denounce criticize criticise deplore blame praise characterize characterise describe reject " +
    "dismiss deny rebuke",
);

/** Base forms of verbs that, negated, mean that nothing was said. */
export const TELLING_VERBS = verbs(
  "say tell report disclose reveal explain specify comment confirm mention answer reply respond elaborate announce " +
    "identify name state provide give release",
);
