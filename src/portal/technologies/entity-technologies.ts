// The technologies of an entity with their rings: on its overview as far as they fit, else on a tab of their own.
import type { Entity } from '../../catalog/types.ts';
import type { Portal } from '../types.ts';
import { type EvidenceView, evidenceView } from './evidence-view.ts';

export interface TechnologyRow {
  readonly title: string;
  readonly href: string;
  readonly ring: string | null;
  readonly hold: boolean;
  readonly evidence: EvidenceView | null;
}

export interface EntityTechnologiesView {
  /** How many there are; `rows` may hold fewer. */
  readonly total: number;
  readonly rows: readonly TechnologyRow[];
  /** The complete list; null when it stands here. */
  readonly allHref: string | null;
}

const MOST = 12;

/** Makes the view of the technologies of an entity, `all` of them for the tab. */
export function entityTechnologies(portal: Portal, entity: Entity, all = false): EntityTechnologiesView {
  const uses = portal.technologies?.usesOf(entity.ref) ?? [];
  return {
    total: uses.length,
    rows: (all ? uses : uses.slice(0, MOST)).map((use) => ({
      title: use.technology.entry.title,
      href: portal.addresses.href(use.technology.address),
      ring: use.technology.ring?.name ?? null,
      hold: use.technology.hold,
      evidence: evidenceView(portal, use),
    })),
    allHref: all || uses.length <= MOST ? null : portal.addresses.href(portal.addresses.entity(entity, 'technologies')),
  };
}

/** Says whether the technologies of an entity need a tab. */
export function hasTechnologiesTab(portal: Portal, entity: Entity): boolean {
  return (portal.technologies?.usesOf(entity.ref).length ?? 0) > MOST;
}
