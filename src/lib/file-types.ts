// What the ending of a file's name says of it: pages, and which types may be published beside them.
import { extension } from './paths.ts';

/** Matches the endings that MkDocs takes for pages. */
export const PAGE_ENDING = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;

/** Says whether a file is a page. */
export function isPagePath(path: string): boolean {
  return PAGE_ENDING.test(path);
}

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
  '.m4v': { type: 'video/mp4' },
  '.ogv': { type: 'video/ogg' },
  '.webm': { type: 'video/webm' },
  '.mov': { type: 'video/quicktime' },
  '.mp3': { type: 'audio/mpeg' },
  '.m4a': { type: 'audio/mp4' },
  '.aac': { type: 'audio/aac' },
  '.flac': { type: 'audio/flac' },
  '.oga': { type: 'audio/ogg' },
  '.ogg': { type: 'audio/ogg' },
  '.opus': { type: 'audio/ogg' },
  '.wav': { type: 'audio/wav' },
  '.vtt': { type: 'text/vtt; charset=utf-8' },
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
