import type { BotCommand } from "grammy/types";
import type { Chats } from "./chats.js";
import type { MethodTable } from "./method.js";
import { isPayload, listField, objectField, type Payload, textField } from "./payload.js";
import { badRequest } from "./refusal.js";

/** Telegram's bounds in characters, and of the list of commands. */
const LONGEST = { description: 512, shortDescription: 120, commandDescription: 256 } as const;
const MOST_COMMANDS = 100;

/** What a scope of commands names besides its type. */
const SCOPES: ReadonlyMap<string, readonly string[]> = new Map([
  ["default", []],
  ["all_private_chats", []],
  ["all_group_chats", []],
  ["all_chat_administrators", []],
  ["chat", ["chat_id"]],
  ["chat_administrators", ["chat_id"]],
  ["chat_member", ["chat_id", "user_id"]],
]);

/** getMe and the methods that read and set what people see of the bot before they write to it. */
export const PROFILE_METHODS: MethodTable = {
  getMe: ({ bot }) => bot,
  getMyName: ({ bot }) => ({ name: bot.first_name }),
  getMyCommands: ({ profile, chats }, payload) => profile.commands.get(commandsKey(payload, chats)) ?? [],
  deleteMyCommands: ({ profile, chats }, payload) => {
    profile.commands.delete(commandsKey(payload, chats));
    return true;
  },
  setMyCommands: ({ profile, chats }, payload) => {
    const commands = (listField(payload, "commands") ?? []).map(parseCommand);
    if (commands.length > MOST_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    profile.commands.set(commandsKey(payload, chats), commands);
    return true;
  },
  getMyDescription: ({ profile }, payload) => ({
    description: profile.descriptions.get(language(payload)) ?? "",
  }),
  setMyDescription: ({ profile }, payload) => {
    const description = textField(payload, "description");
    if (length(description) > LONGEST.description) throw badRequest("BOT_DESC_INVALID");
    profile.descriptions.set(language(payload), description);
    return true;
  },
  getMyShortDescription: ({ profile }, payload) => ({
    short_description: profile.shortDescriptions.get(language(payload)) ?? "",
  }),
  setMyShortDescription: ({ profile }, payload) => {
    const description = textField(payload, "short_description");
    if (length(description) > LONGEST.shortDescription) throw badRequest("BOT_SHARE_TEXT_INVALID");
    profile.shortDescriptions.set(language(payload), description);
    return true;
  },
};

function parseCommand(value: unknown): BotCommand {
  if (!isPayload(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const command = textField(value, "command").replace(/^\//, "");
  const description = textField(value, "description");
  if (command === "") throw badRequest("command must be non-empty");
  if (description === "") throw badRequest("command description must be non-empty");
  if (!/^[a-z\d_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  if (length(description) > LONGEST.commandDescription) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  return { command, description };
}

/** One key for each list of commands that Telegram keeps apart. */
function commandsKey(payload: Payload, chats: Chats): string {
  const scope = objectField(payload, "scope") ?? { type: "default" };
  const type = textField(scope, "type");
  const fields = SCOPES.get(type);
  if (fields === undefined) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  for (const field of fields) {
    if (scope[field] === undefined) {
      throw badRequest(`can't parse BotCommandScope: Can't find field "${field}"`);
    }
  }
  if (fields.includes("chat_id")) chats.named(scope);
  return [language(payload), type, ...fields.map((field) => textField(scope, field))].join(" ");
}

function language(payload: Payload): string {
  const code = textField(payload, "language_code");
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}

function length(text: string): number {
  return [...text].length;
}
