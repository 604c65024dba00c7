/** What a link into the private chat opens: https://core.telegram.org/bots/features#deep-linking */
export type Destination =
  | { readonly kind: "passage"; readonly key: string }
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "timeline" }
  /** Just the chat. */
  | { readonly kind: "chat" };

/** Longest payload that Telegram passes on, in characters. */
const LONGEST = 64;

const TIMELINE = "timeline";
const CHAT = "chat";

/** A button's address with which a reader passes something on; undefined where it does not fit into a link. */
export function shareLink(bot: string, destination: Destination): string | undefined {
  const payload = payloadOf(destination);
  if (payload.length > LONGEST) return undefined;
  return `https://t.me/share/url?url=${encodeURIComponent(`https://t.me/${bot}?start=${payload}`)}`;
}

/** The payload of a link: letters, digits, "-" and "_". */
export function payloadOf(destination: Destination): string {
  switch (destination.kind) {
    case "passage":
      return `p-${destination.key}`;
    case "person":
      return `n-${Buffer.from(destination.name).toString("base64url")}`;
    case "timeline":
      return TIMELINE;
    case "chat":
      return CHAT;
  }
}

/** Where a /start payload leads; undefined for one that no link of this program has. */
export function destinationOf(payload: string): Destination | undefined {
  if (payload === TIMELINE) return { kind: "timeline" };
  if (payload === CHAT) return { kind: "chat" };
  const { letter, rest = "" } = /^(?<letter>[pn])-(?<rest>[\w-]{1,62})$/.exec(payload)?.groups ?? {};
  if (letter === "p") return { kind: "passage", key: rest };
  return letter === "n" ? { kind: "person", name: Buffer.from(rest, "base64url").toString() } : undefined;
}
