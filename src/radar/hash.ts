// Text in, numbers that look random but never change out: what stands in for chance in the picture.

/** Returns two numbers from 0 up to 1 that depend on nothing but the text (FNV-1a with the final mix of MurmurHash 3). */
export function hashPair(text: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return [mix(hash) / 2 ** 32, mix(hash ^ 0x9e3779b9) / 2 ** 32];
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
