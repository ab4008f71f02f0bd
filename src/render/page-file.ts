// The path of a page in: the address it is asked for with, and the file it is written to, out. The same as Astro's own.
import type { RouteData } from './bundled.ts';

/** Pages that servers look for as a file. */
const STATUS_PAGES = new Set(['/404', '/500']);

/** Returns the address without base path at which a page is rendered. */
export function pageAddress({ type }: Pick<RouteData, 'type'>, pathname: string): string {
  return type === 'endpoint' ? pathname : pathname.replace(/\/?$/, '/');
}

/** Returns the file of a page, seen from the folder of the site, without a slash at the start. */
export function pageFile({ type }: Pick<RouteData, 'type'>, pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (STATUS_PAGES.has(pathname)) return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}
