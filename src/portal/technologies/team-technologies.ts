// What a group or user uses by ring: the technologies of everything that is owned directly.
import type { Entity } from '../../catalog/types.ts';
import type { Portal } from '../types.ts';
import type { Technology } from './types.ts';

export interface TeamTechnologiesView {
  /** How many technologies there are. */
  readonly total: number;
  /** From the inside out; technologies about which nothing was decided come last, without a name. */
  readonly rings: readonly {
    readonly name: string | null;
    readonly hold: boolean;
    readonly technologies: readonly { readonly title: string; readonly href: string; readonly count: number }[];
    /** How many are not listed. */
    readonly more: number;
  }[];
}

/** Technologies of one ring that are listed. */
const MOST = 40;

/** Makes the view of what somebody uses. */
export function teamTechnologies(portal: Portal, owner: Entity): TeamTechnologiesView {
  const counts = new Map<Technology, number>();
  for (const { ref } of portal.catalog.related(owner.ref, 'ownerOf'))
    for (const { technology } of portal.technologies?.usesOf(ref) ?? []) counts.set(technology, (counts.get(technology) ?? 0) + 1);
  // The order of the radar within a ring: by quadrant, then title.
  const used = (portal.technologies?.all ?? []).filter((technology) => counts.has(technology));
  const rings = [...Map.groupBy(used, ({ ring }) => ring?.index ?? Infinity)].sort(([a], [b]) => a - b);
  return {
    total: used.length,
    rings: rings.map(([, technologies]) => ({
      name: technologies[0]?.ring?.name ?? null,
      hold: technologies[0]?.hold ?? false,
      technologies: technologies.slice(0, MOST).map((technology) => ({
        title: technology.entry.title,
        href: portal.addresses.href(technology.address),
        count: counts.get(technology) ?? 0,
      })),
      more: Math.max(0, technologies.length - MOST),
    })),
  };
}
