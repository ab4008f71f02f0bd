import { createHash, webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { withQuickDigests } from '../../src/render/quick-digest.ts';

const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex');
const expected = (name: string, text: string) => createHash(name).update(text).digest('hex');
const encode = (text: string) => new TextEncoder().encode(text);

test('hashes are those of the texts, asked for once or again, short or long', async () => {
  await withQuickDigests(async () => {
    for (const text of ['', 'a', '', 'a', 'b', 'ä', 'x'.repeat(5000), '']) {
      expect(hex(await webcrypto.subtle.digest('SHA-256', encode(text)))).toBe(expected('sha256', text));
      expect(hex(await webcrypto.subtle.digest('SHA-384', encode(text)))).toBe(expected('sha384', text));
      expect(hex(await webcrypto.subtle.digest({ name: 'SHA-256' }, encode(text)))).toBe(expected('sha256', text));
    }
    const part = encode('abc').subarray(1, 2);
    expect(hex(await webcrypto.subtle.digest('SHA-256', part))).toBe(expected('sha256', 'b'));
    expect(hex(await webcrypto.subtle.digest('SHA-256', encode('b').buffer))).toBe(expected('sha256', 'b'));
  });
});

test('what was there before is there again, also after a failure', async () => {
  const before = webcrypto.subtle.digest;
  await expect(withQuickDigests(() => Promise.reject(new Error('no page')))).rejects.toThrow('no page');
  expect(webcrypto.subtle.digest).toBe(before);
});
