import type { Answer, Excerpt, Hint } from "../answer/answer.js";
import type { ShownChange } from "../answer/changes.js";
import { EXCERPT_LIMIT } from "../answer/excerpt.js";
import { voiceAt } from "../attribution/voice.js";
import { contains, type Span, shifted } from "../language/span.js";
import { nameOf, type Story, wordsAt } from "../story/story.js";
import { publisherAndDate, whoAndWhere } from "./attribution.js";
import { cut } from "./cut.js";
import { linkTo } from "./text-fragment.js";
import { WORDING } from "./wording.js";

/** A reply as a sequence of blocks, the same for Telegram and the terminal; each edge renders them its own way. */
export type Block =
  /** The bot's own words. */
  | { readonly kind: "line"; readonly text: string }
  /** Words of a story and nothing else; `mark` is the part of `text` that answers. */
  | { readonly kind: "quotation"; readonly text: string; readonly mark: Span | null }
  /** What differs between the story's words and a quotation that was sent. */
  | { readonly kind: "difference"; readonly changes: readonly ShownChange[] }
  /** Where the words come from; the last part links to the source where an address is known. */
  | {
      readonly kind: "origin";
      readonly text: string;
      readonly name: string;
      readonly url: string | undefined;
    };

export type Reply = readonly Block[];

/**
 * The confidence from which an answer stands without a warning: at .5 the story does not say it for one in eight of the
 * development questions that are answered so.
 */
const SURE_FROM = 0.5;

/** How many stories a list names before it says how many more there are. */
const LISTED_STORIES = 20;

/** As much of a title and of the rights as a reply shows, in UTF-16 code units. */
const TITLE_LENGTH = 200;
const RIGHTS_LENGTH = 500;

export function replyToAnswer(answer: Answer): Reply {
  if (answer.kind === "small-talk") return [line(WORDING.smallTalk)];
  if (answer.kind === "answered") {
    return [...(answer.confidence < SURE_FROM ? [line(WORDING.unsure)] : []), ...quoted(answer.excerpts)];
  }
  const hint = answer.hint === null ? [] : [line(hintText(answer.hint))];
  if (answer.excerpts.length === 0) return [line(WORDING.declined), ...hint];
  return [line(WORDING.declinedWithNearest), ...quoted(answer.excerpts), ...hint];
}

function hintText(hint: Hint): string {
  switch (hint.kind) {
    case "name the subject":
      return WORDING.nameTheSubject;
    case "ask in English":
      return WORDING.askInEnglish;
    case "did you mean":
      return WORDING.didYouMean(hint.question);
  }
}

/** Each excerpt with who says it, and below the last excerpt of each story where it was published. */
export function quoted(excerpts: readonly Excerpt[]): Block[] {
  return excerpts.flatMap((excerpt, i) => {
    const sameStoryFollows = excerpts[i + 1]?.story === excerpt.story;
    const own = [quotation(excerpt.story, excerpt.span, excerpt.answer), line(whoAndWhere(excerpt))];
    return sameStoryFollows ? own : [...own, origin(excerpt.story, excerpt.sentence)];
  });
}

/** What the stories are: one in full, several as a list. */
export function storyReply(stories: readonly Story[], suggestions: readonly string[]): Reply {
  const [only, ...others] = stories;
  if (only && others.length === 0) return overview(only, suggestions);
  const listed = stories.slice(0, LISTED_STORIES).map((story) => origin(story));
  const more = stories.length - listed.length;
  return [
    line(WORDING.stories(stories.length)),
    ...listed,
    ...(more > 0 ? [line(WORDING.moreStories(more))] : []),
  ];
}

function overview(story: Story, suggestions: readonly string[]): Block[] {
  const { rights } = story.about;
  return [
    line(`${publisherAndDate(story)} · ${WORDING.length(story.paragraphs.length, story.sentences.length)}`),
    ...(rights === undefined ? [] : [line(cut(rights, RIGHTS_LENGTH))]),
    line(WORDING.opening),
    ...openingBlocks(story),
    ...(suggestions.length === 0 ? [] : [line([WORDING.tryAsking, ...suggestions].join("\n"))]),
  ];
}

/** How the story begins, with who says it and where it was published. */
function openingBlocks(story: Story): Block[] {
  const [sentence] = story.sentences;
  if (!sentence) return [];
  const span = openingOf(story);
  const [quotation, ...below] = quoted([
    { story, span, sentence, answer: null, score: 1, ...voiceAt(story, sentence) },
  ]);
  const isCut = span.end < (story.paragraphs[0]?.end ?? 0);
  return [...(quotation ? [quotation] : []), ...(isCut ? [line(WORDING.cut)] : []), ...below];
}

/** The first paragraph, or as many of its sentences as one quotation may show. */
function openingOf(story: Story): Span {
  const first = story.sentences.filter((sentence) => sentence.paragraph === story.sentences[0]?.paragraph);
  const start = first[0]?.start ?? 0;
  const fitting = first.filter((sentence) => sentence.end - start <= EXCERPT_LIMIT);
  return { start, end: fitting.at(-1)?.end ?? start };
}

export function lines(texts: readonly string[]): Reply {
  return texts.map(line);
}

export function line(text: string): Block {
  return { kind: "line", text };
}

/** Words of a story, with those that answer marked. */
export function quotation(story: Story, span: Span, answer: Span | null): Block {
  const mark = answer && contains(span, answer) ? shifted(answer, -span.start) : null;
  return { kind: "quotation", text: wordsAt(story, span), mark };
}

/** Publisher, date and link; to the passage, where one is given. */
export function origin(story: Story, passage?: Span): Block {
  const url = passage ? linkTo(story, passage) : story.about.url;
  return { kind: "origin", text: publisherAndDate(story), name: cut(nameOf(story), TITLE_LENGTH), url };
}
