// A portal in, its pages on disk out: every path of every page of the bundle, rendered in this process. The portal is handed over in memory. Pages
// that would be the same as in the last site are taken from there.
import { copyFileSync, cpSync, linkSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
// Astro's own list of paths, made for programs that render its pages.
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { setPortal } from '../portal/current.ts';
import { createFactDigests } from '../portal/facts/fact-digests.ts';
import { createReads } from '../portal/facts/reads.ts';
import { watchPortal } from '../portal/facts/watch-portal.ts';
import type { Portal } from '../portal/types.ts';
import { BUNDLE_FILES } from './bundle-files.ts';
import type { BundledPages, PagePath } from './bundled.ts';
import { createKeeper } from './keep-page.ts';
import type { KeptPages } from './kept-pages-fs.ts';
import { pageAddress, pageFile } from './page-file.ts';
import { withQuickDigests } from './quick-digest.ts';

/** Milliseconds after which others get their turn: what shows how far the work is, and the search index. */
const TURN = 20;

export interface RenderOptions {
  /** What the build is made from: the same text means the same portal. */
  readonly fingerprint: string;
  /** What all pages depend on. */
  readonly key: string;
  /** The last site and what is known of its pages; null renders all. */
  readonly last: { readonly folder: string; readonly kept: KeptPages } | null;
}

const ALL: RenderOptions = { fingerprint: '', key: '', last: null };

/** Renders the pages with a bundle into a folder that does not exist yet; returns what the next build has to know. Throws when a page cannot be rendered. */
export function renderSite(portal: Portal, bundle: string, folder: string, options: RenderOptions = ALL): Promise<KeptPages> {
  return withQuickDigests(() => renderPages(portal, bundle, folder, options));
}

async function renderPages(portal: Portal, bundle: string, folder: string, { fingerprint, key, last }: RenderOptions): Promise<KeptPages> {
  const reads = createReads();
  setPortal(watchPortal(portal, reads));
  const app = await openApp(bundle);
  const keeper = createKeeper({ reads, digest: createFactDigests(portal, fingerprint), key, last: last?.kept ?? null });
  cpSync(join(bundle, BUNDLE_FILES.assets), folder, { recursive: true });
  const made = new Set<string>();
  let turn = performance.now();
  const done = new Set<string>();
  for (const { pathname, route } of await allPaths(app)) {
    const file = pageFile(route, pathname);
    // Of two pages with one address the one of the more particular route counts, and that comes first.
    if (done.has(file)) continue;
    done.add(file);
    const target = join(folder, file);
    const parent = dirname(target);
    const props = app.routeCache.get(route)?.staticPaths.keyed.get(pathname)?.props;
    if (last !== null && keeper.isSame(file, props)) {
      makeFolder(parent);
      take(join(last.folder, file), target);
    } else {
      const body = await keeper.note(file, props, () => renderPage(app, portal.base, { pathname, route }));
      if (body === null) continue;
      makeFolder(parent);
      // Waiting for the disk here costs less than handing each file over.
      writeFileSync(target, body);
    }
    if (performance.now() - turn < TURN) continue;
    await others();
    turn = performance.now();
  }
  return keeper.kept();

  function makeFolder(path: string): void {
    if (!made.has(path)) mkdirSync(path, { recursive: true });
    made.add(path);
  }
}

/** Takes a file over: files of a site are never written to, so both sites may have the same one. */
function take(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no links.
    copyFileSync(from, to);
  }
}

async function openApp(bundle: string): Promise<BundledPages['app']> {
  const pages = join(bundle, BUNDLE_FILES.pages);
  const entry = readdirSync(pages).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`The bundle ${bundle} holds no pages.`);
  const { app } = (await import(pathToFileURL(join(pages, entry)).href)) as BundledPages;
  const styles = JSON.parse(readFileSync(join(bundle, BUNDLE_FILES.styles), 'utf8')) as [string, object][];
  // A process may render one portal after another.
  app.routeCache.clearAll();
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
