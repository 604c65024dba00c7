import type { Candidate } from "./candidates.js";
import type { Passage } from "./passage.js";

/** Rules that find statements where they are surer than the model. */
export const rules: readonly ((passage: Passage) => Candidate[])[] = [];
