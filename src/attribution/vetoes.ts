import type { Candidate } from "./candidates.js";
import type { Passage } from "./passage.js";

/** Rules that say what is no statement, whatever the model says. */
export const vetoes: readonly ((passage: Passage, candidate: Candidate) => boolean)[] = [];
