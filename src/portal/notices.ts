// What somebody should know before they use an entity, as rows: an entity in; short notices out, none for most.
import type { Entity } from '../catalog/types.ts';
import { isDeprecated } from './kinds.ts';
import { type EntityLinkView, linkTo, linkToRef } from './links.ts';
import type { Portal } from './types.ts';

export interface Notice {
  readonly id: 'rejected' | 'deprecated' | 'uses-deprecated' | 'missing';
  readonly tone: 'error' | 'warning' | 'info';
  readonly text: string;
  /** Backstage's words; null for ours alone. */
  readonly reason: string | null;
  /** Entities that it is about, the first few. */
  readonly links: readonly EntityLinkView[];
  /** How many more there are. */
  readonly more: number;
  /** Where more is said; null when all is said. */
  readonly href: string | null;
}

type Found = Pick<Notice, 'text'> & { readonly links?: readonly EntityLinkView[]; readonly reason?: string };

interface NoticeRow {
  readonly id: Notice['id'];
  readonly tone: Notice['tone'];
  /** Tab that says more. */
  readonly tab: string | null;
  readonly find: (portal: Portal, entity: Entity) => Found | null;
}

/** Links that one notice shows. */
const MOST_LINKS = 5;

const ROWS: readonly NoticeRow[] = [
  {
    id: 'rejected',
    tone: 'error',
    tab: 'problems',
    find: (_, { rejected }) => (rejected === null ? null : { text: 'Backstage would reject this entity:', reason: rejected }),
  },
  {
    id: 'deprecated',
    tone: 'warning',
    tab: null,
    find: (portal, entity) => {
      if (!isDeprecated(entity)) return null;
      const users = ['dependencyOf', 'apiConsumedBy'].flatMap((type) => existing(portal, entity, type));
      if (users.length === 0) return { text: `Its lifecycle is ${entity.lifecycle}: do not start to use it.` };
      return { text: `Its lifecycle is ${entity.lifecycle}, and it is still used by`, links: users };
    },
  },
  {
    id: 'uses-deprecated',
    tone: 'warning',
    tab: null,
    find: (portal, entity) => {
      const used = ['dependsOn', 'consumesApi'].flatMap((type) =>
        portal.catalog
          .related(entity.ref, type)
          .flatMap((target) => (target.entity !== null && isDeprecated(target.entity) ? linkTo(portal, target.entity) : [])),
      );
      return used.length === 0 ? null : { text: 'Uses what should not be used any more:', links: used };
    },
  },
  {
    id: 'missing',
    tone: 'warning',
    tab: 'problems',
    find: (portal, entity) => {
      const refs = new Set(entity.data.relations.map((relation) => relation.targetRef));
      const missing = [...refs].filter((ref) => portal.catalog.get(ref) === null);
      if (missing.length === 0) return null;
      return { text: 'Names what is not in the catalog:', links: missing.map((ref) => linkToRef(portal, ref)) };
    },
  },
];

/** Lists the notices of an entity. */
export function entityNotices(portal: Portal, entity: Entity): Notice[] {
  const hasProblems = portal.problemsOf(entity.ref).length > 0;
  return ROWS.flatMap(({ id, tone, tab, find }) => {
    const found = find(portal, entity);
    if (found === null) return [];
    const { text, reason = null, links = [] } = found;
    const href = tab === null || !hasProblems ? null : portal.addresses.href(portal.addresses.entity(entity, tab));
    return { id, tone, text, reason, links: links.slice(0, MOST_LINKS), more: Math.max(0, links.length - MOST_LINKS), href };
  });
}

function existing(portal: Portal, entity: Entity, type: string): EntityLinkView[] {
  return portal.catalog.related(entity.ref, type).flatMap((target) => (target.entity === null ? [] : linkTo(portal, target.entity)));
}
