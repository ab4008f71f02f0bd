// Draws a placed graph as SVG that can be panned and zoomed. Nodes are links; hover and focus show the words on their lines and fade the rest.
import { type D3ZoomEvent, type ZoomTransform, select as pick, zoom, zoomIdentity } from 'd3';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { relationLabel } from '../../portal/relation-words.ts';
import { BOX, type Placed, type PlacedNode } from './layout.ts';

interface Props {
  readonly placed: Placed;
  readonly base: string;
  readonly root: string | null;
  /** Called for a plain click on a node: it becomes the new middle. Clicks with a modifier follow the link. */
  readonly onFocusNode: (ref: string) => void;
}

const ZOOM = { least: 0.1, readable: 0.55, most: 2.5, step: 1.4 } as const;

export function GraphCanvas({ placed, base, root, onFocusNode }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const behaviour = useRef(zoom<SVGSVGElement, unknown>().scaleExtent([ZOOM.least, ZOOM.most]));
  const [active, setActive] = useState<string | null>(null);
  const arrow = useId();

  const fit = useCallback(() => {
    if (svg.current !== null) pick(svg.current).call(behaviour.current.transform, fitting(svg.current, placed, root));
  }, [placed, root]);

  useEffect(() => {
    if (svg.current === null) return undefined;
    const selection = pick(svg.current);
    behaviour.current
      // The wheel scrolls the page; with Control or Command it zooms, as in maps.
      .filter((event: WheelEvent | MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0))
      .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => layer.current?.setAttribute('transform', transform.toString()));
    selection.call(behaviour.current).on('dblclick.zoom', null);
    fit();
    return () => void selection.on('.zoom', null);
  }, [fit]);

  function zoomBy(factor: number) {
    if (svg.current !== null) pick(svg.current).call(behaviour.current.scaleBy, factor);
  }

  const near = new Set(active === null ? [] : [active]);
  for (const edge of placed.edges) {
    if (edge.source === active) near.add(edge.target);
    if (edge.target === active) near.add(edge.source);
  }
  const faded = (...refs: string[]) => (active !== null && !refs.every((ref) => near.has(ref)) ? ' faded' : '');

  return (
    <div className="explorer-canvas">
      <svg ref={svg} role="group" aria-label="Graph; the table below says the same">
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path className="arrow" d="M0 0.500 7.500 4 0 7.500z" />
          </marker>
        </defs>
        <g ref={layer}>
          {placed.edges.map((edge) => {
            const touched = edge.source === active || edge.target === active;
            return (
              <g key={`${edge.source} ${edge.target}`} className={`explorer-edge${active !== null && !touched ? ' faded' : ''}`}>
                <path className="edge" d={edge.path} markerEnd={`url(#${arrow})`} data-edge={`${edge.source} ${edge.target}`} />
                {touched && (
                  <text className="edge-label" x={edge.label[0]} y={edge.label[1] - 4}>
                    {edge.types.map(relationLabel).join(', ')}
                  </text>
                )}
              </g>
            );
          })}
          {placed.nodes.map((node) => (
            <NodeBox
              key={node.ref}
              node={node}
              base={base}
              isRoot={node.ref === root}
              faded={faded(node.ref)}
              onActive={setActive}
              onFocusNode={onFocusNode}
            />
          ))}
        </g>
      </svg>
      <div className="explorer-zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => zoomBy(ZOOM.step)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => zoomBy(1 / ZOOM.step)}>
          −
        </button>
        <button type="button" onClick={fit}>
          Fit
        </button>
      </div>
    </div>
  );
}

/** The transform that shows the whole picture, or, when that could not be read, the middle of it at a size that can. */
function fitting(svg: SVGSVGElement, placed: Placed, root: string | null): ZoomTransform {
  const { clientWidth: width, clientHeight: height } = svg;
  const whole = Math.min(1, width / placed.width, height / placed.height);
  const scale = Math.max(whole, ZOOM.readable);
  const centre = scale > whole ? placed.nodes.find((node) => node.ref === root) : undefined;
  const [x, y] = centre === undefined ? [placed.width / 2, placed.height / 2] : [centre.x + BOX.width / 2, centre.y + BOX.height / 2];
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(scale)
    .translate(-x, -y);
}

interface NodeProps {
  readonly node: PlacedNode;
  readonly base: string;
  readonly isRoot: boolean;
  readonly faded: string;
  readonly onActive: (ref: string | null) => void;
  readonly onFocusNode: (ref: string) => void;
}

function NodeBox({ node, base, isRoot, faded, onActive, onFocusNode }: NodeProps) {
  const note = node.missing ? 'not in the catalog' : [node.kind.toLowerCase(), node.type].filter((part) => part !== null).join(' · ');
  const place = {
    className: `node${isRoot ? ' node-centre' : ''}${node.missing ? ' node-missing' : ''}${faded}`,
    transform: `translate(${node.x} ${node.y})`,
    'data-node': node.ref,
    onPointerEnter: () => onActive(node.ref),
    onPointerLeave: () => onActive(null),
    onFocus: () => onActive(node.ref),
    onBlur: () => onActive(null),
  };
  const inner = (
    <>
      <rect width={BOX.width} height={BOX.height} rx="6" />
      <text x="12" y="17">
        {cut(node.title, 21)}
      </text>
      <text className="note" x="12" y="31">
        {cut(note, 27)}
      </text>
    </>
  );
  if (node.address === null) return <g {...place}>{inner}</g>;
  return (
    <a
      {...place}
      href={base.slice(0, -1) + encodeURI(node.address)}
      data-entity-ref={node.ref}
      onClick={(event) => {
        // The first click looks closer, the click on the middle opens its page; modifiers work as for any link.
        if (isRoot || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onFocusNode(node.ref);
      }}
    >
      {inner}
    </a>
  );
}

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`;
}
