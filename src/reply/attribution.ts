import type { Excerpt } from "../answer/answer.js";
import { describedAs } from "../attribution/people.js";
import type { Speaker } from "../attribution/speaker.js";
import type { Statement } from "../attribution/statements.js";
import { voiceAt } from "../attribution/voice.js";
import { sentencesAt } from "../attribution/whose-words.js";
import type { Span } from "../language/span.js";
import { type Story, wordsAt } from "../story/story.js";
import { cut } from "./cut.js";
import { dateFormat } from "./date-format.js";
import { WORDING } from "./wording.js";

/**
 * As much of a publisher's name, and of a speaker with description, as a line shows, in UTF-16 code units: names are
 * shorter, and nothing in a story's file may make a reply too long to be sent.
 */
const NAME_LENGTH = 100;
const SPEAKER_LENGTH = 300;

/** Who says it, and in which paragraph: the line under a quotation. Where it is not all one's words, it says which are. */
export function whoAndWhere(excerpt: Excerpt): string {
  const { sentence, story } = excerpt;
  return `— ${whichPart(excerpt, who(excerpt))} · ${WORDING.paragraph(sentence.paragraph, story.paragraphs.length)}`;
}

function whichPart({ answer, sentence, span, story, voice, speaker }: Excerpt, said: string): string {
  const shown = sentencesAt(story, span);
  if (answer !== null && !isVoice(voiceAt(story, sentence), { voice, speaker })) return WORDING.inBold(said);
  if (shown.length < 2) return said;
  if (answer?.start === sentence.start && answer.end === sentence.end) return WORDING.inBold(said);
  const isTheirs = shown.map((one) => {
    return one === sentence || isVoice(voiceAt(story, one), { voice, speaker });
  });
  const others = isTheirs.filter((same) => !same).length;
  if (others === 0) return said;
  const count = shown.length - others;
  if (!isTheirs.slice(0, -count).includes(true)) return WORDING.lastSentences(said, count);
  return isTheirs.slice(count).includes(true) ? WORDING.inPart(said) : WORDING.firstSentences(said, count);
}

function isVoice(
  one: Pick<Excerpt, "voice" | "speaker">,
  other: Pick<Excerpt, "voice" | "speaker">,
): boolean {
  return one.voice === other.voice && one.speaker?.name === other.speaker?.name;
}

/** The same for a statement. */
export function whoSaysIt(story: Story, { paragraph, speaker, description }: Statement): string {
  const place = WORDING.paragraph(paragraph, story.paragraphs.length);
  return `— ${speaker ? named(story, speaker, description) : WORDING.notClear} · ${place}`;
}

function who({ voice, speaker, story }: Excerpt): string {
  if (voice === "publisher") return WORDING.ownWords(cut(story.about.publisher, NAME_LENGTH));
  return speaker === null ? WORDING.notClear : named(story, speaker, null);
}

/** The name with what the story says of it, where that is not in the name, and whether the name is inferred. */
function named(story: Story, { name, basis }: Speaker, own: Span | null): string {
  const span = own ?? describedAs(story, name);
  const description = span ? wordsAt(story, span) : "";
  const about = description === "" || name.includes(description) ? "" : `, ${description}`;
  return `${cut(`${name}${about}`, SPEAKER_LENGTH)}${basis === "stated" ? "" : ` ${WORDING.inferred}`}`;
}

/** "Harbour Daily · July 1, 2025"; the date only as exact as it is known. */
export function publisherAndDate(story: Story): string {
  const { published } = story.about;
  const publisher = cut(story.about.publisher, NAME_LENGTH);
  return published === undefined ? publisher : `${publisher} · ${spokenDate(published)}`;
}

/** "2025-07-01" → "July 1, 2025", "2025-07" → "July 2025" */
function spokenDate(published: string): string {
  const dayKnown = published.length > "YYYY-MM".length;
  return dateFormat(dayKnown ? "day" : "month").format(new Date(dayKnown ? published : `${published}-01`));
}
