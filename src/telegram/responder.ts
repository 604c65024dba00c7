import type { Message, UserFromGetMe } from "grammy/types";
import type { Library } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import { namedIn } from "../answer/people.js";
import { asksForPeople, asksForTimeline, quotationToCheck } from "../answer/plain-words.js";
import { quotesAsked, quotesFor } from "../answer/quotes.js";
import { suggestions } from "../answer/suggestions.js";
import { timelineOf } from "../answer/timeline.js";
import { replyToCheck } from "../reply/check-reply.js";
import { peoplePage } from "../reply/people-reply.js";
import { quotesPage } from "../reply/quotes-reply.js";
import { lines, storyReply } from "../reply/reply.js";
import { timelinePage } from "../reply/timeline-reply.js";
import { WORDING } from "../reply/wording.js";
import { passageView } from "./answer-view.js";
import { askedIn, repliedWords } from "./asked.js";
import { passageBehind } from "./deep-link.js";
import { onceInAWhile } from "./once-in-a-while.js";
import { type Outgoing, words } from "./outgoing.js";
import { passageOf } from "./passage-key.js";
import { Questions } from "./questions.js";

/** A hint on what the bot can read is given to one chat at most this often, in milliseconds. */
const HINT_EVERY = 10 * 60 * 1000;

/** The stories as they are now: others take their place while the bot runs. */
export interface Live {
  readonly current: Library;
}

/** What the bot has to say to a message. Whether it is new or edited, and how the reply is sent, is not its matter. */
export class Responder {
  readonly #live: Live;
  readonly #questions = new Questions();
  readonly #mayHint = onceInAWhile(HINT_EVERY);

  constructor(live: Live) {
    this.#live = live;
  }

  /** Undefined where nothing is to be said. */
  respond(message: Message, me: UserFromGetMe): Outgoing | undefined {
    const asked = askedIn(message, me);
    const library = this.#live.current;
    switch (asked.kind) {
      case "nothing":
        return undefined;
      case "wordless":
        return this.#mayHint(message.chat.id) ? words(WORDING.notText) : undefined;
      case "command":
        return this.#command(library, me, message, asked);
      case "text":
        return this.#text(library, me, message, asked.text);
    }
  }

  #command(
    library: Library,
    me: UserFromGetMe,
    message: Message,
    { name, words: behind }: { readonly name: string; readonly words: string },
  ): Outgoing | undefined {
    switch (name) {
      case "start":
        return startView(library, me, behind);
      case "help":
        return words(...WORDING.help);
      case "story":
        return { reply: overviewOf(library) };
      case "ask":
        return this.#questions.answer(library, me, message, behind);
      case "check":
        return checkView(library, behind === "" ? repliedWords(message) : behind);
      case "timeline":
        return { reply: timelinePage(timelineOf(library.stories), pageBehind(behind)) };
      case "people":
        return { reply: peoplePage(namedIn(library.stories), pageBehind(behind)) };
      case "quotes":
        return { reply: quotesPage(quotesFor(library, behind)) };
      default:
        // In a group it may be meant for another bot.
        return message.chat.type === "private" ? words(...WORDING.help) : undefined;
    }
  }

  #text(library: Library, me: UserFromGetMe, message: Message, text: string): Outgoing {
    const quotation = quotationToCheck(text);
    if (quotation !== undefined) return checkView(library, quotation);
    if (asksForTimeline(text)) return { reply: timelinePage(timelineOf(library.stories), 1) };
    if (asksForPeople(text)) return { reply: peoplePage(namedIn(library.stories), 1) };
    const quotes = quotesAsked(library, text);
    return quotes ? { reply: quotesPage(quotes) } : this.#questions.answer(library, me, message, text);
  }
}

function startView(library: Library, me: UserFromGetMe, payload: string): Outgoing {
  const key = passageBehind(payload);
  const found = key === undefined ? undefined : passageOf(library.stories, key);
  if (found?.kind === "found") {
    return passageView(library, found, 0, null, { bot: me.username, repliedQuestion: null });
  }
  const unknown = payload === "" ? [] : lines([WORDING.unknownLink]);
  return { reply: [...unknown, ...lines([WORDING.welcome]), ...overviewOf(library)] };
}

function overviewOf(library: Library) {
  return storyReply(library.stories, suggestions(library));
}

function checkView(library: Library, quotation: string): Outgoing {
  if (quotation.trim() === "") return words(WORDING.emptyCheck);
  return { reply: replyToCheck(checkLine(library, quotation)) };
}

/** The number of a page behind a command; the first where there is none. */
function pageBehind(behind: string): number {
  return /^\d{1,6}$/.test(behind) ? Number(behind) : 1;
}
