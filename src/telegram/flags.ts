import type { UserFromGetMe } from "grammy/types";
import type { Logger } from "pino";

/** A setting that is not as it should be. */
export interface Amiss {
  readonly name: string;
  /** What does not work. */
  readonly off: string;
  /** What to do about it, as a sentence. */
  readonly howTo: string;
}

/** What an editor switches at @BotFather; the README advises to have all of it on. */
const FLAGS: readonly (Amiss & { readonly isOn: (me: UserFromGetMe) => boolean })[] = [
  {
    name: "inline mode",
    isOn: (me) => me.supports_inline_queries,
    off: "typed behind the bot's name in another chat, a question finds nothing",
    howTo: "Send @BotFather /setinline and a placeholder like “Ask the story”.",
  },
  {
    name: "guest mode",
    isOn: (me) => me.supports_guest_queries === true,
    off: "called by name in a chat in which it is not, the bot does not answer",
    howTo: "Open @BotFather's mini app, choose the bot and turn guest mode on.",
  },
  {
    name: "joining groups",
    isOn: (me) => me.can_join_groups,
    off: "nobody can add the bot to a group",
    howTo: "Send @BotFather /setjoingroups and choose Enable.",
  },
  {
    name: "group privacy",
    isOn: (me) => !me.can_read_all_group_messages,
    off: "the bot is sent all that is written in its groups, though it answers only what is meant for it",
    howTo:
      "Send @BotFather /setprivacy and choose Enable, then take the bot out of its groups and add it again.",
  },
];

/** All of them, for those who look for one: "inline mode, guest mode, …". */
export const FLAG_NAMES = FLAGS.map(({ name }) => name).join(", ");

/** What is switched off of what the README advises, in its order. */
export function flagsOff(me: UserFromGetMe): Amiss[] {
  return FLAGS.filter(({ isOn }) => !isOn(me)).map(({ name, off, howTo }) => ({ name, off, howTo }));
}

/** Says once, at the start, what of the bot's settings keeps something from working. */
export function logFlags(me: UserFromGetMe, log: Logger): void {
  const amiss = flagsOff(me);
  for (const { name, off, howTo } of amiss) log.warn(`${name} is off: ${off}. ${howTo}`);
  if (amiss.length === 0) log.info(`on: ${FLAG_NAMES}`);
}
