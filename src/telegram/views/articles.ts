import { InlineQueryResultBuilder } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { cut } from "../../reply/cut.js";
import type { Block } from "../../reply/reply.js";
import type { Outgoing } from "./outgoing.js";
import { contentOf } from "./send.js";

/** As much of a title and of a description as phones show, in UTF-16 code units. */
const TITLE_LENGTH = 60;
const DESCRIPTION_LENGTH = 160;

/**
 * A reply as a result to choose: its title is the answer's words, or the first ones of the quotation, its description the
 * quotation. Chosen, it sends the whole reply.
 * @param id at most 64 bytes; the same for the same reply
 * @param title where the reply is no quotation, or not chosen for it
 */
export function articleOf(id: string, outgoing: Outgoing, title?: string): InlineQueryResultArticle {
  const quotation = outgoing.reply.find((block) => block.kind === "quotation");
  const { text, others } = contentOf(outgoing);
  const { reply_markup, ...content } = others;
  const shown = quotation?.text ?? text;
  return InlineQueryResultBuilder.article(id, title ?? titleOf(quotation) ?? cut(shown, TITLE_LENGTH), {
    description: cut(shown, DESCRIPTION_LENGTH),
    ...(reply_markup === undefined ? {} : { reply_markup }),
  }).text(text, content);
}

function titleOf(quotation: Extract<Block, { readonly kind: "quotation" }> | undefined): string | undefined {
  if (!quotation) return undefined;
  const { text, mark } = quotation;
  return cut(mark ? text.slice(mark.start, mark.end) : text, TITLE_LENGTH);
}
