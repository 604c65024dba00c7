import type { Candidate } from "../candidates.js";
import type { Passage } from "../passage.js";
import { accordingTo } from "./according-to.js";
import { judgingVerb } from "./judging-verb.js";
import { partedSubject } from "./parted-subject.js";
import { participle } from "./participle.js";
import { setOffCue } from "./set-off-cue.js";
import { signedQuotation, transcriptLine } from "./signed.js";
import {
  anotherSubject,
  asked,
  byMeasure,
  declining,
  hearsay,
  negatedTelling,
  passiveSubject,
  saidByNobody,
  saidSo,
  shortenedPassive,
} from "./vetoes.js";

/** Rules that find statements where they are surer than the model. */
export const FINDERS: readonly ((passage: Passage) => Candidate[])[] = [
  accordingTo,
  setOffCue,
  partedSubject,
  judgingVerb,
  participle,
  signedQuotation,
  transcriptLine,
];

type Veto = (passage: Passage, candidate: Candidate) => boolean;

/** Rules that say of a candidate that it is no statement, whatever the model says. */
export const VETOES: readonly Veto[] = [negatedTelling, declining, saidByNobody, saidSo, asked, byMeasure];

/** Rules that say that it is one, but not that source's. */
export const SOURCE_VETOES: readonly Veto[] = [passiveSubject, shortenedPassive, anotherSubject, hearsay];
