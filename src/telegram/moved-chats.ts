import type { Transformer } from "grammy";

/** Sends what was meant for a group that has become a supergroup meanwhile to where it is now. */
export const followMovedChats: Transformer = async (prev, method, payload, signal) => {
  const result = await prev(method, payload, signal);
  const moved = result.ok ? undefined : result.parameters?.migrate_to_chat_id;
  if (moved === undefined) return result;
  return await prev(method, Object.assign({}, payload, { chat_id: moved }), signal);
};
