// Writes the pages that only the search index reads into a folder of their own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { searchPages } from './search-pages.ts';
import type { Portal } from './types.ts';

/** Writes them, each at its address, without a pause: the sooner they are there, the longer they are indexed beside other work. */
export function writeSearchPages(portal: Portal, folder: string): void {
  for (const { address, html } of searchPages(portal)) {
    const file = join(folder, address, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  }
}
