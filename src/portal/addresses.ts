// Addresses of pages: entities, docs, radar entries in; paths that Backstage's users know out.
import { createHash } from 'node:crypto';
import type { Entity } from '../catalog/types.ts';
import { encodeAddress } from '../lib/encode-address.ts';

/** Knows where everything stands. Addresses come without the base path; `href` adds it and encodes. */
export interface Addresses {
  /** Parts of an entity's address: namespace and kind in lower case, the name as written (made safe if it breaks the rules). */
  parts(entity: Entity): { readonly namespace: string; readonly kind: string; readonly name: string };
  entity(entity: Entity, tab?: string): string;
  /** Address of the docs site an entity would have of its own. */
  docs(entity: Entity): string;
  /** Complete link for an address: base path in front, each part percent-encoded. Keeps `?query` and `#hash`. */
  href(address: string): string;
}

/** Makes the address book of one portal. */
export function createAddresses(base: string): Addresses {
  const parts = (entity: Entity) => ({
    namespace: safePart(entity.namespace.toLowerCase()),
    kind: safePart(entity.kind.toLowerCase()),
    name: safePart(entity.name),
  });
  const under = (section: string, entity: Entity) => {
    const { namespace, kind, name } = parts(entity);
    return `/${section}/${namespace}/${kind}/${name}/`;
  };
  return {
    parts,
    entity: (entity, tab) => under('catalog', entity) + (tab === undefined || tab === '' ? '' : `${tab}/`),
    docs: (entity) => under('docs', entity),
    href: (address) => base.replace(/\/$/, '') + encodeAddress(address),
  };
}

/** Names that follow Backstage's rules are kept; any other is slugged, with a hash so that two never meet. */
function safePart(name: string): string {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9])?$/.test(name)) return name;
  const slug = name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${slug || 'unnamed'}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
