// Files that are published beside docs pages: under which address, and in which form.
import { publishedType } from '../lib/file-types.ts';
import { extension } from '../lib/paths.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { safeSegments } from './addresses.ts';
import type { Mount } from './plan.ts';
import { cleanSvg } from './svg.ts';
import type { DocsAsset } from './types.ts';

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
