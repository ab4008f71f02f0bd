// Runs Astro over the pages of a portal, in this process: the portal is handed over in memory.
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { setPortal } from '../src/portal/current.ts';
import type { Portal } from '../src/portal/types.ts';

/** Folder of Callboard itself: pages, layouts, styles. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Renders all pages into a folder that does not exist yet. */
export async function renderSite(portal: Portal, folder: string): Promise<void> {
  setPortal(portal);
  // Astro bundles the pages beside its output and then loads them from there: they find their packages only below our own folder, and
  // Astro looks for that at the current one. A folder of its own keeps two builds apart.
  const before = process.cwd();
  const outDir = join(ROOT, '.astro', `build-${process.pid}`);
  process.chdir(ROOT);
  try {
    await build({ root: ROOT, outDir, base: portal.base, logLevel: 'error', ...(portal.site !== null && { site: portal.site }) });
    await move(outDir, folder);
  } finally {
    process.chdir(before);
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Renames a folder, or copies it where it would have to cross to another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}
