// The home page: what is where, and what needs attention.
import { compareText } from '../lib/problem.ts';
import { kindAddress } from './catalog-view.ts';
import { type DocsRow, docsRows } from './docs-view.ts';
import { plural } from './frame.ts';
import { type EntityLinkView, linkTo, rowOf } from './links.ts';
import { type GroupNode, groupTree } from './group-tree.ts';
import { attention } from './problem-view.ts';
import { type RadarRow, radarRows } from './radar-view.ts';
import type { Portal } from './types.ts';

export interface SystemRow {
  readonly link: EntityLinkView;
  readonly summary: string;
  /** Counts of parts by kind, e.g. `3 components, 1 API`. */
  readonly parts: string;
}

export interface DomainBlock {
  /** Null for systems without a domain. */
  readonly domain: EntityLinkView | null;
  readonly summary: string;
  /** Empty where an organisation has too many systems for one page. */
  readonly systems: readonly SystemRow[];
  /** How many there are, in words. */
  readonly count: string;
  /** Where they are all listed. */
  readonly href: string;
}

export interface HomeView {
  readonly counts: readonly {
    readonly label: string;
    readonly icon: string;
    readonly count: number;
    readonly href: string;
    readonly liveHref: string;
  }[];
  readonly domains: readonly DomainBlock[];
  /** Teams that own or hold somebody, by title. */
  readonly teams: readonly GroupNode[];
  readonly docs: readonly DocsRow[];
  readonly radarMoves: readonly RadarRow[];
  readonly attention: ReturnType<typeof attention>;
}

/** Systems that one page lists; of more, and of domains, it lists the domains. */
const MOST_SYSTEMS = 120;
const MOST = { docs: 8, attention: 6, moves: 8, teams: 24 } as const;

/** Makes the home page. Lists are cut, with a link to the whole. */
export function homeView(portal: Portal): HomeView {
  const byKind = Map.groupBy(portal.catalog.entities, (entity) => entity.kind.toLowerCase());
  const flat = (nodes: readonly GroupNode[]): GroupNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  return {
    counts: [...byKind]
      .map(([kind, list]) => ({
        label: portal.kindRow(kind).plural,
        icon: portal.kindRow(kind).icon,
        count: list.length,
        href: portal.addresses.href(kindAddress(kind)),
        liveHref: `${portal.addresses.href('/catalog/')}?${new URLSearchParams({ kind })}`,
        index: portal.kindRow(kind).index,
      }))
      .sort((a, b) => a.index - b.index || compareText(a.label, b.label)),
    domains: domainBlocks(portal),
    teams: flat(groupTree(portal))
      .filter((node) => node.owns > 0)
      .sort((a, b) => compareText(a.link.title, b.link.title))
      .slice(0, MOST.teams),
    docs: docsRows(portal).slice(0, MOST.docs),
    radarMoves:
      portal.radar === null
        ? []
        : radarRows(portal, portal.radar)
            .filter((row) => row.entry.moved !== 'none')
            .slice(0, MOST.moves),
    attention: attention(portal).slice(0, MOST.attention),
  };
}

function domainBlocks(portal: Portal): DomainBlock[] {
  const systems = portal.catalog.entities.filter((entity) => entity.kind === 'System');
  const domainOf = (ref: string) =>
    portal.catalog.related(ref, 'partOf').find((target) => target.entity !== null && target.ref.startsWith('domain:'))?.ref ?? '';
  const byDomain = Map.groupBy(systems, (system) => domainOf(system.ref));
  const domains = portal.catalog.entities.filter((entity) => entity.kind === 'Domain').map((entity) => entity.ref);
  return [...domains, '']
    .map((ref) => {
      const entity = portal.catalog.get(ref);
      return {
        domain: entity === null ? null : linkTo(portal, entity),
        summary: entity === null ? '' : rowOf(portal, entity).summary,
        count: plural(byDomain.get(ref)?.length ?? 0, 'system'),
        href: portal.addresses.href(entity === null ? kindAddress('system') : portal.addresses.entity(entity)),
        isEmpty: !byDomain.has(ref),
        systems: (systems.length > MOST_SYSTEMS ? [] : (byDomain.get(ref) ?? []))
          .map((system) => ({ link: linkTo(portal, system), summary: rowOf(portal, system).summary, parts: partWords(portal, system.ref) }))
          .sort((a, b) => compareText(a.link.title, b.link.title)),
      };
    })
    .filter(({ isEmpty }) => !isEmpty)
    .sort((a, b) => Number(a.domain === null) - Number(b.domain === null) || compareText(a.domain?.title ?? '', b.domain?.title ?? ''));
}

function partWords(portal: Portal, ref: string): string {
  const parts = portal.catalog.related(ref, 'hasPart').flatMap((target) => target.entity ?? []);
  const byKind = Map.groupBy(parts, (part) => part.kind);
  return [...byKind]
    .sort(([a], [b]) => portal.kindRow(a).index - portal.kindRow(b).index || compareText(a, b))
    .map(([kind, list]) => `${list.length} ${list.length === 1 ? singular(kind) : lowerFirst(portal.kindRow(kind).plural)}`)
    .join(', ');
}

function singular(kind: string): string {
  return kind === 'API' ? kind : kind.toLowerCase();
}

function lowerFirst(word: string): string {
  return word.startsWith('AP') ? word : word.toLowerCase();
}
