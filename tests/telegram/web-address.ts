const PROTOCOLS = new Set(["http", "https", "tg", "ton", "tonsite"]);

/** What Telegram has against an address in a link or a button, or undefined; http is meant where none is named. */
export function addressFault(address: string): string | undefined {
  const [, protocol = "http", host = ""] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/?#]*)/i.exec(address.trim()) ?? [];
  if (host === "") return "URL host is empty";
  if (!PROTOCOLS.has(protocol.toLowerCase())) return "Unsupported URL protocol";
  const web = protocol.toLowerCase().startsWith("http");
  return web && !/^[^\s]+\.[^\s]+$/.test(host) ? "Wrong HTTP URL" : undefined;
}
