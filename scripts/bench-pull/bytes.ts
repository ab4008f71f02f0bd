// Bytes that cannot be compressed: a seed in; as many as asked for, the same for the same seed, out.
import { createCipheriv, createHash } from 'node:crypto';

/** Opens a stream of them: the key stream of a cipher. */
export function openBytes(seed: string): (size: number) => Uint8Array {
  const cipher = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16));
  return (size) => cipher.update(Buffer.alloc(size));
}
