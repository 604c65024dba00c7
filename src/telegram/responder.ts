import type { Message, UserFromGetMe } from "grammy/types";
import { checkLine } from "../answer/check.js";
import type { Library } from "../answer/library.js";
import { asksForPeople, asksForTimeline, quotationToCheck } from "../answer/plain-words.js";
import { quotesAsked } from "../answer/quotes.js";
import { replyToCheck } from "../reply/check-reply.js";
import { lines } from "../reply/reply.js";
import { WORDING } from "../reply/wording.js";
import { askedIn, type CommandName, repliedWords } from "./asked.js";
import { onceInAWhile } from "./once-in-a-while.js";
import { Questions } from "./questions.js";
import type { Observer } from "./serving/observer.js";
import { passageView } from "./views/answer-view.js";
import { type Destination, destinationOf } from "./views/deep-link.js";
import { listOf } from "./views/list-view.js";
import { type Outgoing, words } from "./views/outgoing.js";
import { passageOf } from "./views/passage-key.js";

/** A hint on what the bot can read is given to one chat at most this often, in milliseconds. */
const HINT_EVERY = 10 * 60 * 1000;

/** The stories as they are now: others take their place while the bot runs. */
export interface Live {
  readonly current: Library;
}

/** What the bot has to say to a message. Whether it is new or edited, and how the reply is sent, is not its matter. */
export class Responder {
  readonly #live: Live;
  readonly #questions: Questions;
  readonly #mayHint = onceInAWhile(HINT_EVERY);

  constructor(live: Live, observers: readonly Observer[]) {
    this.#live = live;
    this.#questions = new Questions(observers);
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
        if (message.forward_origin) return this.#forwarded(library, me, message, asked.text);
        return this.#text(library, me, message, asked.text);
    }
  }

  #command(
    library: Library,
    me: UserFromGetMe,
    message: Message,
    { name, words: behind }: { readonly name: CommandName; readonly words: string },
  ): Outgoing {
    const isPrivate = message.chat.type === "private";
    switch (name) {
      case "start":
        return isPrivate ? startView(library, me, behind) : words(...WORDING.groupHelp);
      case "help":
        return words(...(isPrivate ? WORDING.help : WORDING.groupHelp));
      case "privacy":
        return words(WORDING.privacy);
      case "story":
        return listOf("overview", library, me.username);
      case "ask":
        return this.#questions.answer(library, me, message, behind);
      case "check":
        return checkView(library, behind === "" ? repliedWords(message, me) : behind);
      case "timeline":
        return listOf("timeline", library, me.username);
      case "people":
        return listOf("people", library, me.username);
      case "quotes":
        return listOf("quotes", library, me.username, behind);
    }
  }

  /** Whoever forwards words that stand in a story wants to know whether they are right. */
  #forwarded(library: Library, me: UserFromGetMe, message: Message, text: string): Outgoing {
    const check = checkLine(library, text);
    if (check.verdict === "verbatim" || check.verdict === "altered") return { reply: replyToCheck(check) };
    const answer = this.#text(library, me, message, text);
    return { ...answer, reply: [...answer.reply, ...lines([WORDING.offerCheck])] };
  }

  #text(library: Library, me: UserFromGetMe, message: Message, text: string): Outgoing {
    const quotation = quotationToCheck(text);
    if (quotation !== undefined) return checkView(library, quotation);
    if (asksForTimeline(text)) return listOf("timeline", library, me.username);
    if (asksForPeople(text)) return listOf("people", library, me.username);
    const speaker = quotesAsked(library.stories, text);
    if (speaker !== undefined) return listOf("quotes", library, me.username, speaker);
    return this.#questions.answer(library, me, message, text);
  }
}

function startView(library: Library, me: UserFromGetMe, payload: string): Outgoing {
  const destination = destinationOf(payload);
  const reached = destination && openedAt(library, me, destination);
  if (reached) return reached;
  const unknown = payload === "" || destination?.kind === "chat" ? [] : lines([WORDING.unknownLink]);
  const overview = listOf("overview", library, me.username);
  return { ...overview, reply: [...unknown, ...lines([WORDING.welcome]), ...overview.reply] };
}

/** What a link leads to; undefined where it is not there, or no longer as it was. */
function openedAt(library: Library, me: UserFromGetMe, destination: Destination): Outgoing | undefined {
  const bot = me.username;
  if (destination.kind === "chat") return undefined;
  if (destination.kind === "timeline") return listOf("timeline", library, bot);
  if (destination.kind === "person") return listOf("quotes", library, bot, destination.name);
  const found = passageOf(library.stories, destination.key);
  if (found.kind !== "found") return found.kind === "changed" ? words(WORDING.changedSinceLink) : undefined;
  return passageView(library, found, 0, null, { kind: "reply", bot, repliedQuestion: null });
}

function checkView(library: Library, quotation: string): Outgoing {
  if (quotation.trim() === "") return words(WORDING.emptyCheck);
  return { reply: replyToCheck(checkLine(library, quotation)) };
}
