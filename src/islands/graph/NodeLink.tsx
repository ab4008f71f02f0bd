// The link to an entity in a list or table of the explorer.
import type { GraphNode } from '../../graph/graph.ts';

interface Props {
  readonly node: (GraphNode & { readonly address: string | null }) | undefined;
  readonly base: string;
}

export function NodeLink({ node, base }: Props) {
  if (node === undefined) return null;
  if (node.address === null) return <span className="missing">{node.title}</span>;
  return (
    <a href={base.slice(0, -1) + encodeURI(node.address)} data-entity-ref={node.ref}>
      {node.title} <span className="small muted">{node.kind.toLowerCase()}</span>
    </a>
  );
}
