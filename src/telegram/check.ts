import type { Message } from "grammy/types";
import type { Library } from "../answer/ask.js";
import { checkLine } from "../answer/check.js";
import { replyToCheck } from "../reply/check-reply.js";
import { lines, type Reply } from "../reply/reply.js";
import { WORDING } from "../reply/wording.js";

/** The reply to /check: on the words behind it, or else on those of the message that it replies to, as they are. */
export function checkReply(library: Library, message: Message, behind: string): Reply {
  const quotation = behind.trim() === "" ? repliedWords(message) : behind;
  return quotation.trim() === "" ? lines([WORDING.emptyCheck]) : replyToCheck(checkLine(library, quotation));
}

/** What the sender marked of that message, or all of it. */
function repliedWords({ quote, reply_to_message: replied }: Message): string {
  return (quote?.is_manual ? quote.text : undefined) ?? replied?.text ?? replied?.caption ?? "";
}
