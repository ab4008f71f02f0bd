// A portal in, its pages on disk out: every path of every page of the bundle, rendered in this process. The portal is handed over in memory.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
// Astro's own list of paths, made for programs that render its pages.
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { setPortal } from '../portal/current.ts';
import type { Portal } from '../portal/types.ts';
import { BUNDLE_FILES } from './bundle-files.ts';
import type { BundledPages, PagePath } from './bundled.ts';
import { pageAddress, pageFile } from './page-file.ts';
import { withQuickDigests } from './quick-digest.ts';

/** Milliseconds after which others get their turn: what shows how far the work is, and the search index. */
const TURN = 20;

/** Renders all pages with a bundle into a folder that does not exist yet. Throws when a page cannot be rendered. */
export function renderSite(portal: Portal, bundle: string, folder: string): Promise<void> {
  setPortal(portal);
  return withQuickDigests(() => renderPages(portal, bundle, folder));
}

async function renderPages(portal: Portal, bundle: string, folder: string): Promise<void> {
  const app = await openApp(bundle);
  cpSync(join(bundle, BUNDLE_FILES.assets), folder, { recursive: true });
  const made = new Set<string>();
  let turn = performance.now();
  const done = new Set<string>();
  for (const { pathname, route } of await allPaths(app)) {
    const file = pageFile(route, pathname);
    // Of two pages with one address the one of the more particular route counts, and that comes first.
    if (done.has(file)) continue;
    done.add(file);
    const body = await renderPage(app, portal.base, { pathname, route });
    if (body === null) continue;
    const target = join(folder, file);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    // Waiting for the disk here costs less than handing each file over.
    writeFileSync(target, body);
    if (performance.now() - turn < TURN) continue;
    await others();
    turn = performance.now();
  }
}

async function openApp(bundle: string): Promise<BundledPages['app']> {
  const pages = join(bundle, BUNDLE_FILES.pages);
  const entry = readdirSync(pages).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`The bundle ${bundle} holds no pages.`);
  const { app } = (await import(pathToFileURL(join(pages, entry)).href)) as BundledPages;
  const styles = JSON.parse(readFileSync(join(bundle, BUNDLE_FILES.styles), 'utf8')) as [string, object][];
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { level: 'error', destination: { write: () => true } } } });
  return app;
}

function allPaths(app: BundledPages['app']): Promise<readonly PagePath[]> {
  return new StaticPaths(app as never).getAll();
}

/** Returns the bytes of a page, or null when it has none. */
async function renderPage(app: BundledPages['app'], base: string, { pathname, route }: PagePath): Promise<Uint8Array | null> {
  const url = new URL(base + pageAddress(route, pathname).replace(/^\//, ''), 'http://localhost');
  const response = await app.render(new Request(url), { routeData: route });
  // A page that is not there in this portal says so, with no body.
  if (response.body !== null && response.status >= 300 && pathname !== '/404')
    throw new Error(`${pathname} could not be rendered: ${response.status}.`);
  return response.body === null ? null : new Uint8Array(await response.arrayBuffer());
}
