/** Features of the learned models are 32-bit numbers: of the millions that English has, hardly two fall together. */

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** One number out of two, in which the order matters (the mixing step of MurmurHash3). */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(b, 0xcc9e2d51);
  hash = Math.imul((hash << 15) | (hash >>> 17), 0x1b873593) ^ a;
  hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  return (hash ^ (hash >>> 15)) | 0;
}
