// Where the links of one page lead: the page, its site, its source and the map of the portal in; a resolver for its links and images out.
import { hostLinks } from '../lib/git-host.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { hrefOf } from './addresses.ts';
import { assetElsewhere, assetOf, isImage, isPlayable, publishedType } from './assets.ts';
import { filesUnder } from './doc-files.ts';
import type { PageContext, Target } from './markdown/page-state.ts';
import { LINK_SCHEMES } from './markdown/sanitize-schema.ts';
import type { PlannedPage, SitePlan } from './plan.ts';
import type { SiteMap } from './site-map.ts';
import { suggestImage, suggestLink } from './suggest.ts';
import type { DocsAsset } from './types.ts';

/** The page whose links are resolved, and everything around it. */
export interface ResolveContext {
  readonly plan: SitePlan;
  readonly page: PlannedPage;
  readonly source: SourceSnapshot;
  readonly map: SiteMap;
}

/** A link taken apart. */
interface Reference {
  /** Decoded; empty for a link to the page itself. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** Decoded; null when the link has none. */
  readonly fragment: string | null;
}

/** Makes the functions that resolve the links and images of one page. */
export function createResolver(context: ResolveContext): Pick<PageContext, 'link' | 'image'> {
  return {
    link(url) {
      const outside = elsewhere(url);
      if (outside !== null) return outside;
      const reference = parseReference(url);
      if (reference.path === '') return { kind: 'here', fragment: reference.fragment ?? '' };
      for (const look of LOOKUPS) {
        const target = look(reference, context);
        if (target !== null) return target;
      }
      return broken(url, reference, context);
    },
    image(url) {
      const outside = elsewhere(url);
      if (outside !== null) return outside;
      const reference = parseReference(url);
      for (const path of candidates(reference.path, context)) {
        const asset = findAsset(path, context);
        if (asset !== null && (isImage(asset.path) || isPlayable(asset.path))) return toAsset(asset, context);
      }
      return brokenImage(url, reference, context);
    },
  };
}

/** Links with a scheme or a host. */
function elsewhere(url: string): Target | null {
  if (url.startsWith('//')) return { kind: 'outside', href: `https:${url}` };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  return LINK_SCHEMES.includes(scheme)
    ? { kind: 'outside', href: url }
    : { kind: 'broken', rule: 'docs/unsafe-link', message: `Links with the scheme "${scheme}:" are not allowed.` };
}

function parseReference(url: string): Reference {
  const [, path = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  // Text fragments are for the browser alone.
  const section = fragment?.replace(/:~:.*$/s, '');
  return { path: decode(path), query, fragment: section === undefined ? null : decode(section) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Lookup = (reference: Reference, context: ResolveContext) => Target | null;

/** Ways to find what a link means, in the order in which they count. MkDocs knows the first two; the others are what works in its output. */
const LOOKUPS: readonly Lookup[] = [portalPage, exactFile, renderedAddress, guessedFile, folder];

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
    if (candidate.at === 'source' && context.source.files.has(candidate.path)) return toHost(candidate.path, context);
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
    if (at !== 'source' || host === null || filesUnder(context.source.files.list(), found).length === 0) continue;
    return { kind: 'outside', href: host.view(found === '' ? '' : `${found}/`) };
  }
  return null;
}

/** A path that a link may mean: inside the docs, or inside the source. */
interface Candidate {
  readonly at: 'docs' | 'source';
  readonly path: string;
}

function candidates(path: string, { page }: ResolveContext): Candidate[] {
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
        // Raw HTML is not rewritten by MkDocs, so authors write paths as seen from the rendered page, which is a folder.
        ['docs', page.docPath.replace(/(?:(?:^|\/)(?:index|README))?\.\w+$/, '')],
      ];
  return found.flatMap(([at, from]) => {
    const inside = resolveInside(from, relative);
    return inside === null ? [] : [{ at, path: inside }];
  });
}

function findPage({ at, path }: Candidate, { map, plan }: ResolveContext): string | null {
  const page = at === 'docs' ? map.byDocPath(plan, path) : (map.byFile(plan, path)?.page ?? null);
  return page?.address ?? null;
}

function findAsset({ at, path }: Candidate, { plan, source }: ResolveContext): DocsAsset | null {
  if (at === 'docs') return assetOf(path, plan.address, source, plan.mounts);
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

function toAsset(asset: DocsAsset, { map }: ResolveContext): Target {
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

function broken(url: string, { path }: Reference, context: ResolveContext): Target {
  const message = `The link leads to "${url}", but there is no such page or file.`;
  return { kind: 'broken', rule: 'docs/broken-link', message, hint: suggestLink(path, context) };
}

function brokenImage(url: string, { path }: Reference, context: ResolveContext): Target {
  const exists = candidates(path, context).some(({ at, path: found }) => at === 'source' && context.source.files.has(found));
  const message = exists ? `The file "${url}" is of a type that is not shown as an image.` : `The image "${url}" does not exist.`;
  return { kind: 'broken', rule: 'docs/broken-image', message, hint: exists ? undefined : suggestImage(path, context) };
}
