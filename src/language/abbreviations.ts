/**
 * Abbreviations after which a full stop does not end a sentence.
 * Drawn from the usual lists of English newspaper style (titles, months, states, company forms).
 */

/** A name or a number always follows these: the sentence goes on. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms mx dr prof rev fr sr jr st mt ft gen lt col maj capt cpl sgt adm cmdr brig pvt gov sen rep " +
    "pres amb hon supt insp det messrs mmes fig no nos vol pp art sec vs v cf al e.g i.e viz approx ca"
  ).split(" "),
);

/** These may also end a sentence: it goes on unless a word follows that commonly opens one. */
export const INNER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "inc corp ltd co bros llc plc dept univ assn ave blvd rd etc a.m p.m est " +
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev " +
    "okla ore pa tenn tex va vt wash wis wyo"
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
