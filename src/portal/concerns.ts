// The problems that somebody should look after: an entity's own, and for a group or user those of what they own.
import type { Entity } from '../catalog/types.ts';
import type { Problem } from '../lib/problem.ts';
import type { Portal } from './types.ts';

/** Lists the problems of an entity; for a group or user, of what they own as well. */
export function concernsOf(portal: Portal, entity: Entity): Problem[] {
  const owns = ['Group', 'User'].includes(entity.kind) ? portal.catalog.related(entity.ref, 'ownerOf') : [];
  return [entity.ref, ...owns.map((target) => target.ref)].flatMap((ref) => portal.problemsOf(ref));
}
