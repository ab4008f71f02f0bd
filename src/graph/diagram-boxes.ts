// What a diagram of a system or domain shows: the entity in; its parts, what they use outside of it and what uses them, as boxes and lines, out.
import type { Catalog, Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { toEdge } from './relations.ts';

export interface DiagramBox {
  readonly ref: string;
  /** Null for what is only named. */
  readonly entity: Entity | null;
  readonly isPart: boolean;
}

export interface DiagramLine {
  readonly source: string;
  readonly target: string;
  /** Relations between the two, or between what stands in them. */
  readonly types: readonly string[];
  /** Says whether one of the relations is between the two themselves. */
  readonly direct: boolean;
}

export interface DiagramContent {
  readonly boxes: readonly DiagramBox[];
  readonly lines: readonly DiagramLine[];
  /** Boxes that found no room. */
  readonly hidden: number;
}

/** What a diagram has room for: parts, and what stands around them. */
const MOST = { parts: 32, outside: 12 } as const;
/** Parts of parts are followed this far. */
const MOST_LEVELS = 8;
const MOST_PARTS = 2_000;

const NEEDS = new Set(['dependsOn', 'consumesApi', 'providesApi']);

/** Says whether an entity is of a kind that has a diagram, and has enough to show in one. */
export function hasDiagram(catalog: Catalog, entity: Entity): boolean {
  return ['system', 'domain'].includes(entity.kind.toLowerCase()) && partsOf(catalog, entity.ref).length > 1;
}

/** Finds the boxes and lines of a diagram: a system shows its parts, a domain its systems with all that their parts share. */
export function diagramContent(catalog: Catalog, entity: Entity): DiagramContent {
  const boxOf = entity.kind.toLowerCase() === 'domain' ? systemBoxes(catalog, entity) : partBoxes(catalog, entity);
  const lines = linesBetween(catalog, entity, boxOf);
  const degree = new Map<string, number>();
  for (const { source, target } of lines) for (const ref of [source, target]) degree.set(ref, (degree.get(ref) ?? 0) + 1);
  const byDegree = (a: string, b: string) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || compareText(a, b);
  const parts = [...new Set(boxOf.inside.values())].sort(byDegree);
  const inside = new Set(parts);
  const outside = [...degree.keys()].filter((ref) => !inside.has(ref)).sort(byDegree);
  const shown = [...parts.slice(0, MOST.parts), ...outside.slice(0, MOST.outside)];
  const seen = new Set(shown);
  return {
    boxes: shown.sort(compareText).map((ref) => ({ ref, entity: catalog.get(ref), isPart: inside.has(ref) })),
    lines: lines.filter(({ source, target }) => seen.has(source) && seen.has(target)),
    hidden: parts.length + outside.length - shown.length,
  };
}

/** In which box each entity stands. */
interface Boxes {
  /** Entities of the diagram's own, by ref. */
  readonly inside: ReadonlyMap<string, string>;
  /** Box of any other entity; null for one that is not shown. */
  readonly outside: (ref: string) => string | null;
}

function partBoxes(catalog: Catalog, system: Entity): Boxes {
  return { inside: new Map(allParts(catalog, system.ref).map((ref) => [ref, ref])), outside: (ref) => (ref === system.ref ? null : ref) };
}

function systemBoxes(catalog: Catalog, domain: Entity): Boxes {
  const systems = allParts(catalog, domain.ref).filter((ref) => ref.startsWith('system:'));
  const inside = new Map(systems.flatMap((system) => [system, ...allParts(catalog, system)].map((ref) => [ref, system] as const)));
  return { inside, outside: (ref) => systemOf(catalog, ref) };
}

function systemOf(catalog: Catalog, ref: string): string | null {
  let current: string | undefined = ref;
  for (let level = 0; current !== undefined && level < MOST_LEVELS; level++) {
    if (current.startsWith('system:')) return current;
    current = catalog.related(current, 'partOf')[0]?.ref;
  }
  return null;
}

function partsOf(catalog: Catalog, ref: string): string[] {
  return catalog.related(ref, 'hasPart').flatMap((target) => (target.entity === null ? [] : target.ref));
}

/** Parts, parts of parts and so on, each once. */
function allParts(catalog: Catalog, ref: string): string[] {
  const seen = new Set([ref]);
  let level = [ref];
  for (let step = 0; level.length > 0 && step < MOST_LEVELS && seen.size < MOST_PARTS; step++) {
    level = level.flatMap((one) => partsOf(catalog, one)).filter((one) => !seen.has(one) && seen.add(one));
  }
  seen.delete(ref);
  return [...seen].slice(0, MOST_PARTS);
}

function linesBetween(catalog: Catalog, entity: Entity, { inside, outside }: Boxes): DiagramLine[] {
  const needs = new Set([...NEEDS, ...catalog.ownRelations.map((one) => one.relation)]);
  const found = new Map<string, { source: string; target: string; types: Set<string>; direct: boolean }>();
  const boxOf = (ref: string) => inside.get(ref) ?? outside(ref);
  for (const ref of inside.keys()) {
    for (const relation of catalog.get(ref)?.data.relations ?? []) {
      const edge = toEdge(ref, relation.type, relation.targetRef, catalog.ownRelations);
      const [source, target] = [boxOf(edge.source), boxOf(edge.target)];
      if (!needs.has(edge.type) || source === null || target === null || source === target) continue;
      if (source === entity.ref || target === entity.ref) continue;
      const key = `${source} ${target}`;
      const line = found.get(key) ?? { source, target, types: new Set<string>(), direct: false };
      found.set(key, line);
      line.types.add(edge.type);
      line.direct ||= source === edge.source && target === edge.target;
    }
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { types, ...line }]) => ({ ...line, types: [...types].sort(compareText) }));
}
