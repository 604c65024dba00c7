import { describe, expect, it } from "vitest";
import { passageOf } from "../../src/attribution/passage.js";
import { accordingTo } from "../../src/attribution/rules/according-to.js";
import { judgingVerb } from "../../src/attribution/rules/judging-verb.js";
import { partedSubject } from "../../src/attribution/rules/parted-subject.js";
import { participle } from "../../src/attribution/rules/participle.js";
import { setOffCue } from "../../src/attribution/rules/set-off-cue.js";
import { signedQuotation, transcriptLine } from "../../src/attribution/rules/signed.js";

/** What a rule finds, as "source / cue / content", content parts joined by " … ". */
function found(rule: typeof setOffCue, text: string): string[] {
  const passage = passageOf(text, () => 0);
  const words = ({ start, end }: { start: number; end: number }) =>
    text.slice(passage.places[start]?.token.start, passage.places[end - 1]?.token.end);
  return rule(passage).map(
    ({ source, cue, content }) =>
      `${source ? words(source) : "-"} / ${cue ? words(cue) : "-"} / ${content.map(words).join(" … ")}`,
  );
}

const RULES = {
  accordingTo,
  setOffCue,
  partedSubject,
  judgingVerb,
  participle,
  signedQuotation,
  transcriptLine,
};

describe("finds", () => {
  it.each<[keyof typeof RULES, string, string]>([
    [
      "accordingTo",
      "According to Jane Roe, the quay is closed.",
      "Jane Roe / According to / the quay is closed",
    ],
    [
      "accordingTo",
      "According to people familiar with the matter, the talks failed.",
      "people familiar with the matter / According to / the talks failed",
    ],
    [
      "accordingTo",
      "According to documents seen by the Gazette, the port lost money.",
      "documents seen by the Gazette / According to / the port lost money",
    ],
    [
      "accordingTo",
      "The new quay, according to port officials, is too small.",
      "port officials / according to / The new quay … is too small",
    ],
    [
      "accordingTo",
      "The ships, according to Jane Roe and John Doe, have left.",
      "Jane Roe and John Doe / according to / The ships … have left",
    ],
    ["accordingTo", "The quay is closed, according to Jane Roe, a lawyer.", ""],
    ["accordingTo", "The same day, according to port officials, police closed the quay.", ""],
    ["accordingTo", '"The quay, according to Roe, is closed," she said.', ""],
    ["accordingTo", "The food was shared according to needs, said Roe.", ""],
    ["signedQuotation", "“The quay is too small.” — Jane Roe", "Jane Roe / — / “The quay is too small.”"],
    [
      "signedQuotation",
      '"It is small. It leaks."― J. K. van Roe, 34.',
      'J. K. van Roe / ― / "It is small. It leaks."',
    ],
    ["transcriptLine", "ROE: The quay is closed.", "ROE / : / The quay is closed"],
    [
      "setOffCue",
      'The harbour is the town\'s "golden goose," they say, which makes it hard to close.',
      'they / say / The harbour is the town\'s "golden goose," … which makes it hard to close',
    ],
    ["setOffCue", "The quay, port officials say, is too small for the new ships.", ""],
    [
      "setOffCue",
      "The new quay is too small, port officials say, for the ships of today.",
      "port officials / say / The new quay is too small … for the ships of today",
    ],
    [
      "setOffCue",
      "The new quay is too small, the mayor said.",
      "the mayor / said / The new quay is too small",
    ],
    [
      "setOffCue",
      "The new quay is too small, the mayor said, recalling the storm.",
      "the mayor / said / The new quay is too small",
    ],
    [
      "partedSubject",
      "Clerks, meanwhile, say the harbour will be closed.",
      "Clerks / say / the harbour will be closed",
    ],
    [
      "partedSubject",
      "Port officials, who did not report the fire for days, have denied negligence, blaming the wind.",
      "Port officials / have denied / negligence",
    ],
    [
      "partedSubject",
      "Letters and photographs, backed by two films, alleged the men were beaten.",
      "Letters and photographs / alleged / the men were beaten",
    ],
    [
      "judgingVerb",
      'The union on Monday accused the port of "endless lies" and theft.',
      'The union / accused / the port of "endless lies" and theft',
    ],
    [
      "judgingVerb",
      "While the mayor has condemned the strike, especially the blockade, she has not called the police.",
      "the mayor / has condemned / the strike, especially the blockade",
    ],
    ["judgingVerb", "The mayor rejected the offer.", "The mayor / rejected / the offer"],
    [
      "participle",
      'It closed the gates while describing the strike as a "declaration of war."',
      'It / describing / the strike as a "declaration of war."',
    ],
  ])("%s: %s", (rule, text, expected) => {
    expect(found(RULES[rule], text)).toEqual(expected === "" ? [] : [expected]);
  });
});

describe("leaves alone", () => {
  it.each<[keyof typeof RULES, string]>([
    ["accordingTo", "The quay is closed, according to Jane Roe."],
    ["accordingTo", "According to plan, the quay was closed."],
    ["accordingTo", "According to Jane Roe it is closed."],
    ["signedQuotation", "“The quay is too small” — and it leaks"],
    ["signedQuotation", "“The quay is too small” — The town wants a new one"],
    ["signedQuotation", "Jane Roe: “The quay is too small.”"],
    ["transcriptLine", "Note: the quay is closed."],
    ["transcriptLine", "The quay is closed: it leaks."],
    ["setOffCue", '"We will strike," Jane Roe said.'],
    ["setOffCue", 'After the storm, Jane Roe said, "We will strike."'],
    ["setOffCue", "Later, Jane Roe said, it rained."],
    ["setOffCue", "The harbour, which they say is closed, was busy."],
    ["setOffCue", "The ships, they left, came back."],
    ["setOffCue", 'He wrote: "The quay, they say, is closed for good."'],
    ["setOffCue", "The quay is closed, the mayor was told."],
    ["setOffCue", "The quay is closed, the mayor did not say."],
    ["partedSubject", "Clerks, meanwhile, left the harbour."],
    ["partedSubject", "Clerks, who had said nothing, left the harbour."],
    ["partedSubject", "The clerks said the quay was closed."],
    ["partedSubject", "Clerks, meanwhile, have not said why."],
    ["judgingVerb", "The man accused of theft fled."],
    ["judgingVerb", "The men accused by the union fled."],
    ["judgingVerb", "The union was accused of lying."],
    ["judgingVerb", "The union has not accused the port."],
    ["judgingVerb", "The union said it was over."],
    ["judgingVerb", "The self-described poet said it was over."],
    ["participle", "The man describing the fire fled."],
    ["participle", "It closed the gates while waiting for news."],
    ["participle", 'It said: "We left while describing the fire."'],
  ])("%s: %s", (rule, text) => {
    expect(found(RULES[rule], text)).toEqual([]);
  });
});
