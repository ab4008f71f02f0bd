// Files that are read by plain web address: an address in; the path under which they lie, and back.
import { isSafePath } from './paths.ts';

/** Returns the path of an address, `host/path`, or null for one that is not plain: with a login, a query, a fragment or odd names. */
export function webPath(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') return null;
  if (parsed.search !== '' || parsed.hash !== '') return null;
  const path = `${parsed.host.replace(':', '_')}${decoded(parsed.pathname)}`;
  return isSafePath(path) ? path : null;
}

/** Returns the address at a path beside that of another file, for what it names by relative path. */
export function webUrl(path: string, from: string): string {
  const { protocol, host } = new URL(from);
  const [, ...parts] = path.split('/');
  return `${protocol}//${host}/${parts.map(encodeURIComponent).join('/')}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '\0';
  }
}
