import { Composer, type Context, type Filter } from "grammy";
import type { InlineQueryResultArticle, InlineQueryResultsButton } from "grammy/types";
import { ask } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import type { Library } from "../answer/library.js";
import { suggestions } from "../answer/suggestions.js";
import { replyToCheck } from "../reply/check-reply.js";
import { WORDING } from "../reply/wording.js";
import type { Live } from "./responder.js";
import { excerptView } from "./views/answer-view.js";
import { articleOf } from "./views/articles.js";
import { payloadOf } from "./views/deep-link.js";
import { listOf } from "./views/list-view.js";
import { passageKey } from "./views/passage-key.js";

/** Results of a page, and of all pages of a question. */
const PAGE = 10;
const MOST = 50;

/** Shorter queries are the beginning of a word: nothing is searched for them. */
const SHORTEST = 3;

/** How long Telegram may give the same results for the same query, in seconds: a changed story is seen as soon. */
const CACHE_TIME = 300;

/** Answers inline queries: the same for everybody who asks the same. */
export function inline(live: Live): Composer<Context> {
  const composer = new Composer();
  composer.on("inline_query", async (ctx) => {
    const { results, next, button } = resultsFor(live.current, ctx);
    const options = {
      cache_time: CACHE_TIME,
      is_personal: false,
      next_offset: next,
      ...(button === undefined ? {} : { button }),
    };
    await ctx.answerInlineQuery(results, options);
  });
  return composer;
}

interface Results {
  readonly results: InlineQueryResultArticle[];
  /** Where the next page begins; "" where there is none. */
  readonly next: string;
  readonly button?: InlineQueryResultsButton;
}

function resultsFor(library: Library, { inlineQuery, me }: Filter<Context, "inline_query">): Results {
  const query = inlineQuery.query.trim();
  if (query.length < SHORTEST) return { results: openingResults(library, me.username), next: "" };
  const quotation = quotationIn(query);
  if (quotation !== undefined) {
    const reply = replyToCheck(checkLine(library, quotation));
    const [verdict] = reply;
    const title = verdict?.kind === "line" ? verdict.text : undefined;
    return { results: [articleOf("check", { reply }, title)], next: "" };
  }
  const start = /^\d{1,3}$/.test(inlineQuery.offset) ? Number(inlineQuery.offset) : 0;
  const answer = ask(library, query, { limit: MOST });
  if (answer.kind !== "answered") return { results: [], next: "", button: toPrivateChat() };
  const results = answer.excerpts.slice(start, start + PAGE).map((excerpt) => {
    const view = excerptView(answer, excerpt, { kind: "inline", bot: me.username });
    return articleOf(passageKey(excerpt.story, excerpt.sentence), view);
  });
  return { results, next: start + PAGE < answer.excerpts.length ? String(start + PAGE) : "" };
}

/** Before anything is asked: what the story is, and what may be asked. */
function openingResults(library: Library, bot: string): InlineQueryResultArticle[] {
  const questions = suggestions(library).flatMap((question, i) => {
    const answer = ask(library, question, { limit: 1 });
    const [best] = answer.excerpts;
    if (answer.kind !== "answered" || !best) return [];
    return [articleOf(`question-${i}`, excerptView(answer, best, { kind: "inline", bot }), question)];
  });
  return [
    articleOf("story", listOf("overview", library, bot), WORDING.theStory(library.stories.length)),
    ...questions,
  ];
}

/** A quotation to check: what stands behind "quote", or a text that begins with a quotation mark. */
function quotationIn(query: string): string | undefined {
  const behind = /^quote:?\s+(?<quotation>.+)$/is.exec(query)?.groups?.quotation;
  return behind ?? (/^["“„«].{2,}/s.test(query) ? query : undefined);
}

function toPrivateChat(): InlineQueryResultsButton {
  return { text: WORDING.notFoundInline, start_parameter: payloadOf({ kind: "chat" }) };
}
