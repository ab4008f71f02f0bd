// The tree of the organisation: all groups in; each once below its parent, with counts for itself and for all below it, out.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { type EntityLinkView, linkTo, rowOf } from './links.ts';
import type { Portal } from './types.ts';

/** One group in the tree of the organisation. */
export interface GroupNode {
  readonly link: EntityLinkView;
  readonly type: string | null;
  readonly summary: string;
  /** Members of the group itself, and everybody in it and below, once. */
  readonly members: number;
  readonly allMembers: number;
  /** What the group itself owns, and what it and those below own. */
  readonly owns: number;
  readonly allOwns: number;
  readonly children: readonly GroupNode[];
  /** Groups below, at any depth. */
  readonly below: number;
}

interface Counted {
  readonly node: GroupNode;
  readonly people: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
}

/** The tree of all groups: those without a known parent are roots. Each group stands once, so that a cycle cannot hang the walk. */
export function groupTree(portal: Portal): GroupNode[] {
  const groups = portal.catalog.entities.filter((entity) => entity.kind === 'Group');
  const seen = new Set<string>();
  const refs = (group: Entity, type: string) => portal.catalog.related(group.ref, type).map((target) => target.ref);
  const visit = (group: Entity): Counted[] => {
    if (seen.has(group.ref)) return [];
    seen.add(group.ref);
    const children = portal.catalog
      .related(group.ref, 'parentOf')
      .flatMap((target) => target.entity ?? [])
      .toSorted((a, b) => compareText(a.title, b.title))
      .flatMap(visit);
    const [members, owns] = [refs(group, 'hasMember'), refs(group, 'ownerOf')];
    const people = new Set([...members, ...children.flatMap((child) => [...child.people])]);
    const things = new Set([...owns, ...children.flatMap((child) => [...child.things])]);
    const node = {
      link: linkTo(portal, group),
      type: group.type,
      summary: rowOf(portal, group).summary,
      members: members.length,
      allMembers: people.size,
      owns: owns.length,
      allOwns: things.size,
      children: children.map((child) => child.node),
      below: children.reduce((sum, child) => sum + 1 + child.node.below, 0),
    };
    return [{ node, people, things }];
  };
  const hasParent = (group: Entity) => portal.catalog.related(group.ref, 'childOf').some((target) => target.entity !== null);
  const roots = groups.filter((group) => !hasParent(group)).toSorted((a, b) => compareText(a.title, b.title));
  // A ring of parents has no root: whoever is left starts a tree of their own.
  return [...roots, ...groups].flatMap(visit).map((one) => one.node);
}

/** Groups that the chart of the organisation holds; a larger one shows its upper levels, and the pages of groups the rest. */
const MOST_GROUPS = 800;
/** Groups beside which their descriptions stand. */
export const MOST_DESCRIBED = 200;

/** Cuts a tree to the levels of which all groups have room; what is cut is counted in `below`. */
export function pruneTree(nodes: readonly GroupNode[], most = MOST_GROUPS): readonly GroupNode[] {
  let depth = 0;
  for (let level = nodes, room = most; level.length > 0; level = level.flatMap((node) => node.children)) {
    room -= level.length;
    if (room < 0) break;
    depth++;
  }
  const cut = (level: readonly GroupNode[], left: number): GroupNode[] =>
    left === 0 ? [] : level.map((node) => ({ ...node, children: cut(node.children, left - 1) }));
  return depth === 0 ? cut(nodes.slice(0, most), 1) : cut(nodes, depth);
}
