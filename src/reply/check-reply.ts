import { type ShownChange, shownChanges } from "../answer/changes.js";
import type { Check, FoundQuotation } from "../answer/check.js";
import { passageAt, passagesOf } from "../answer/checked-passages.js";
import { type Block, line, quoted, type Reply } from "./reply.js";
import { WORDING } from "./wording.js";

/** How many passages and how many differences are shown at most: the reply must fit into one message. */
const PASSAGES = 2;
const DIFFERENCES = 16;

/** What is longer than this between two differences is shortened to its first and last words. */
const WORDS_KEPT = 5;

/** The longest piece of a difference or of a claimed name, in UTF-16 code units. */
const PIECE_LIMIT = 100;

/** What a check has shown: the verdict, what differs, whose words they are, and the passage. */
export function replyToCheck(check: Check): Reply {
  switch (check.verdict) {
    case "short":
      return [line(WORDING.tooShort)];
    case "absent":
      if (check.nearest === null) return [line(WORDING.absent)];
      return [line(WORDING.absentWithNearest), ...quoted(passageAt(check.nearest.story, check.nearest))];
    case "verbatim":
      return [
        line(check.parts.length > 1 ? WORDING.partsWordForWord : WORDING.wordForWord),
        ...saidBy(check, check.claimed),
        ...passages(check),
      ];
    case "altered":
      return [
        line(WORDING.altered),
        { kind: "difference", changes: shortened(shownChanges(check.story, check.quotation, check.changes)) },
        { kind: "difference", changes: WORDING.legend },
        ...saidBy(check, check.claimed),
        line(WORDING.trueWords),
        ...passages(check),
      ];
  }
}

function passages(found: FoundQuotation): Block[] {
  const all = passagesOf(found);
  const more = all.length > PASSAGES ? [line(WORDING.cut)] : [];
  return [...quoted(all.slice(0, PASSAGES)), ...more];
}

function saidBy({ attribution, speaker, voice }: FoundQuotation, claimed: string | null): Block[] {
  if (attribution === null || claimed === null) return [];
  const name = cut(claimed);
  if (attribution === "agrees") return [line(WORDING.claimAgrees(name))];
  if (speaker) return [line(WORDING.saidByAnother(speaker.name, name))];
  const whose = voice === "publisher" ? WORDING.nobodysButPublishers : WORDING.speakerNotClear;
  return [line(attribution === "differs" ? `${WORDING.notNamed(name)} ${whose}` : whose)];
}

/** Long stretches without their inner words, and no more differences than can be read. */
function shortened(changes: readonly ShownChange[]): ShownChange[] {
  const kept = changes.slice(0, DIFFERENCES).map(({ op, text }, i) => {
    const isEqual = op === "equal";
    const short = withoutInner(text, isEqual && i === 0, isEqual && i === changes.length - 1);
    const isGlued = i < changes.length - 1 && !isEqual && !/\s$/.test(short);
    return { op, text: isGlued ? `${short} ` : short };
  });
  return changes.length > kept.length ? [...kept, { op: "equal", text: " …" }] : kept;
}

function withoutInner(text: string, isOpening: boolean, isClosing: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  if (words.length <= 2 * WORDS_KEPT) return cut(text);
  const first = isOpening ? "" : cut(words.slice(0, WORDS_KEPT).join(""));
  const last = isClosing ? "" : cut(words.slice(-WORDS_KEPT).join(""));
  return `${first}… ${last}`;
}

/** Cut between code points, the white space at the ends kept. */
function cut(text: string): string {
  if (text.length <= PIECE_LIMIT) return text;
  const kept = text.slice(0, PIECE_LIMIT).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}… `;
}
