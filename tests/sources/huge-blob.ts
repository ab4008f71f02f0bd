// A file of two gigabytes that takes two megabytes: a repository in; the hash of a blob of zeros in a pack of its own out, made in no time.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { BareRepository } from '../support/git.ts';

const MEGABYTE = 1024 * 1024;
const MEGABYTES = 2048;
export const HUGE_BYTES = MEGABYTES * MEGABYTE;
/** What `git hash-object` says of so many zeros. */
const HASH = '77e9132b46cb9535f286f18974872f40049d1a89';
const BLOB = 3;

/** Puts the blob into a repository and returns its hash. */
export function addHugeBlob({ folder }: BareRepository): string {
  const entry = Buffer.concat([entryHead(BLOB, HUGE_BYTES), compressedZeros()]);
  const head = Buffer.from('PACK\0\0\0\u0002\0\0\0\u0001', 'latin1');
  const pack = withHash(Buffer.concat([head, entry]));
  const packs = join(folder, 'objects/pack');
  mkdirSync(packs, { recursive: true });
  writeFileSync(join(packs, 'pack-huge.pack'), pack);
  writeFileSync(join(packs, 'pack-huge.idx'), withHash(index(crc32(entry), head.length, pack.subarray(-20))));
  return HASH;
}

/** Type and size as a pack writes them: four bits of the size beside the type, then seven at a time, the lowest first. */
function entryHead(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size % 16)];
  for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
    bytes.push((bytes.pop() ?? 0) | 0x80, left % 128);
  }
  return Buffer.from(bytes);
}

/** A megabyte is compressed once, to a whole number of bytes, and repeated. */
function compressedZeros(): Buffer {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  // The check sum of zeros: the first half stays 1, the second counts them.
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(HUGE_BYTES % 65_521, 0);
  sum.writeUInt16BE(1, 2);
  return Buffer.concat([Buffer.from([0x78, 0x01]), ...Array.from({ length: MEGABYTES }, () => one), Buffer.from([3, 0]), sum]);
}

/** The index of a pack of this one object. */
function index(crc: number, offset: number, packHash: Uint8Array): Buffer {
  const first = Number.parseInt(HASH.slice(0, 2), 16);
  const fanout = Array.from({ length: 256 }, (_, byte) => (byte < first ? 0 : 1));
  return Buffer.concat([numbers(0xff744f63, 2, ...fanout), Buffer.from(HASH, 'hex'), numbers(crc, offset), packHash]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

function withHash(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, createHash('sha1').update(bytes).digest()]);
}
