// Draws a placed graph as SVG that can be panned and zoomed. Nodes are links; hover and focus show the words on their lines and fade the rest.
import { type D3ZoomEvent, type ZoomTransform, select as pick, zoom, zoomIdentity } from 'd3';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ARROWS, follow } from '../../graph/arrows.ts';
import { CARD } from '../../graph/card.ts';
import type { MappedNode } from '../../graph/compact.ts';
import { cut } from '../../graph/cut.ts';
import type { Placed, PlacedNode } from '../../graph/layers.ts';
import { type OwnWords, relationLabel } from '../../graph/relations.ts';
import { Zoom } from './Zoom.tsx';
import { COLOURED_KINDS } from './map/scene.ts';

interface Props {
  readonly placed: Placed<MappedNode>;
  readonly base: string;
  readonly words: OwnWords;
  readonly roots: ReadonlySet<string>;
  /** Second line of a card. */
  readonly note: (node: MappedNode) => string;
  /** Neighbours that are not shown, by ref. */
  readonly more: ReadonlyMap<string, number>;
  /** Called for a plain click on a node: it becomes the new middle. Clicks with a modifier follow the link. */
  readonly onFocusNode: (ref: string) => void;
  /** Called to show the neighbours of a node as well. */
  readonly onExpand: (ref: string) => void;
}

const ZOOM = { least: 0.1, readable: 0.75, most: 2.5, step: 1.4 } as const;

export function GraphPicture({ placed, base, words, roots, note, more, onFocusNode, onExpand }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const behaviour = useRef(zoom<SVGSVGElement, unknown>().scaleExtent([ZOOM.least, ZOOM.most]));
  const [active, setActive] = useState<string | null>(null);
  // One node is reached with Tab; from there arrows lead on.
  const [entry, setEntry] = useState<string | null>(null);
  const arrow = useId();
  const byRef = useMemo(() => new Map(placed.nodes.map((node) => [node.ref, node])), [placed]);
  const first = byRef.get(entry ?? '') ?? placed.nodes.find((node) => roots.has(node.ref)) ?? placed.nodes[0];

  const fit = useCallback(() => {
    if (svg.current !== null) pick(svg.current).call(behaviour.current.transform, fitting(svg.current, placed, roots));
  }, [placed, roots]);

  useEffect(() => {
    if (svg.current === null) return undefined;
    const selection = pick(svg.current);
    behaviour.current
      // The wheel scrolls the page; with Control or Command, and in full screen, it zooms, as in maps.
      .filter((event: WheelEvent | MouseEvent) =>
        event.type === 'wheel' ? event.ctrlKey || event.metaKey || document.fullscreenElement !== null : event.button === 0,
      )
      .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => layer.current?.setAttribute('transform', transform.toString()));
    selection.call(behaviour.current).on('dblclick.zoom', null);
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
      selection.on('.zoom', null);
    };
  }, [fit]);

  function zoomBy(factor: number): void {
    if (svg.current !== null) pick(svg.current).call(behaviour.current.scaleBy, factor);
  }

  function focusNode(ref: string | undefined): void {
    if (ref === undefined || svg.current === null) return;
    setEntry(ref);
    const element = svg.current.querySelector<SVGElement>(`[data-node="${CSS.escape(ref)}"]`);
    element?.focus({ preventScroll: true });
    const node = byRef.get(ref);
    const [box, card] = [svg.current.getBoundingClientRect(), element?.getBoundingClientRect()];
    if (node === undefined || card === undefined) return;
    if (card.left < box.left || card.right > box.right || card.top < box.top || card.bottom > box.bottom) {
      pick(svg.current).call(behaviour.current.translateTo, node.x + CARD.width / 2, node.y + CARD.height / 2);
    }
  }

  const spot = ({ x, y }: PlacedNode) => ({ x, y });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const ref = event.target instanceof Element ? event.target.closest('[data-node]')?.getAttribute('data-node') : null;
    const node = byRef.get(ref ?? '');
    if (node === undefined) return;
    const beside = (step: number) => placed.nodes[(placed.nodes.indexOf(node) + step + placed.nodes.length) % placed.nodes.length]?.ref;
    const near = placed.edges.flatMap(({ source, target }) => {
      const other = byRef.get(source === node.ref ? target : target === node.ref ? source : '');
      return other === undefined || other === node ? [] : [[other.ref, spot(other)] as const];
    });
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => zoomBy(ZOOM.step),
      '=': () => zoomBy(ZOOM.step),
      '-': () => zoomBy(1 / ZOOM.step),
      '0': fit,
      Home: () => focusNode(placed.nodes.find((one) => roots.has(one.ref))?.ref),
      PageDown: () => focusNode(beside(1)),
      PageUp: () => focusNode(beside(-1)),
      e: () => onExpand(node.ref),
      Escape: () => svg.current?.closest('.explorer')?.querySelector<HTMLElement>('.explorer-controls input')?.focus(),
    };
    if (ARROWS.has(event.key)) focusNode(follow(event.key, spot(node), near) ?? undefined);
    else if (Object.hasOwn(keys, event.key) && !(event.key === 'Escape' && document.fullscreenElement !== null)) keys[event.key]?.();
    else return;
    event.preventDefault();
  }

  const near = new Set(active === null ? [] : [active]);
  for (const edge of placed.edges) {
    if (edge.source === active) near.add(edge.target);
    if (edge.target === active) near.add(edge.source);
  }
  const faded = (ref: string) => (active !== null && !near.has(ref) ? ' faded' : '');

  return (
    <div className="explorer-canvas">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the links in it */}
      <svg
        ref={svg}
        role="group"
        aria-label="Graph: arrow keys walk along lines, Enter looks closer, E shows what else a node is tied to, plus and minus zoom. The table below says the same."
        onKeyDown={onKeyDown}
      >
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path className="arrow" d="M0 0.500 7.500 4 0 7.500z" />
          </marker>
        </defs>
        <g ref={layer}>
          {placed.edges.map((edge) => {
            const touched = edge.source === active || edge.target === active;
            return (
              <g
                key={`${edge.source} ${edge.target} ${edge.types.join(' ')}`}
                className={`explorer-edge${active !== null && !touched ? ' faded' : ''}`}
              >
                <path className="edge" d={edge.path} markerEnd={`url(#${arrow})`} data-edge={`${edge.source} ${edge.target}`} />
                {touched && (
                  <text className="edge-label" x={edge.label[0]} y={edge.label[1] - 4}>
                    {edge.types.map((type) => relationLabel(type, words)).join(', ')}
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
              note={note(node)}
              isRoot={roots.has(node.ref)}
              isEntry={node === first}
              faded={faded(node.ref)}
              onActive={setActive}
              onFocusNode={onFocusNode}
            />
          ))}
          {placed.nodes.map((node) => {
            const count = more.get(node.ref);
            return count === undefined ? null : <More key={node.ref} node={node} count={count} onExpand={onExpand} />;
          })}
        </g>
      </svg>
      <Zoom onIn={() => zoomBy(ZOOM.step)} onOut={() => zoomBy(1 / ZOOM.step)} onFit={fit} />
    </div>
  );
}

/** The transform that shows the whole picture, or, when that could not be read, the middle of it at a size that can. */
function fitting(svg: SVGSVGElement, placed: Placed, roots: ReadonlySet<string>): ZoomTransform {
  const { clientWidth: width, clientHeight: height } = svg;
  const whole = Math.min(1, width / placed.width, height / placed.height);
  const scale = Math.max(whole, ZOOM.readable);
  const root = placed.nodes.find((node) => roots.has(node.ref));
  // What does not fit is seen around the middle of the question, but never beyond the border of the picture.
  const along = (size: number, room: number, at: number | undefined) =>
    size * scale <= room || at === undefined ? size / 2 : Math.min(Math.max(at, room / 2 / scale), size - room / 2 / scale);
  const x = along(placed.width, width, root && root.x + CARD.width / 2);
  const y = along(placed.height, height, root && root.y + CARD.height / 2);
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(scale)
    .translate(-x, -y);
}

interface NodeProps {
  readonly node: PlacedNode<MappedNode>;
  readonly base: string;
  readonly note: string;
  readonly isRoot: boolean;
  readonly isEntry: boolean;
  readonly faded: string;
  readonly onActive: (ref: string | null) => void;
  readonly onFocusNode: (ref: string) => void;
}

function NodeBox({ node, base, note, isRoot, isEntry, faded, onActive, onFocusNode }: NodeProps) {
  const kind = node.kind.toLowerCase();
  const place = {
    className: `node${isRoot ? ' node-centre' : ''}${node.missing ? ' node-missing' : ''}${faded}`,
    transform: `translate(${node.x} ${node.y})`,
    'data-node': node.ref,
    tabIndex: isEntry ? 0 : -1,
    onPointerEnter: () => onActive(node.ref),
    onPointerLeave: () => onActive(null),
    onFocus: () => onActive(node.ref),
    onBlur: () => onActive(null),
  };
  const inner = (
    <>
      <title>{`${node.title} · ${note}`}</title>
      <rect width={CARD.width} height={CARD.height} rx="6" />
      <rect
        className={`kind kind-${(COLOURED_KINDS as readonly string[]).includes(kind) ? kind : 'other'}`}
        x="5"
        y="8"
        width="3"
        height="24"
        rx="1.5"
      />
      <text x="14" y="17">
        {cut(node.title, 21)}
      </text>
      <text className="note" x="14" y="31">
        {cut(note, 27)}
      </text>
    </>
  );
  if (node.address === null) {
    return (
      <g {...place} role="img" aria-label={`${node.title}, not in the catalog`}>
        {inner}
      </g>
    );
  }
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

/** The button that shows what else a node is tied to. */
function More({ node, count, onExpand }: { node: PlacedNode; count: number; onExpand: (ref: string) => void }) {
  const words = count > 99 ? '+99' : `+${count}`;
  return (
    <g
      className="more"
      role="button"
      tabIndex={-1}
      aria-label={`Show ${count} more around ${node.title}`}
      transform={`translate(${node.x + CARD.width - 4} ${node.y + CARD.height - 4})`}
      onClick={() => onExpand(node.ref)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onExpand(node.ref);
      }}
    >
      <rect className="touch" x="-15" y="-12" width="30" height="24" />
      <rect x="-14" y="-8" width="28" height="16" rx="8" />
      <text y="4">{words}</text>
    </g>
  );
}
