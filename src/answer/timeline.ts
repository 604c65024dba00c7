import { type Day, monthIn, type Period } from "../language/calendar.js";
import { type DateExpression, datesIn, dayIn, daysNamedIn } from "../language/dates.js";
import { type Span, shifted } from "../language/span.js";
import { atOnce, type Work } from "../slices.js";
import { type Sentence, type Story, wordsAt } from "../story/story.js";

/** Something of which a story tells when it was. */
export interface DatedEvent extends Period {
  readonly story: Story;
  readonly sentence: Sentence;
  /** The words that tell when. */
  readonly expression: Span;
  readonly basis: DateExpression["basis"];
}

/** How many sentences on "the same day" may still mean a day; farther away it is another one's. */
const POINTS_BACK = 4;

/** Kept as long as the story itself; made when it is first asked for. */
const known = new WeakMap<Story, readonly DatedEvent[]>();

/** The dated events of some stories, in order of their dates; those of one day in the order of the text. */
export function timelineOf(stories: readonly Story[]): DatedEvent[] {
  return stories.flatMap(eventsOf).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function eventsOf(story: Story): readonly DatedEvent[] {
  return atOnce(readingEvents(story));
}

/** The dated events of a story, in the order of its text, sentence by sentence. */
export function* readingEvents(story: Story): Work<readonly DatedEvent[]> {
  const events = known.get(story) ?? (yield* readEvents(story));
  known.set(story, events);
  return events;
}

function* readEvents(story: Story): Work<DatedEvent[]> {
  const today = referenceDay(story);
  const events: (DatedEvent & { readonly at: number })[] = [];
  for (const [at, sentence] of story.sentences.entries()) {
    yield;
    const before = events.filter((event) => at - event.at <= POINTS_BACK);
    const from = {
      today,
      last: before.at(-1),
      lastDay: before.findLast((event) => dayIn(event) !== undefined)?.from,
    };
    for (const date of datesIn(wordsAt(story, sentence), from)) {
      const { from: first, to, precision, basis } = date;
      const expression = shifted({ start: date.start, end: date.end }, sentence.start);
      events.push({ at, story, sentence, expression, from: first, to, precision, basis });
    }
  }
  return events;
}

/**
 * The day on which a story speaks: that of its publication, or, where only the month is known, the latest day of that
 * month that the text names, with or without the year, else the month's last day.
 */
export function referenceDay(story: Story): Day | undefined {
  const { published } = story.about;
  if (published === undefined || published.length > "YYYY-MM".length) return published;
  const [year = 0, month = 0] = published.split("-").map(Number);
  const period = monthIn(year, month);
  const named = story.sentences.flatMap((sentence) => daysNamedIn(wordsAt(story, sentence), period));
  return named.sort().at(-1) ?? period.to;
}
