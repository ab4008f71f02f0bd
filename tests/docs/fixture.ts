// Sources and sites for the tests of the docs room, made in memory or from a folder of fixtures.
import { buildDocs, type DocsOptions } from '../../src/docs/docs.ts';
import type { DocsPage, DocsResult, DocsSite, DocsSiteSpec } from '../../src/docs/types.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import type { Origin, SourceSnapshot } from '../../src/lib/snapshot.ts';

export const GITHUB: Origin = {
  type: 'git',
  url: 'https://github.com/acme/shop.git',
  ref: 'main',
  commit: 'a'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
};

/** A source in memory (a record of files) or on disk (a folder). */
export function sourceOf(
  content: Record<string, string | Uint8Array> | string,
  origin: Origin = { type: 'path', path: 'shop' },
): SourceSnapshot {
  const onDisk = typeof content === 'string';
  return {
    id: 'shop',
    origin,
    root: onDisk ? content : '',
    files: onDisk ? diskFiles(content) : memoryFiles(content),
    catalog: [],
    docs: null,
    stale: null,
  };
}

export function specOf(source: SourceSnapshot, spec: Partial<DocsSiteSpec> = {}): DocsSiteSpec {
  return { address: '/docs/shop/', source, folder: '', title: 'Shop', ...spec };
}

/** Builds one site. */
export async function build(
  content: Record<string, string | Uint8Array> | string,
  { origin, spec, ...options }: Partial<DocsOptions> & { origin?: Origin; spec?: Partial<DocsSiteSpec> } = {},
): Promise<DocsResult & { site: DocsSite | undefined }> {
  const result = await buildDocs([specOf(sourceOf(content, origin), spec)], { base: '/', known: new Set(), threads: 1, ...options });
  return { ...result, site: result.sites[0] };
}

/** Returns the page at an address below the site; throws when there is none. */
export function pageAt(site: DocsSite | undefined, path: string): DocsPage {
  const page = site?.pages.find(({ address }) => address === site.address + path);
  if (page === undefined) throw new Error(`No page at ${path}, only ${site?.pages.map(({ address }) => address).join(', ')}`);
  return page;
}

/** Renders one page, the home of a site that holds the given other files. */
export async function renderPage(
  markdown: string,
  others: Record<string, string | Uint8Array> = {},
  options: Parameters<typeof build>[1] = {},
) {
  const result = await build({ 'docs/index.md': markdown, ...others }, options);
  return { ...result, page: pageAt(result.site, ''), html: pageAt(result.site, '').html };
}

/** Problems as short lines: place, rule, message, hint. */
export function lines(result: Pick<DocsResult, 'problems'>): string[] {
  return result.problems.map(
    ({ place, rule, message, hint }) =>
      `${place?.path ?? '-'}:${place?.line ?? ''}:${place?.column ?? ''} ${rule} ${message}${hint === undefined ? '' : ` ${hint}`}`,
  );
}
