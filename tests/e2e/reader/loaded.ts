// How much a page loads: everything that it really asks for, compressed as a server would compress it.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Compressed bytes that a docs page without diagrams may load, by the ending of the file. Fonts are not counted. */
export const BUDGET = { '.js': 15 * 1024, '.css': 25 * 1024 } as const;

/** How long scripts may take to come up with more once the page is idle. */
const IDLE = 1_500;

/** Returns the compressed bytes of the files that a page has asked for until long after it has settled, by their endings. */
export async function bytesLoaded(page: Page, folder: string): Promise<Readonly<Record<string, number>>> {
  const asked = await page.evaluate(async (idle) => {
    await new Promise((done) => requestIdleCallback(() => setTimeout(done, idle)));
    return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  }, IDLE);
  const sizes: Record<string, number> = {};
  for (const address of new Set(asked)) {
    const type = extname(address);
    sizes[type] = (sizes[type] ?? 0) + gzipSync(readFileSync(join(folder, decodeURIComponent(address)))).length;
  }
  return sizes;
}
