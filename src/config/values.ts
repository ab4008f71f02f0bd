// Single values of portal.yaml: text in; a fault, or the value in the one form the rest of the program knows, out.
import { resolveInside } from '../lib/paths.ts';
import type { Fault } from './rules.ts';

const MAX_PATH = 1000;

/** Returns what is wrong with the address of the site, or null: only the origin of a web address is taken. */
export function siteFault(site: string): Fault | null {
  const url = URL.parse(site);
  if (url === null || !/^https?:\/\//i.test(site) || url.username !== '' || url.password !== '') {
    return invalidSite('The site is not a web address.', 'Write it with its protocol: https://portal.acme.example.');
  }
  if (url.pathname === '/' && url.search === '' && url.hash === '') return null;
  const base = normalizeBase(url.pathname);
  const hint = base === null ? `Write "site: ${url.origin}".` : `Write "site: ${url.origin}" and "base: ${base}".`;
  return invalidSite('The site is more than an origin: what follows the host does not belong in it.', hint);
}

function invalidSite(message: string, hint: string): Fault {
  return { rule: 'config/invalid-site', message, hint };
}

/** Returns a site that has passed the check without its slash at the end. */
export function normalizeSite(site: string): string {
  return new URL(site).origin;
}

/** Returns what is wrong with the base, or null. */
export function baseFault(base: string): Fault | null {
  if (normalizeBase(base) !== null) return null;
  return {
    rule: 'config/invalid-base',
    message: 'The base is not a path of letters, digits, "-", "_", "." and "~" between slashes.',
    hint: 'Write it like "/portal/"; the host belongs into `site`.',
  };
}

/** Returns a base with a slash at both ends (`portal` gives `/portal/`), or null when it is not a plain path. */
export function normalizeBase(base: string): string | null {
  if (base.length > MAX_PATH) return null;
  const parts = base.replace(/^\/|\/$/g, '').split('/');
  if (parts.length === 1 && parts[0] === '') return '/';
  return parts.every((part) => /^[\w.~-]+$/.test(part) && part !== '.' && part !== '..') ? `/${parts.join('/')}/` : null;
}

/** Returns what is wrong with a path or glob beside the configuration, or null. It may lead out of the folder: the file is the user's own. */
export function localPathFault(path: string): Fault | null {
  if (path.trim() !== '' && path.length <= MAX_PATH && !/\p{Cc}/u.test(path)) return null;
  return {
    rule: 'config/invalid-path',
    message: 'The path is empty, too long, or holds control characters.',
    hint: 'Write a path relative to this file.',
  };
}

/** Returns what is wrong with a path or glob inside a source, or null. */
export function insideFault(path: string): Fault | null {
  const fault = localPathFault(path);
  if (fault !== null) return fault;
  if (resolveInside('', path) !== null) return null;
  return {
    rule: 'config/invalid-path',
    message: 'The path does not stay inside its source.',
    hint: 'Write it relative to the root of the source, with forward slashes and without leading "/" or "..".',
  };
}

/** Returns a path inside a source that has passed the check, tidied: `./docs/` gives `docs`, `.` the empty string. */
export function normalizeInside(path: string): string {
  return resolveInside('', path) ?? '';
}

/** Says whether a configured path is a glob. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}
