// What docs are built from in the benchmark: sizes and a seed in; folders of docs sites, and the portal that shows them, on disk.
import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { markdownFiles } from '../bench/files.ts';
import { writeFiles } from '../bench/files-fs.ts';
import type { BenchFile } from '../bench/model.ts';
import { planOrganisation } from '../bench/plan.ts';
import { divide } from '../bench/quota.ts';

/** One measured case. */
export interface Case {
  readonly name: string;
  readonly pages: number;
  /** Folders that each hold a `mkdocs.yml`. */
  readonly sites: readonly string[];
  /** The portal that shows them. */
  readonly portal: string;
}

/** Pages of each of many sites. */
const SITE_PAGES = 15;

/** Writes a number of made-up pages as one site. */
export function oneSite(folder: string, pages: number, seed: string): Case {
  writeFiles(join(folder, 'sites/all/docs'), withHome(madeUp(pages, seed)));
  return portalOf(folder, `one site of ${pages}`, pages, ['all']);
}

/** Writes a number of made-up pages as sites of 15 pages. */
export function manySites(folder: string, pages: number, seed: string): Case {
  const files = [...madeUp(pages, seed)].map(({ path, text }) => ({ path: path.replace('/', '/docs/'), text }));
  writeFiles(join(folder, 'sites'), files);
  const names = [...new Set(files.map(({ path }) => path.slice(0, path.indexOf('/'))))];
  return portalOf(folder, `${names.length} sites of ${Math.round(pages / names.length)}`, pages, names);
}

/** Copies a real site, a folder with `mkdocs.yml`. Its pages are counted when it has been built. */
export function realSite(folder: string, from: string): Case {
  const name = basename(from);
  cpSync(from, join(folder, 'sites', name), { recursive: true });
  return portalOf(folder, name, 0, [name], false);
}

function madeUp(pages: number, seed: string): Iterable<BenchFile> {
  const sites = Math.max(1, Math.round(pages / SITE_PAGES));
  let entities = sites;
  while (divide(entities).Component < sites) entities++;
  return markdownFiles(planOrganisation({ entities: Math.max(entities, 30), docs: pages, seed }));
}

/** Each part of the tree has a home page; the whole has none. */
function* withHome(files: Iterable<BenchFile>): Generator<BenchFile> {
  yield { path: 'index.md', text: '# Docs\n' };
  yield* files;
}

function portalOf(folder: string, name: string, pages: number, names: readonly string[], bare = true): Case {
  const sites = names.map((one) => join(folder, 'sites', one));
  if (bare) for (const [index, site] of sites.entries()) writeFileSync(join(site, 'mkdocs.yml'), `site_name: ${names[index]}\n`);
  const portal = join(folder, 'portal.yaml');
  writeFileSync(portal, "title: Bench\nsources:\n  - path: sites/*\n    docs: '.'\n");
  return { name, pages, sites, portal };
}
