import type { MessageEntity } from "grammy/types";

/** What Telegram finds in the text that a person sends, as far as a bot looks at it. */
const DETECTORS = [
  { type: "bot_command", pattern: /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu },
  { type: "mention", pattern: /(?<![\p{L}\p{N}_])@\w{4,32}(?![\p{L}\p{N}_])/gu },
] as const;

/** Commands and mentions in a text, in its order; a mention inside a command is none. */
export function detectedEntities(text: string): MessageEntity[] {
  return DETECTORS.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  ).sort((a, b) => a.offset - b.offset);
}
