// The diagram tab of a system or domain: the picture with its links, and the same as lists.
import type { Entity } from '../catalog/types.ts';
import { type Diagram, type DiagramNode, drawDiagram } from '../graph/diagram.ts';
import { type EntityLinkView, linkToRef } from './links.ts';
import type { Portal } from './types.ts';

export interface DiagramView {
  readonly picture: Omit<Diagram, 'nodes'> & { readonly nodes: readonly (DiagramNode & { readonly href: string | null })[] };
  /** The lines in words. */
  readonly rows: readonly { readonly from: EntityLinkView; readonly words: string; readonly to: readonly EntityLinkView[] }[];
  /** Parts that no line leads to. */
  readonly alone: readonly EntityLinkView[];
  /** What the diagram shows, in words. */
  readonly words: string;
}

/** Makes the diagram tab. */
export function diagramView(portal: Portal, entity: Entity): DiagramView {
  const drawn = drawDiagram(portal.catalog, entity);
  const linked = new Set(drawn.edges.flatMap(({ source, target }) => [source, target]));
  const isDomain = entity.kind.toLowerCase() === 'domain';
  return {
    picture: { ...drawn, nodes: drawn.nodes.map((node) => ({ ...node, href: linkToRef(portal, node.ref).href })) },
    rows: [...Map.groupBy(drawn.edges, ({ source, words }) => JSON.stringify([source, words])).values()].flatMap((edges) =>
      edges.slice(0, 1).map(({ source, words }) => ({
        from: linkToRef(portal, source),
        words,
        to: edges.map(({ target }) => linkToRef(portal, target)),
      })),
    ),
    alone: drawn.nodes.filter(({ ref }) => !linked.has(ref)).map(({ ref }) => linkToRef(portal, ref)),
    words: isDomain ? `Systems of ${entity.title} and what they need of each other` : `Parts of ${entity.title} and what they need`,
  };
}
