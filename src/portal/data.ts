// Data for other programs: the portal as static JSON, in the shape of Backstage's catalog API where that has one.
import type { Entity } from '../catalog/types.ts';
import { problemView } from './problem-view.ts';
import type { Portal } from './types.ts';

/** `/api/catalog/entities.json`: all entities, sorted by ref. */
export function entitiesData(portal: Portal): readonly Entity['data'][] {
  return portal.catalog.entities.map((entity) => entity.data);
}

/** `/api/graph.json`: the nodes and edges that are drawn. */
export function graphData(portal: Portal): object {
  return {
    nodes: portal.graph.nodes.map((node) => {
      const entity = portal.catalog.get(node.ref);
      return { ...node, address: entity === null ? null : portal.addresses.entity(entity) };
    }),
    edges: portal.graph.edges,
  };
}

/** `/api/problems.json`. */
export function problemsData(portal: Portal): object {
  return portal.problems.map((problem) => ({ ...problem, url: problemView(portal, problem).href }));
}

/** `/api/build.json`: sources, commits and counts; nothing that depends on the clock. */
export function buildData(portal: Portal): object {
  return { title: portal.title, ...portal.build };
}

/** Writes data the same way every time: two spaces, a line break at the end. */
export function toJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
