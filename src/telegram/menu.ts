import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import { PROFILE } from "../reply/wording.js";

/** The commands that Telegram offers while somebody types; what the program does not do is not in it. */
export const MENU: readonly BotCommand[] = [
  { command: "ask", description: "Ask the story a question" },
  { command: "check", description: "Is a quotation in the story word for word?" },
  { command: "timeline", description: "When it was: every date in order" },
  { command: "quotes", description: "Who says what, or what one of them says" },
  { command: "people", description: "Who is named in the story" },
  { command: "story", description: "What the story is and where to read it" },
  { command: "privacy", description: "What I keep of what you write" },
  { command: "help", description: "How to ask" },
];

/**
 * Sets commands and descriptions where Telegram has others. The bot's name is the editor's and is left alone.
 * Each of the three is tried by itself; the names of those that failed come back.
 */
export async function syncMenu(api: Api): Promise<string[]> {
  const steps: [string, () => Promise<unknown>][] = [
    [
      "commands",
      async () => {
        const current = await api.getMyCommands();
        if (!sameCommands(current, MENU)) await api.setMyCommands([...MENU]);
      },
    ],
    [
      "description",
      async () => {
        const { description } = await api.getMyDescription();
        if (description !== PROFILE.description) await api.setMyDescription(PROFILE.description);
      },
    ],
    [
      "short description",
      async () => {
        const { short_description } = await api.getMyShortDescription();
        if (short_description !== PROFILE.shortDescription)
          await api.setMyShortDescription(PROFILE.shortDescription);
      },
    ],
  ];
  const failed: string[] = [];
  for (const [name, step] of steps) {
    await step().catch(() => failed.push(name));
  }
  return failed;
}

function sameCommands(a: readonly BotCommand[], b: readonly BotCommand[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.command === b[i]?.command && one.description === b[i]?.description)
  );
}
