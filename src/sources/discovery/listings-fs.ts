// The last good list of each entry on disk, for runs without network and for hours in which a host does not answer.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import type { Taken } from './types.ts';

const listingSchema = z.object({
  version: z.literal(1),
  listedAt: z.iso.datetime(),
  repositories: z.array(z.object({ url: z.string(), sure: z.boolean() })),
});

/** A list of an earlier run. */
export interface KeptListing {
  /** When the host was asked, ISO 8601. */
  readonly listedAt: string;
  readonly repositories: readonly Pick<Taken, 'url' | 'sure'>[];
}

/** Returns the folder of an entry's answers, and the path of its list without `.json`; `entry` is all that the list depends on. */
export function discoveryFolder(cache: string, entry: string): string {
  return join(cache, 'discovery', createHash('sha256').update(entry).digest('hex').slice(0, 32));
}

/** Reads the last good list of an entry; null when there is none. */
export function readListing(folder: string): KeptListing | null {
  try {
    return listingSchema.parse(JSON.parse(readFileSync(`${folder}.json`, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the list of an entry in one step. */
export async function writeListing(folder: string, listing: KeptListing): Promise<void> {
  mkdirSync(join(folder, '..'), { recursive: true });
  const repositories = listing.repositories.map(({ url, sure }) => ({ url, sure }));
  await writeFileAtomic(`${folder}.json`, `${JSON.stringify({ version: 1, listedAt: listing.listedAt, repositories })}\n`);
}
