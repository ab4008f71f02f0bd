// The ways in which a link can mean something: pages of the portal, files of the docs and of the repository, addresses as rendered.
import { isImage, publishedType } from '../lib/file-types.ts';
import { hostLinks } from '../lib/git-host.ts';
import { extension, fileName, filesUnder, folderOf, holds, resolveInside } from '../lib/paths.ts';
import { hrefOf } from './addresses.ts';
import { assetElsewhere, assetOf } from './assets.ts';
import type { Target } from './markdown/page-state.ts';
import { type Reference, parseReference } from './reference.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { SiteMap } from './site-map.ts';
import { holdsDrawing } from './svg.ts';
import type { DocsAsset } from './types.ts';

/** One way to find what a link means; null when it finds nothing. */
export type Lookup = (reference: Reference, context: ResolveContext) => Target | null;

/** Ways to find what a link means, in the order in which they count. MkDocs knows the first two; the others are what works in its output. */
export const LOOKUPS: readonly Lookup[] = [portalPage, exactFile, renderedAddress, guessedFile, folder];

/** `/catalog/default/component/x`, with or without the base path. */
function portalPage({ path, query, fragment }: Reference, { map }: ResolveContext): Target | null {
  if (!path.startsWith('/')) return null;
  const inside = map.base !== '/' && path.startsWith(map.base) ? path.slice(map.base.length - 1) : null;
  const address = (inside === null ? null : map.find(inside)) ?? map.find(path);
  return address === null ? null : toPage(address, query, fragment, map);
}

/** A file where the link says, seen from the page: in the docs first, then in the repository. */
function exactFile({ path, query, fragment }: Reference, context: ResolveContext): Target | null {
  for (const candidate of candidates(path, context)) {
    const page = findPage(candidate, context);
    if (page !== null) return toPage(page, query, fragment, context.map);
    const asset = findAsset(candidate, context);
    if (asset !== null) return toAsset(asset, context);
    if (candidate.at === 'source' && holds(context.source.files.names(), candidate.path)) return toHost(candidate.path, context);
  }
  return null;
}

/** What a browser makes of a relative link on the rendered page, whose address is a folder. */
function renderedAddress({ path, query, fragment }: Reference, { page, map }: ResolveContext): Target | null {
  const address = path.startsWith('/') ? null : resolveInside(page.address, path);
  const found = address === null ? null : map.find(`/${address}`);
  return found === null ? null : toPage(found, query, fragment, map);
}

/** A link without ending, or with the ending of the page's HTML. */
function guessedFile({ path, query, fragment }: Reference, context: ResolveContext): Target | null {
  for (const { at, path: found } of candidates(path, context)) {
    const plain = found.replace(/(?:\/index)?\.html?$/, '');
    const inFolder = plain === '' ? '' : `${plain}/`;
    for (const guess of [`${plain}.md`, `${inFolder}index.md`, `${inFolder}README.md`]) {
      const page = findPage({ at, path: guess }, context);
      if (page !== null) return toPage(page, query, fragment, context.map);
    }
  }
  return null;
}

/** A folder of the repository, shown by its host. */
function folder({ path }: Reference, context: ResolveContext): Target | null {
  const host = hostLinks(context.source.origin);
  for (const { at, path: found } of candidates(path, context)) {
    if (at !== 'source' || host === null || filesUnder(context.source.files.names(), found).length === 0) continue;
    return { kind: 'outside', href: host.view(found === '' ? '' : `${found}/`) };
  }
  return null;
}

/** A path that a link may mean: inside the docs, inside the source, or inside the docs as seen from the page's address. */
export interface Candidate {
  readonly at: 'docs' | 'source' | 'rendered';
  readonly path: string;
}

/** Returns the paths that a link may mean, the most likely first. */
export function candidates(path: string, { page }: ResolveContext): Candidate[] {
  const absolute = path.startsWith('/');
  const relative = absolute ? path.slice(1) : path;
  const found: [at: Candidate['at'], folder: string][] = absolute
    ? [
        ['docs', ''],
        ['source', ''],
      ]
    : [
        ['docs', folderOf(page.docPath)],
        ['source', folderOf(page.file)],
        // Raw HTML is not rewritten by MkDocs, so authors write paths of files as seen from the rendered page, which is a folder.
        ['rendered', page.docPath.replace(/(?:(?:^|\/)(?:index|README))?\.\w+$/, '')],
      ];
  return found.flatMap(([at, from]) => {
    const inside = resolveInside(from, relative);
    return inside === null ? [] : [{ at, path: inside }];
  });
}

/**
 * A page of any configured repository by its address on its host: `https://github.com/acme/shop/blob/main/docs/setup.md`. Addresses that
 * show something else than the page (its lines, its source, its editor) are left to the host.
 */
export function hostedPage(url: string, { map }: ResolveContext): Target | null {
  if (!/^https?:/i.test(url) || /\/(?:_?edit|raw)\/|[?&](?:plain|mode)=|#(?:L\d|lines-)/i.test(url)) return null;
  const found = map.byHostUrl(url);
  return found === null ? null : toPage(found.page.address, '', parseReference(url).fragment, map);
}

function findPage({ at, path }: Candidate, { map, plan }: ResolveContext): string | null {
  const page = { docs: () => map.byDocPath(plan, path), source: () => map.byFile(plan, path)?.page, rendered: () => null }[at]();
  return page?.address ?? null;
}

/** Finds a file that may be published; null if there is none. */
export function findAsset({ at, path }: Candidate, { plan, source }: ResolveContext): DocsAsset | null {
  if (at !== 'source') return assetOf(path, plan.address, source, plan.mounts);
  // A file of the docs keeps one address, however it is reached.
  for (const { prefix, folder: mounted } of plan.mounts) {
    const skip = mounted === '' ? 0 : mounted.length + 1;
    if (mounted === '' || path.startsWith(`${mounted}/`)) return assetOf(prefix + path.slice(skip), plan.address, source, plan.mounts);
  }
  const asset = assetElsewhere(path, plan.address, source);
  // Pictures are shown wherever they lie; other files of the repository are better looked at on its host.
  return asset !== null && !isImage(path) && hostLinks(source.origin) !== null ? null : asset;
}

function toPage(address: string, query: string, fragment: string | null, map: SiteMap): Target {
  const section = fragment === null || fragment === '' || fragment === 'top' ? null : fragment;
  const href = hrefOf(map.base, address) + query + (section === null ? '' : `#${encodeURIComponent(section.toWellFormed())}`);
  return { kind: 'page', href, address: map.byAddress(address)?.page.address ?? null, fragment: section };
}

/** Returns the target of a link to a published file. An SVG that holds no drawing is not published. */
export function toAsset(asset: DocsAsset, { map, source }: ResolveContext): Target {
  const read = extension(asset.path) === '.svg' ? source.files.readText(asset.path) : null;
  if (read !== null && !('text' in read && holdsDrawing(read.text))) {
    return { kind: 'broken', rule: 'docs/broken-image', message: `The file "${fileName(asset.path)}" holds no drawing that can be shown.` };
  }
  return { kind: 'asset', href: hrefOf(map.base, asset.address), asset };
}

function toHost(path: string, { source }: ResolveContext): Target {
  const host = hostLinks(source.origin);
  if (host !== null) return { kind: 'outside', href: host.view(path) };
  return {
    kind: 'broken',
    rule: 'docs/not-published',
    message: `The link leads to "${path}", which is in the repository but is not published.`,
    hint: publishedType(path) === null ? 'Link to the file on its host instead.' : undefined,
  };
}
