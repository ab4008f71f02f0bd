// What many pages ask of the same entity: how it is made in; the same, made once for each entity of a portal, out.
import type { Entity } from '../catalog/types.ts';
import type { Portal } from './types.ts';

/** Makes a function that remembers what it has made for as long as the portal lives. What it returns is shared: nobody may change it. */
export function perEntity<T>(make: (portal: Portal, entity: Entity) => T): (portal: Portal, entity: Entity) => T {
  const portals = new WeakMap<Portal, WeakMap<Entity, { readonly value: T }>>();
  return (portal, entity) => {
    const known = portals.get(portal) ?? new WeakMap<Entity, { readonly value: T }>();
    portals.set(portal, known);
    const made = known.get(entity) ?? { value: make(portal, entity) };
    known.set(entity, made);
    return made.value;
  };
}
