/** The chat in which a conversation goes on. */
export interface Scene {
  readonly kind: "private" | "group" | "supergroup" | "forum";
  /** False where the bot was never there. */
  readonly withBot: boolean;
  readonly topic?: string;
}

/** Where nothing else is said. */
export const PRIVATE: Scene = { kind: "private", withBot: true };

const SCENE =
  /^chat: (?<kind>private|group|supergroup|forum)(?<without> without the bot)?(?:, topic (?<topic>.+))?$/;

/** Reads a line that says in which chat the steps below it go on; undefined for every other line. */
export function parseScene(line: string): Scene | undefined {
  const { kind, without, topic } = SCENE.exec(line)?.groups ?? {};
  if (kind !== "private" && kind !== "group" && kind !== "supergroup" && kind !== "forum") return undefined;
  return { kind, withBot: without === undefined, ...(topic === undefined ? {} : { topic }) };
}
