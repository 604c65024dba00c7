import { folded } from "../language/terms.js";
import { tokens } from "../language/tokens.js";

/** Words of greeting, thanks and questions about the bot itself; general English. */
const SMALL_TALK: ReadonlySet<string> = new Set(
  (
    "hi hey hello hallo hullo yo hiya howdy greetings good morning afternoon evening night day bye goodbye cya see later " +
    "thanks thank thx ty cheers please pls sorry welcome great nice cool awesome perfect super wow lol haha hahaha ok okay " +
    "k yes no yeah yep nope sure fine well right bot robot human real ai chatbot you your yourself u ur name are is am i " +
    "how who what whats do does can could help me to the a so very much lot again up doing today test testing there " +
    "love like it that for of and hmm hm um uh oh ah dear sir madam friend buddy man dude everyone all going joke tell"
  ).split(" "),
);

/** Words of which a message holds at least one where it is small talk and not merely short. */
const MARKS: ReadonlySet<string> = new Set(
  (
    "hi hey hello hallo hullo yo hiya howdy greetings morning afternoon evening night bye goodbye cya thanks thank thx ty " +
    "cheers sorry welcome great nice cool awesome perfect super wow lol haha hahaha ok okay k yes no yeah yep nope sure " +
    "fine bot robot human ai chatbot you your u ur yourself help test testing love joke hmm hm"
  ).split(" "),
);

/** True for a greeting, thanks, or a question about the bot itself: there is nothing to look up in a story. */
export function isSmallTalk(question: string): boolean {
  const words = tokens(question).map((token) => folded(token.text).replace(/'s$/, ""));
  if (words.length === 0) return true;
  return words.every((word) => SMALL_TALK.has(word)) && words.some((word) => MARKS.has(word));
}
