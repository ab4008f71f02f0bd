// The name of a container image in, with registry, tag and digest; the name and version of its package out.

/** Parses `postgres:17`, `ghcr.io/acme/base@sha256:…`; null for what holds a variable or is none. Docker's own registry is left out. */
export function parseImage(reference: string): { readonly name: string; readonly version: string } | null {
  const [whole = '', digest = ''] = reference.trim().split('@', 2);
  const colon = whole.lastIndexOf(':');
  const tagged = colon > whole.lastIndexOf('/');
  const name = (tagged ? whole.slice(0, colon) : whole).replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  if (!/^[\w][\w./:-]{0,250}$/.test(name) || name === 'scratch') return null;
  return { name, version: tagged ? whole.slice(colon + 1) : digest.slice(0, 19) };
}
