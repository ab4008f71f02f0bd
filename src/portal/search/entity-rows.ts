// Entities in the order of the catalog's index: a portal in, what each row of the index stands for out.
import type { Entity } from '../../catalog/types.ts';
import { perPortal } from '../per-entity.ts';
import type { Portal } from '../types.ts';

/** Lists the entity of each row, once for each portal. */
export const entityRows: (portal: Portal) => readonly Entity[] = perPortal((portal: Portal) => {
  const index = portal.index();
  return Array.from({ length: index.count }, (_, row) => portal.catalog.get(index.ref(row))).filter((entity) => entity !== null);
});
