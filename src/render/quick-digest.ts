// Hashes of what each page has anew. Astro hashes the text of every script and style of every page for the Content-Security-Policy, one after
// the other on the thread pool, though ours are files and their text is empty: that costs more than most of what is drawn.
import { webcrypto } from 'node:crypto';

/** Longer texts are hashed as ever. */
const MAX_BYTES = 4096;
/** Texts remembered; there are as many as pages have scripts of their own, which is none. */
const MOST = 1000;

/** Runs something while hashes of short texts are remembered by all of the process, and returns what it returns. */
export async function withQuickDigests<T>(run: () => Promise<T>): Promise<T> {
  const { subtle } = webcrypto;
  const known = new Map<string, Promise<ArrayBuffer>>();
  const slow = subtle.digest.bind(subtle);
  const quick: typeof subtle.digest = (algorithm, data) => {
    if (typeof algorithm !== 'string' || data.byteLength > MAX_BYTES) return slow(algorithm, data);
    const bytes = ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
    const key = `${algorithm} ${bytes.toString('latin1')}`;
    let digest = known.get(key);
    if (digest === undefined) {
      digest = slow(algorithm, data);
      if (known.size < MOST) known.set(key, digest);
    }
    return digest;
  };
  Object.defineProperty(subtle, 'digest', { configurable: true, writable: true, value: quick });
  try {
    return await run();
  } finally {
    // The method of the class shows again.
    Reflect.deleteProperty(subtle, 'digest');
  }
}
