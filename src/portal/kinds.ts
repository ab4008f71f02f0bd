// What the pages know about kinds, as rows. A kind without a row is shown generically.
import { DEPRECATED_LIFECYCLES } from '../catalog/lifecycles.ts';
import type { Entity } from '../catalog/types.ts';
import type { Config } from '../config/types.ts';

export interface KindRow {
  /** Lower-case kind. */
  readonly kind: string;
  readonly plural: string;
  /** Name in the icon table. */
  readonly icon: string;
}

/** In the order in which pages list kinds. */
export const KINDS: readonly KindRow[] = [
  { kind: 'component', plural: 'Components', icon: 'component' },
  { kind: 'api', plural: 'APIs', icon: 'api' },
  { kind: 'resource', plural: 'Resources', icon: 'resource' },
  { kind: 'system', plural: 'Systems', icon: 'system' },
  { kind: 'domain', plural: 'Domains', icon: 'domain' },
  { kind: 'group', plural: 'Groups', icon: 'group' },
  { kind: 'user', plural: 'Users', icon: 'user' },
  { kind: 'template', plural: 'Templates', icon: 'template' },
  { kind: 'airesource', plural: 'AI resources', icon: 'airesource' },
  { kind: 'location', plural: 'Locations', icon: 'location' },
];

/** A row and its place among the others. */
export type RankedKindRow = KindRow & { readonly index: number };

/** Makes the look-up of rows: those of all portals, then those that `portal.yaml` adds. A kind without a row is given one. */
export function createKindRows(own: Config['kinds'] = []): (kind: string) => RankedKindRow {
  const added = own.map(({ kind, plural, icon }) => ({ kind: kind.toLowerCase(), plural: plural ?? `${kind}s`, icon: icon ?? 'other' }));
  // Later rows win in a map: the rows of all portals come last, but keep their rank.
  const ranked = [...KINDS, ...added].map((row, index) => [row.kind, { ...row, index }] as const);
  const rows = new Map(ranked.toReversed());
  return (kind) => {
    const lower = kind.toLowerCase();
    return rows.get(lower) ?? { kind: lower, plural: `${kind}s`, icon: 'other', index: ranked.length };
  };
}

/** Says whether all portals know a kind. */
export function isBackstageKind(kind: string): boolean {
  const lower = kind.toLowerCase();
  return KINDS.some((row) => row.kind === lower);
}

/** How far along a lifecycle is; `null` tone for words we do not know, which stay neutral. */
const LIFECYCLE_TONES: Readonly<Record<string, 'good' | 'warn'>> = {
  production: 'good',
  active: 'good',
  published: 'good',
  stable: 'good',
  ga: 'good',
  experimental: 'warn',
  alpha: 'warn',
  beta: 'warn',
  proposed: 'warn',
  pending: 'warn',
};

/** Returns the tone of a lifecycle word, or null for custom words. */
export function lifecycleTone(lifecycle: string): 'good' | 'warn' | 'bad' | null {
  const lower = lifecycle.toLowerCase();
  if (DEPRECATED_LIFECYCLES.has(lower)) return 'bad';
  return Object.hasOwn(LIFECYCLE_TONES, lower) ? (LIFECYCLE_TONES[lower] ?? null) : null;
}

/** Says whether a lifecycle word means that nobody should start using the thing. */
export function isDeprecated(entity: Entity): boolean {
  return entity.lifecycle !== null && DEPRECATED_LIFECYCLES.has(entity.lifecycle.toLowerCase());
}
