// Writes the pages that only the search index reads into a folder of their own.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { searchPages } from './pages.ts';
import type { Portal } from '../types.ts';

/** Writes them, each at its address; one after the other, since nobody waits for them while the site is rendered. Returns how many. */
export async function writeSearchPages(portal: Portal, folder: string): Promise<number> {
  let count = 0;
  for (const { address, html } of searchPages(portal)) {
    const file = join(folder, address, 'index.html');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, html);
    count++;
  }
  return count;
}
