import { voiceAt } from "../attribution/voice.js";
import { contains } from "../language/span.js";
import type { Shared } from "../retrieval/features.js";
import type { Passage } from "../retrieval/passage.js";
import type { Question } from "../retrieval/question.js";
import { searchIndex } from "../retrieval/search.js";
import type { Sentence, Story } from "../story/story.js";
import type { Answer, Excerpt } from "./answer.js";
import { excerptAround } from "./excerpt.js";
import { asksForAnother, asksForSpeaker, completed, type Exchange, leaning } from "./follow-up.js";
import { hintFor } from "./hint.js";
import type { Library } from "./library.js";
import { markedWords } from "./mark.js";
import { asksForOverview, asksForWhole } from "./overview.js";
import { bySpeaker } from "./said.js";
import { isSmallTalk } from "./small-talk.js";

/** From this length on, in UTF-16 code units, a message is no question that a story could answer. */
const QUESTION_LIMIT = 10_000;

/**
 * The confidence from which a passage is given as an answer; below `SURE_FROM` with a line that says it may not be one.
 * On the development questions .12 declines 8% of what the story says and answers 55% of what it does not, with 75% of
 * the decisions right; .3 gives 28%, 35% and 69%, .5 gives 40%, 14% and 69%.
 */
const ANSWER_FROM = 0.12;

export interface AskOptions {
  /** How many excerpts at most. */
  readonly limit: number;
  /** Keeps the search to the story of this id. */
  readonly story?: string;
  /** The exchange that the question may lean on ("and when?"). */
  readonly after?: Exchange | undefined;
}

/** Answers a question in the stories' own words. Same library and question, same answer; never throws for a question. */
export function ask(library: Library, question: string, options: AskOptions): Answer {
  const { after } = options;
  if (question.length >= QUESTION_LIMIT) return SMALL_TALK;
  if (after && asksForSpeaker(question)) return speakerOf(after);
  if (asksForOverview(question) && (!after || asksForWhole(question))) return openingOf(library, options);
  const leans = leaning(question);
  if (leans === "needs" && !isSmallTalk(question)) {
    if (after) return followUp(library, question, after, options);
    return {
      kind: "declined",
      confidence: 0,
      excerpts: [],
      question: null,
      hint: { kind: "name the subject" },
    };
  }
  if (isSmallTalk(question)) return SMALL_TALK;
  const alone = search(library, question, options);
  if (leans === "none" || !after) return alone;
  const together = followUp(library, question, after, options);
  // Whoever asks on does not want the same passage again, where the question leads to another by itself.
  const isRepeated = together.excerpts[0]?.sentence === after.sentence && alone.kind === "answered";
  return together.confidence > alone.confidence && !isRepeated ? together : alone;
}

const SMALL_TALK: Answer = { kind: "small-talk", confidence: 0, excerpts: [] };

function followUp(library: Library, question: string, after: Exchange, options: AskOptions): Answer {
  const isAnother = asksForAnother(question);
  // The passage that was just shown is left out, too, where it gives none of the reasons that are asked on for.
  const isLeftOut = ({ sentence, traits }: Passage, { kind }: Question) =>
    sentence === after.sentence &&
    (isAnother || (kind === "why" && !traits.has("cause") && !traits.has("purpose")));
  return search(library, completed(question, after), options, isLeftOut);
}

/** From this chance on a sentence beside the best one is shown with it: it may hold the other half of the answer. */
const PART_FROM = 0.08;

function search(
  library: Library,
  question: string,
  { limit, story }: AskOptions,
  isLeftOut: (passage: Passage, question: Question) => boolean = () => false,
): Answer {
  const found = searchIndex(library.index, library.model, question, story);
  const { hits, confidence, shared } = bySpeaker(library, question, found, story);
  const likely = new Set(
    hits.filter(({ score }) => score >= PART_FROM).map(({ passage }) => passage.sentence),
  );
  const isAnswered = confidence >= ANSWER_FROM;
  const excerpts: Excerpt[] = [];
  for (const { passage, score } of hits) {
    if (excerpts.length >= limit) break;
    const { story: from, sentence } = passage;
    const isShown = excerpts.some((one) => one.story === from && contains(one.span, sentence));
    if (isShown || isLeftOut(passage, shared.question) || !(isAnswered || isNear(passage, shared))) continue;
    const marked = onceAsked(() => markedWords(passage, shared, library.model));
    excerpts.push({
      ...excerptAt(from, sentence, score, likely),
      // Of ten excerpts that can be leafed to, one is shown; finding its words takes longer than finding it.
      get answer() {
        return marked();
      },
    });
  }
  if (isAnswered && excerpts.length > 0) return { kind: "answered", confidence, excerpts, question };
  const answers = (other: string) =>
    searchIndex(library.index, library.model, other, story).confidence >= ANSWER_FROM;
  const hint = hintFor(question, shared.matcher.units, library.index, answers);
  return { kind: "declined", confidence, excerpts, question, hint };
}

function onceAsked<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** A passage that has none of the question's words, nor any near to them in meaning by so much, is near to nothing. */
const NEAR_FROM = 0.5;

function isNear(passage: Passage, { matcher }: Shared): boolean {
  return matcher.match(passage).meaning.some((near) => near >= NEAR_FROM);
}

/** The first sentence of the story, or of each where there are several. */
function openingOf(library: Library, { limit, story }: AskOptions): Answer {
  const asked = library.stories.filter(({ id }) => story === undefined || id === story).slice(0, limit);
  const excerpts = asked.flatMap((one) => one.sentences.slice(0, 1).map((first) => excerptAt(one, first, 1)));
  return { kind: "answered", confidence: 1, excerpts, question: null };
}

/** A passage by itself, as an answer shows it. */
export function passageAt(story: Story, sentence: Sentence): Excerpt {
  return excerptAt(story, sentence, 1);
}

/** Whose words the passage of the exchange are: the passage again, with the line that says so. */
function speakerOf({ story, sentence }: Exchange): Answer {
  return { kind: "answered", confidence: 1, excerpts: [excerptAt(story, sentence, 1)], question: null };
}

/** @param likely sentences that may hold a part of the answer; only those in the same voice are shown with this one */
function excerptAt(
  story: Story,
  sentence: Sentence,
  score: number,
  likely: ReadonlySet<Sentence> = new Set(),
): Excerpt {
  const voiceOf = (one: Sentence) => voiceAt(story, one);
  const voice = voiceOf(sentence);
  const isPart = (one: Sentence) => {
    if (!likely.has(one)) return false;
    const other = voiceOf(one);
    return other.voice === voice.voice && other.speaker?.name === voice.speaker?.name;
  };
  // The publisher's telling may explain whom a pronoun means; the words of another one would pass for the speaker's.
  const mayLead = (one: Sentence) => {
    const other = voiceOf(one);
    return other.voice === "publisher" || other.speaker?.name === voice.speaker?.name;
  };
  const span = excerptAround(story, sentence, isPart, mayLead);
  return { story, span, sentence, answer: null, score, ...voice };
}
