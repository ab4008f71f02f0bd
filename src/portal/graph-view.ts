// The graph as the explorer gets it, what an entity's page says of what breaks with it, and the overview of the graph's page.
import { type CompactGraph, packGraph } from '../graph/compact.ts';
import { cut } from '../graph/cut.ts';
import type { Placed, PlacedNode } from '../graph/layers.ts';
import { layoutMap } from '../graph/map.ts';
import { drawOverview } from '../graph/overview.ts';
import { type ContactView, contactsOf } from './contacts.ts';
import { formatCount } from './frame.ts';
import { type EntityLinkView, linkToRef } from './links.ts';
import type { Entity, Portal } from './types.ts';

/** `/catalog-graph/map.json`: nodes, edges, places, and how to reach owners. */
export function graphMapData(portal: Portal): CompactGraph {
  const { catalog, graph } = portal;
  const owners = new Set(graph.edges.flatMap((edge) => (edge.type === 'ownedBy' ? edge.target : [])));
  return packGraph({
    nodes: graph.nodes.map((node) => {
      const entity = catalog.get(node.ref);
      return { ...node, address: entity === null ? null : portal.addresses.entity(entity) };
    }),
    edges: graph.edges,
    map: layoutMap(graph),
    words: new Map(catalog.ownRelations.map(({ relation, words }) => [relation, words[0]])),
    contacts: new Map(
      [...owners].sort().flatMap((ref) => {
        const entity = catalog.get(ref);
        const contacts = entity === null ? [] : contactsOf(entity);
        return contacts.length === 0 ? [] : [[ref, contacts] as const];
      }),
    ),
  });
}

/** Something that breaks, and over how many steps. */
export interface AffectedRow {
  readonly link: EntityLinkView;
  readonly kind: string;
  readonly distance: number;
}

/** What one owner is to be told. */
export interface AffectedGroup {
  /** Null for what nobody owns. */
  readonly owner: EntityLinkView | null;
  readonly contacts: readonly ContactView[];
  readonly count: number;
  readonly rows: readonly AffectedRow[];
}

export interface ImpactView {
  readonly total: number;
  /** Of them, those that are one step away. */
  readonly direct: number;
  readonly groups: readonly AffectedGroup[];
  /** Entities and owners that are in the graph alone. */
  readonly hidden: number;
  /** The same in the graph, complete. */
  readonly href: string;
  /** A circle of needs that the entity is part of, beginning and ending with it; empty without one. */
  readonly circle: readonly EntityLinkView[];
  /** Entities that need each other like this, the entity among them. */
  readonly circleSize: number;
  readonly circleHref: string;
}

/** Finds what would break if an entity goes, by who is to be asked. The page shows a part of a long list and leads to the rest. */
export function impactView(portal: Portal, entity: Entity): ImpactView {
  const { total, direct, groups, circle, circleSize } = portal.impactOf(entity.ref);
  const link = (show: string) => `${portal.addresses.href('/catalog-graph/')}?${new URLSearchParams({ root: entity.ref, show })}`;
  return {
    total,
    direct,
    groups: groups.map(({ owner, count, rows }): AffectedGroup => {
      const holder = owner === null ? null : portal.catalog.get(owner);
      return {
        owner: owner === null ? null : linkToRef(portal, owner),
        contacts: holder === null ? [] : contactsOf(holder),
        count,
        rows: rows.map(({ ref, kind, distance }) => ({ link: linkToRef(portal, ref), kind, distance })),
      };
    }),
    hidden: total - groups.reduce((sum, { rows }) => sum + rows.length, 0),
    href: link('impact'),
    circle: circle.map((ref) => linkToRef(portal, ref)),
    circleSize,
    circleHref: link('cycles'),
  };
}

type OverviewNode = PlacedNode & { readonly label: string; readonly note: string; readonly href: string | null };
type OverviewPicture = Omit<Placed, 'nodes'> & { readonly nodes: readonly OverviewNode[] };

/** The organisation at a glance, for the graph's page before and without scripts. */
export interface OverviewView {
  readonly words: string;
  readonly wide: OverviewPicture;
  readonly tall: OverviewPicture;
}

/** Makes the overview of the graph's page; null when there is nothing to draw. */
export function overviewView(portal: Portal): OverviewView | null {
  const overview = drawOverview(portal.graph);
  if (overview === null) return null;
  const { by, counts, hidden, hiddenLines } = overview;
  const view = (placed: Placed): OverviewPicture => ({
    ...placed,
    nodes: placed.nodes.flatMap((node) => {
      const count = counts.get(node.ref) ?? 0;
      const words = [node.kind.toLowerCase(), count === 1 ? '1 entity' : `${count} entities`].join(' · ');
      return { ...node, label: cut(node.title, 21), note: cut(words, 27), href: linkToRef(portal, node.ref).href };
    }),
  });
  const what = by === 'system' ? 'Systems and domains' : 'Domains';
  return {
    words: [
      `${what}, and what their parts need of each other.`,
      hidden > 0 ? `${hidden} smaller ones are in the lists below.` : '',
      hiddenLines > 0 ? `Of the lines the strongest are drawn; ${formatCount(hiddenLines)} are left out.` : '',
    ]
      .filter((words) => words !== '')
      .join(' '),
    wide: view(overview.wide),
    tall: view(overview.tall),
  };
}
