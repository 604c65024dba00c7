/**
 * Abbreviations after which a full stop does not end a sentence.
 * Drawn from the usual lists of English newspaper style (titles, months, states, company forms).
 */

/** A number follows these where they are abbreviations; without one they are words ("No. It is not."). */
export const NUMBERED_ABBREVIATIONS: ReadonlySet<string> = new Set("no nos fig art sec vol pp".split(" "));

/**
 * A name or a number always follows these: the sentence goes on. A word written with a capital here is an abbreviation
 * with that capital only ("Gen. Roe", but "he is a rep").
 */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms mx dr prof rev Fr st mt ft Gen lt Col maj capt cpl sgt adm cmdr brig pvt gov Sen Rep " +
    "Pres amb hon supt insp Det messrs mmes vs v cf e.g i.e viz approx ca"
  ).split(" "),
);

/** These may also end a sentence: it goes on unless a word follows that commonly opens one. Capitals as above. */
export const INNER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "jan feb Mar apr jun jul aug sep sept oct nov dec Mon tue tues Wed thu thur thurs fri Sat Sun " +
    "jr sr inc corp ltd co bros llc plc dept univ assn ave blvd rd etc al a.m p.m EST " +
    "Ala ariz Ark calif colo conn Del fla ga Ill Ind kan ky La md Mass mich minn Miss Mo mont neb nev " +
    "okla Ore Pa tenn Tex va vt Wash wis wyo"
  ).split(" "),
);

/** Words that open sentences far more often than they follow an abbreviation inside one. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    "the a an this that these those he she it they we i you his her its their our my your there here in on at " +
    "for from by with as but and or so yet if when while after before since although though however meanwhile " +
    "what who why how where no not now then still also one some many most both two police officials"
  ).split(" "),
);
