// What many pages ask of the same entity, or of the same portal: how it is made in; the same, made once, out. A portal that notes what is read of
// it notes for each page what was read to make it.
import type { Entity } from '../catalog/types.ts';
import type { Portal } from './types.ts';

/** Makes a function that remembers what it has made for as long as the portal lives. What it returns is shared: nobody may change it. */
export function perEntity<T>(make: (portal: Portal, entity: Entity) => T): (portal: Portal, entity: Entity) => T {
  const portals = new WeakMap<Portal, WeakMap<Entity, () => T>>();
  return (portal, entity) => {
    const known = portals.get(portal) ?? new WeakMap<Entity, () => T>();
    portals.set(portal, known);
    const made = known.get(entity) ?? portal.keep(() => make(portal, entity));
    known.set(entity, made);
    return made();
  };
}

/** The same for what is made of the portal as a whole. */
export function perPortal<T>(make: (portal: Portal) => T): (portal: Portal) => T {
  const portals = new WeakMap<Portal, () => T>();
  return (portal) => {
    const made = portals.get(portal) ?? portal.keep(() => make(portal));
    portals.set(portal, made);
    return made();
  };
}
