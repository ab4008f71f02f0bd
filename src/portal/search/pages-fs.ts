// Writes the pages that only the search index reads into a folder of their own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Portal } from '../types.ts';
import { searchPages } from './pages.ts';

/** Writes them, each at its address, without a pause: the sooner they are there, the longer they are indexed beside other work. Returns how many. */
export function writeSearchPages(portal: Portal, folder: string): number {
  let count = 0;
  for (const { address, html } of searchPages(portal)) {
    const file = join(folder, address, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
    count++;
  }
  return count;
}
