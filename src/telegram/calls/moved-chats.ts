import type { Transformer } from "grammy";

/**
 * Sends what was meant for a group that has become a supergroup meanwhile to where it is now. Messages have other numbers
 * there: it replies to none, and what was to be edited stays.
 */
export const followMovedChats: Transformer = async (prev, method, payload, signal) => {
  const result = await prev(method, payload, signal);
  const moved = result.ok ? undefined : result.parameters?.migrate_to_chat_id;
  if (moved === undefined || !method.startsWith("send")) return result;
  const there = { chat_id: moved, reply_parameters: undefined };
  return await prev(method, Object.assign({}, payload, there), signal);
};
