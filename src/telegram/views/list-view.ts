import type { InlineKeyboardButton } from "grammy/types";
import type { Library } from "../../answer/library.js";
import { type NamedIn, namedIn } from "../../answer/people.js";
import { quotesFor, storiesNaming } from "../../answer/quotes.js";
import { suggestions } from "../../answer/suggestions.js";
import { timelineOf } from "../../answer/timeline.js";
import { cut } from "../../reply/cut.js";
import { type Page, pageFrom } from "../../reply/pages.js";
import { peopleBlocks, replyToPeople } from "../../reply/people-reply.js";
import { replyToQuotes, statementBlocks } from "../../reply/quotes-reply.js";
import { line, origin, storyReply } from "../../reply/reply.js";
import { replyToTimeline, timelineBlocks } from "../../reply/timeline-reply.js";
import { WORDING } from "../../reply/wording.js";
import { nameOf, type Story } from "../../story/story.js";
import { type Destination, shareLink } from "./deep-link.js";
import type { Outgoing } from "./outgoing.js";
import { storiesKey } from "./passage-key.js";
import { dataOf, type ListName } from "./press.js";

/** The longest label of a button for a story or a person, in UTF-16 code units: a phone's line. */
const LABEL_LENGTH = 40;

/** What of a list is to be shown. */
export interface ListPage {
  readonly list: ListName;
  readonly stories: readonly Story[];
  /** The number of the first item, from 1. */
  readonly from: number;
  /** For quotes, whose; "" everybody's. */
  readonly name: string;
}

/** A list of one story, or, where there are several, first the stories to choose from. */
export function listOf(
  list: "overview" | "timeline" | "people" | "quotes",
  { stories, ...library }: Library,
  bot: string,
  name = "",
): Outgoing {
  const isChosen = stories.length === 1 || name !== "";
  const page = { list: isChosen ? list : (`choose ${list}` as const), stories, from: 1, name };
  return listView({ stories, ...library }, page, bot);
}

/**
 * One page of a list, with buttons to the pages beside it and to what can be looked at from here.
 * @param bot the bot's username, for links into the private chat
 */
export function listView(library: Library, page: ListPage, bot: string): Outgoing {
  const { stories, from, name } = page;
  switch (page.list) {
    case "overview":
      return withButtons(storyReply(stories, suggestions(library)), [toStories(library, page)]);
    case "timeline": {
      const found = pageFrom(timelineOf(stories), from, timelineBlocks);
      return listed(library, page, found, replyToTimeline(found.shown), [
        shareButton(bot, { kind: "timeline" }),
      ]);
    }
    case "people": {
      const found = pageFrom(namedIn(stories), from, peopleBlocks);
      const reply = replyToPeople(found.shown, WORDING.theirWords);
      return listed(library, page, found, reply, personButtons(stories, found.shown));
    }
    case "quotes": {
      const quotes = quotesFor(name === "" ? stories : storiesNaming(stories, name), name);
      const found = pageFrom(quotes.found, from, statementBlocks);
      const reply = replyToQuotes({ ...quotes, found: found.shown });
      if (name === "") return listed(library, page, found, reply);
      const people = button(WORDING.allPeople, { ...page, list: "people", from: 1, name: "" });
      const share = shareButton(bot, { kind: "person", name });
      return listed(library, page, found, reply, [found.of === 0 ? people : [...people, ...share]]);
    }
    default: {
      const found = pageFrom(stories, from, (some) => some.map((story) => origin(story)));
      const heading = line(WORDING.stories(stories.length));
      const reply = [heading, ...found.shown.map((story) => origin(story)), line(WORDING.whichStory)];
      return listed(library, page, found, reply, storyButtons(page.list, found.shown));
    }
  }
}

function listed<T>(
  library: Library,
  page: ListPage,
  { before, after, of }: Page<T>,
  reply: Outgoing["reply"],
  items: InlineKeyboardButton[][] = [],
): Outgoing {
  const turning = [
    ...(before ? button(WORDING.earlier(before, of), { ...page, from: before.from }) : []),
    ...(after ? button(WORDING.later(after, of), { ...page, from: after.from }) : []),
  ];
  return withButtons(reply, [turning, ...items, toStories(library, page)]);
}

function withButtons(reply: Outgoing["reply"], rows: InlineKeyboardButton[][]): Outgoing {
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? { reply } : { reply, keyboard: { inline_keyboard: filled } };
}

function personButtons(stories: readonly Story[], people: readonly NamedIn[]): InlineKeyboardButton[][] {
  return people
    .filter(({ named }) => named.statements.length > 0)
    .map(({ named: { name, statements } }) =>
      button(WORDING.statementsOf(cut(name, LABEL_LENGTH), statements.length), {
        list: "quotes",
        stories,
        from: 1,
        name,
      }),
    );
}

const CHOSEN = {
  "choose overview": "overview",
  "choose timeline": "timeline",
  "choose people": "people",
  "choose quotes": "quotes",
} as const;

function storyButtons(list: keyof typeof CHOSEN, stories: readonly Story[]): InlineKeyboardButton[][] {
  return stories.map((story) =>
    button(cut(nameOf(story), LABEL_LENGTH), { list: CHOSEN[list], stories: [story], from: 1, name: "" }),
  );
}

/** From a list of one story back to the stories, where there are several. */
function toStories({ stories }: Library, { list, stories: shown }: ListPage): InlineKeyboardButton[] {
  const isOne = shown.length === 1 && stories.length > 1;
  if (!isOne || list.startsWith("choose")) return [];
  return button(WORDING.allStories, { list: "choose overview", stories, from: 1, name: "" });
}

/** None where the name is too long for a button. */
function button(text: string, { list, stories, from, name }: ListPage): InlineKeyboardButton[] {
  const data = dataOf({ kind: "list", list, stories: storiesKey(stories), from, name });
  return data === undefined ? [] : [{ text, callback_data: data }];
}

function shareButton(bot: string, destination: Destination): InlineKeyboardButton[] {
  const url = shareLink(bot, destination);
  return url === undefined ? [] : [{ text: WORDING.share, url }];
}
