// Runs Astro over the pages of a portal, in this process: the portal is handed over in memory.
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { setPortal } from '../src/portal/current.ts';
import type { Portal } from '../src/portal/types.ts';

/** Folder of Callboard itself: pages, layouts, styles. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Renders all pages into an empty folder. */
export async function renderSite(portal: Portal, outDir: string): Promise<void> {
  setPortal(portal);
  await build({ root: ROOT, outDir, base: portal.base, logLevel: 'error', ...(portal.site !== null && { site: portal.site }) });
}
