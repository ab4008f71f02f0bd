// Files that are published beside docs pages: which types may be, under which address, and in which form.
import { extension } from '../lib/paths.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { safeSegments } from './addresses.ts';
import type { Mount } from './plan.ts';
import { cleanSvg } from './svg.ts';
import type { DocsAsset } from './types.ts';

/** Types that may be published, by ending. HTML, scripts, XML and fonts are none: they could act on readers of the portal or name other hosts. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly image?: true }>> = {
  '.png': { type: 'image/png', image: true },
  '.jpg': { type: 'image/jpeg', image: true },
  '.jpeg': { type: 'image/jpeg', image: true },
  '.gif': { type: 'image/gif', image: true },
  '.webp': { type: 'image/webp', image: true },
  '.avif': { type: 'image/avif', image: true },
  '.svg': { type: 'image/svg+xml', image: true },
  '.ico': { type: 'image/x-icon', image: true },
  '.bmp': { type: 'image/bmp', image: true },
  '.pdf': { type: 'application/pdf' },
  '.txt': { type: 'text/plain; charset=utf-8' },
  '.csv': { type: 'text/csv; charset=utf-8' },
  '.json': { type: 'application/json' },
  '.yaml': { type: 'application/yaml' },
  '.yml': { type: 'application/yaml' },
  '.zip': { type: 'application/zip' },
  '.mp4': { type: 'video/mp4' },
  '.webm': { type: 'video/webm' },
  '.mov': { type: 'video/quicktime' },
  '.mp3': { type: 'audio/mpeg' },
  '.ogg': { type: 'audio/ogg' },
  '.wav': { type: 'audio/wav' },
};

/** Returns the media type under which a file may be published; null if it may not. */
export function publishedType(path: string): string | null {
  return Object.hasOwn(TYPES, extension(path)) ? (TYPES[extension(path)]?.type ?? null) : null;
}

/** Says whether a file may be shown as an image. */
export function isImage(path: string): boolean {
  return Object.hasOwn(TYPES, extension(path)) && TYPES[extension(path)]?.image === true;
}

/** Says whether a file may be played in a page. */
export function isPlayable(path: string): boolean {
  return /^(?:video|audio)\//.test(publishedType(path) ?? '');
}

/** Folder below a site for files that lie in the repository but outside the docs. */
const ELSEWHERE = '_repository/';

/** Finds a file inside the docs that may be published; null if there is none or its type is not allowed. */
export function assetOf(docPath: string, site: string, source: SourceSnapshot, mounts: readonly Mount[]): DocsAsset | null {
  if (publishedType(docPath) === null) return null;
  for (const { prefix, folder } of mounts) {
    if (!docPath.startsWith(prefix)) continue;
    const inside = docPath.slice(prefix.length);
    const path = folder === '' ? inside : `${folder}/${inside}`;
    if (source.files.has(path)) return { address: site + safeSegments(docPath), source: source.id, path };
  }
  return null;
}

/** Finds a file anywhere in the repository that may be published; null if there is none or its type is not allowed. */
export function assetElsewhere(path: string, site: string, source: SourceSnapshot): DocsAsset | null {
  if (publishedType(path) === null || !source.files.has(path)) return null;
  return { address: site + ELSEWHERE + safeSegments(path), source: source.id, path };
}

/**
 * Returns the bytes of an asset as they may be published: SVG sanitised, everything else as it is. Null when the file is missing, too
 * large, of a type that is not allowed, or an SVG that holds no picture.
 */
export function publishAsset(asset: DocsAsset, source: SourceSnapshot): Uint8Array | null {
  if (publishedType(asset.path) === null) return null;
  if (extension(asset.path) !== '.svg') return source.files.readBytes(asset.path);
  const read = source.files.readText(asset.path);
  const svg = 'text' in read ? cleanSvg(read.text) : '';
  return svg === '' ? null : new TextEncoder().encode(svg);
}
