import type { Api } from "grammy";
import type { BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats } from "grammy/types";
import { PROFILE } from "../reply/wording.js";
import type { CommandName } from "./asked.js";

/** A command that the bot knows, and what Telegram says of it. */
interface OfferedCommand extends BotCommand {
  readonly command: CommandName;
}

/** What works alike in private chats and in groups. */
const LISTS: readonly OfferedCommand[] = [
  { command: "timeline", description: "When it was: every date in order" },
  { command: "quotes", description: "Who says what, or what one of them says" },
  { command: "people", description: "Who is named in the story" },
  { command: "story", description: "What the story is and where to read it" },
];

interface Menu {
  readonly scope: BotCommandScopeAllPrivateChats | BotCommandScopeAllGroupChats;
  readonly commands: readonly OfferedCommand[];
}

/**
 * The commands that Telegram offers while somebody types, in each kind of chat. No language is named: they stand in
 * English, and are offered to everybody.
 */
export const MENUS: readonly Menu[] = [
  {
    scope: { type: "all_private_chats" },
    commands: [
      { command: "ask", description: "Ask the story a question" },
      { command: "check", description: "Is a quotation in the story word for word?" },
      ...LISTS,
      { command: "privacy", description: "What I keep of what you write" },
      { command: "help", description: "How to ask" },
    ],
  },
  {
    scope: { type: "all_group_chats" },
    commands: [
      { command: "ask", description: "Ask the story, or reply with it to a question" },
      { command: "check", description: "Is it in the story word for word? Or reply with it to a quotation" },
      ...LISTS,
      { command: "help", description: "How to ask in a group" },
    ],
  },
];

/**
 * Sets commands where Telegram has others, and descriptions where it has none: those that an editor wrote stay, as
 * the bot's name does.
 * @returns the parts that could not be set; each is tried by itself
 */
export async function syncMenu(api: Api): Promise<string[]> {
  const steps: [string, () => Promise<void>][] = [
    ...MENUS.map((menu): [string, () => Promise<void>] => [
      `commands of ${menu.scope.type}`,
      () => syncCommands(api, menu),
    ]),
    [
      "description",
      async () => {
        const { description } = await api.getMyDescription();
        if (description === "") await api.setMyDescription(PROFILE.description);
      },
    ],
    [
      "short description",
      async () => {
        const { short_description } = await api.getMyShortDescription();
        if (short_description === "") await api.setMyShortDescription(PROFILE.shortDescription);
      },
    ],
  ];
  const failed: string[] = [];
  for (const [name, step] of steps) {
    await step().catch(() => failed.push(name));
  }
  return failed;
}

async function syncCommands(api: Api, { scope, commands }: Menu): Promise<void> {
  const current = await api.getMyCommands({ scope });
  if (!areSame(current, commands)) await api.setMyCommands([...commands], { scope });
}

function areSame(a: readonly BotCommand[], b: readonly BotCommand[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.command === b[i]?.command && one.description === b[i]?.description)
  );
}
