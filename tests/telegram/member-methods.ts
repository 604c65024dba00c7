import type { MethodTable } from "./method.js";
import { integerField } from "./payload.js";
import { badRequest } from "./refusal.js";
import { chatMember } from "./standing.js";

/** The methods that tell who is who in a chat. */
export const MEMBER_METHODS: MethodTable = {
  getChatMember: ({ bot, chats }, payload) => {
    const chat = chats.named(payload);
    const id = integerField(payload, "user_id");
    if (id === undefined) throw badRequest("invalid user_id specified");
    if (id === bot.id) return chatMember(bot, chats.standing(chat));
    const administrator = chats.administrators(chat).find((person) => person.id === id);
    if (administrator) return chatMember(administrator, "administrator");
    const member = chats.messages(chat.id).find(({ from }) => from?.id === id)?.from;
    if (member === undefined) throw badRequest("member not found");
    return chatMember(member, "member");
  },
  getChatAdministrators: ({ chats }, payload) =>
    chats.administrators(chats.named(payload)).map((person) => chatMember(person, "administrator")),
};
